import { SUM_TOLERANCE } from '../../inputs/classification/classScores.ts';
import { flatSampleWeight } from '../../inputs/flatSampleWeight.ts';
import { flatValues } from '../../inputs/flatValues.ts';
import { hasFraction } from '../../inputs/classification/labelsOfValues.ts';
import {
  areClassScores,
  type ClassPredictions,
  type ClassTargets,
} from '../../inputs/classification/readClassLabels.ts';
import type { SampleWeight } from '../../inputs/sampleWeight.ts';
import type { CheckedSamples, Samples } from '../../inputs/samples.ts';
import { shapedInput } from '../../inputs/shapedInput.ts';
import type { ClassifierBatch, ClassifierReadingOptions } from './classifierBatch.ts';

/** Predictions as scores, `[N]` or `[N, K]`, with their targets. */
interface ScoredPredictions {
  readonly scores: Samples;
  readonly target: ClassTargets;
  readonly sampleWeight: SampleWeight | undefined;
  /** False if they are scores of classes that are neither probabilities nor logits. */
  readonly areUsable: boolean;
}

/** Returns predictions that are probabilities or logits as scores; undefined for labels. */
export function scoresOfPreds(
  preds: ClassPredictions,
  target: ClassTargets,
  { fromLogits = false, sampleWeight }: Pick<ClassifierReadingOptions & ClassifierBatch, 'fromLogits' | 'sampleWeight'>,
): ScoredPredictions | undefined {
  const [predicted, truth] = [shapedInput(preds, 'preds'), shapedInput(target, 'target')];
  const flat = predicted.flat();
  if (!fromLogits && !hasFraction(flatValues(flat, 'preds').values)) return undefined;
  const areRows = areClassScores(predicted, truth);
  const samples = areRows ? predicted.shape.slice(0, -1) : predicted.shape;
  const weights = sampleWeight == null ? undefined : flatSampleWeight(sampleWeight, samples);
  if (!areRows) return { scores: flat as Samples, target: truth.flat(), sampleWeight: weights, areUsable: true };
  const rows = predicted.rows();
  const areMaps = truth.shape.join() === samples.join();
  return {
    scores: { data: rows.data, shape: [rows.n, rows.d] },
    target: areMaps ? truth.flat() : target,
    sampleWeight: weights,
    areUsable: fromLogits || areProbabilities(rows),
  };
}

function areProbabilities({ data, n, d }: CheckedSamples): boolean {
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let k = i * d; k < (i + 1) * d; k++) {
      if (!(data[k]! >= 0 && data[k]! <= 1)) return false;
      sum += data[k]!;
    }
    if (Math.abs(sum - 1) > SUM_TOLERANCE) return false;
  }
  return true;
}
