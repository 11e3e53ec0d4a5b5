import {
  Accuracy,
  AdjustedRandScore,
  Auroc,
  F1Score,
  MetricCollection,
  NormalizedMutualInfoScore,
  type AnyMetric,
} from 'tfjs-metrics';
import { AssignmentMutualInfoScore } from 'tfjs-metrics/information';
import { assignmentMutualInfoLoss } from 'tfjs-metrics/layers';
import type { DigitsLoss } from './digitsModel.ts';

/** Task of the network: its loss, its metrics, and the text on the page. */
export interface Task {
  readonly title: string;
  readonly description: string;
  readonly loss: DigitsLoss;
  /** Metrics that share a table of images by digit and most probable output. */
  readonly metrics: AnyMetric;
  /** Metric of samples, here of all probabilities. */
  readonly sampleMetrics?: AnyMetric;
  /** Titles of the scores, by their names in the collections. */
  readonly scores: Readonly<Record<string, string>>;
  readonly scoreNote: string;
  readonly tableNote: string;
}

const TASKS: Readonly<Record<string, () => Task>> = {
  sort: () => ({
    title: 'Digits sorted by mutual information',
    description:
      'A small network learns handwritten digits in your browser. Its loss is the negative mutual information between its ' +
      'outputs and the digits, so it is free to choose which output represents which digit.',
    loss: assignmentMutualInfoLoss(),
    metrics: new MetricCollection({ nmi: new NormalizedMutualInfoScore(), ari: new AdjustedRandScore() }),
    // In base 10, the maximum for ten digits is 1.
    sampleMetrics: new MetricCollection({ softMi: new AssignmentMutualInfoScore({ base: 10 }) }),
    scores: { nmi: 'NMI', ari: 'ARI', softMi: 'Soft MI' },
    scoreNote:
      'NMI and ARI are computed from the most probable outputs, soft MI from all probabilities. Soft MI uses base 10, so ' +
      'that its maximum for ten digits is 1.',
    tableNote:
      'Outputs are ordered to match the digits. Two digits can share an output, which is a local optimum of mutual ' +
      'information.',
  }),
  classify: () => ({
    title: 'A classifier of digits',
    description:
      'A small network learns to classify handwritten digits in your browser. Its loss is the cross-entropy of its ten ' +
      'probabilities.',
    loss: 'categoricalCrossentropy',
    metrics: new MetricCollection({
      accuracy: new Accuracy(),
      f1: new F1Score({ average: 'macro' }),
      auroc: new Auroc({ multiclass: 'ovr' }),
    }),
    scores: { accuracy: 'Accuracy', f1: 'F1', auroc: 'AUROC' },
    scoreNote:
      'Accuracy and the F1 score, the mean over digits, are computed from the most probable outputs. AUROC is the mean ' +
      'over digits of the area under the curve of one digit against all others.',
    tableNote: 'The confusion matrix of the held-out images. Correct predictions are on the diagonal.',
  }),
};

/** Returns the task that the address names (`?task=classify`); by default, to sort. */
export function taskOf(search: URLSearchParams): Task {
  const create = TASKS[search.get('task') ?? ''] ?? TASKS['sort']!;
  return create();
}
