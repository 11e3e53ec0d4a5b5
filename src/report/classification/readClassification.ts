import { inputError, MetricInputError } from '../../inputs/metricInputError.ts';
import type { AnyMetric } from '../../metrics/metric.ts';
import { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { partsOfMetrics } from '../scores/partsOfMetrics.ts';
import { sourcesOfMetrics, type ClassificationSources } from './classificationSources.ts';
import type { ClassifierBatch, ClassifierReadingOptions } from './classifierBatch.ts';
import { ClassifierStates } from './classifierStates.ts';
import { scoresOfPreds } from './scoresOfPreds.ts';

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
