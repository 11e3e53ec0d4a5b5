import { inputError, MetricInputError } from '../../inputs/metricInputError.ts';
import type { AnyMetric } from '../../metrics/metric.ts';
import { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { partsOfMetrics } from '../scores/partsOfMetrics.ts';
import { type ClassificationSources, sourcesOfMetrics } from './classificationSources.ts';
import type { ClassifierBatch, ClassifierReadingOptions } from './classifierBatch.ts';
import { ClassifierStates } from './classifierStates.ts';
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

/** Inputs of a report on a classifier. */
export interface ClassificationInputs extends ClassifierReadingOptions, Partial<ClassifierBatch> {
  /** Counts of pairs of a predicted and a true class, instead of `preds` and `target`. */
  readonly table?: ContingencyTable | undefined;
  /** Updated metrics whose states the report is computed from; their options name the classes. */
  readonly metrics?: AnyMetric | readonly AnyMetric[] | undefined;
}

const UNUSED_SCORES =
  'There are no curves, because `preds` are not probabilities with a sum of 1: for logits, set the option "fromLogits" to true.';

const EXPECTED = 'preds, scores or both with target; a table; or updated metrics';

/**
 * Collects the states that a report is computed from.
 *
 * @throws {@link MetricInputError} if there is no input, more than one source, or an input is invalid.
 */
export function readClassification(inputs: ClassificationInputs): ClassificationSources {
  const owner = 'classificationReport';
  const { preds, scores, target, sampleWeight, table, metrics, labels, positiveLabel, ignoreLabel } = inputs;
  const hasSamples = [preds, scores, target].some((input) => input !== undefined);
  const given = [hasSamples, table !== undefined, metrics !== undefined].filter(Boolean).length;
  if (given !== 1) {
    throw new MetricInputError(`${owner}: expected ${EXPECTED}, got ${given === 0 ? 'none of them' : 'more than one'}`);
  }
  if (hasSamples) {
    if (target === undefined || (preds === undefined && scores === undefined)) {
      const got = target === undefined ? 'no target' : 'only target';
      throw new MetricInputError(`${owner}: expected preds, scores or both with target, got ${got}`);
    }
    const states = new ClassifierStates(inputs);
    const found = scores === undefined ? scoresOfPreds(preds!, target, inputs) : undefined;
    if (found?.areUsable === true) {
      states.add(found, 'preds');
      return states.sources;
    }
    states.add({ preds, scores, target, sampleWeight });
    return { ...states.sources, notes: found && [UNUSED_SCORES] };
  }
  for (const name of ['sampleWeight', 'threshold', 'thresholds', 'fromLogits', 'bins'] as const) {
    if (inputs[name] === undefined) continue;
    throw new MetricInputError(
      `${owner}: option "${name}": expected only with preds or scores, got ${metrics === undefined ? 'a table' : 'metrics'}`,
    );
  }
  if (metrics !== undefined) {
    const sources = sourcesOfMetrics(partsOfMetrics(owner, metrics));
    return {
      ...sources,
      labels: labels ?? sources.labels,
      positiveLabel: positiveLabel ?? sources.positiveLabel,
      ignoreLabel: ignoreLabel ?? sources.ignoreLabel,
    };
  }
  if (table instanceof ContingencyTable) return { table, labels, positiveLabel, ignoreLabel };
  throw inputError(`${owner}: option "table"`, 'a ContingencyTable', table);
}

/** Predictions as scores, `[N]` or `[N, K]`, with their targets. */
interface ScoredPredictions {
  readonly scores: Samples;
  readonly target: ClassTargets;
  readonly sampleWeight: SampleWeight | undefined;
  /** False if they are scores of classes that are neither probabilities nor logits. */
  readonly areUsable: boolean;
}

/** Returns predictions that are probabilities or logits as scores; undefined for labels. */
function scoresOfPreds(
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
