import { checkLabeledSamples } from '../../inputs/labeledSamples.ts';
import type { Labels } from '../../inputs/labels.ts';
import { inputError, MetricInputError } from '../../inputs/metricInputError.ts';
import type { Samples } from '../../inputs/samples.ts';
import type { AnyMetric } from '../../metrics/metric.ts';
import { ClusterMoments } from '../../state/moments/clusterMoments.ts';
import { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { LabeledSampleBuffer } from '../../state/samples/labeledSampleBuffer.ts';
import { partsOfMetrics } from '../scores/partsOfMetrics.ts';

/** States that a report is computed from. */
export interface ReportSources {
  /** Contingency table of clusters and classes. */
  readonly table?: ContingencyTable | undefined;
  /** Samples with their clusters: all of them, or a uniform random subset. */
  readonly samples?: LabeledSampleBuffer | undefined;
  /** Size, mean and dispersion of each cluster, over all samples. */
  readonly moments?: ClusterMoments | undefined;
}

/** Inputs of a report on a clustering. Several can be combined, but each state must have a single source. */
export interface ReportInputs extends ReportSources {
  /** The cluster of each sample, `[N]`. */
  readonly preds?: Labels | undefined;
  /** The class of each sample, `[N]`. */
  readonly target?: Labels | undefined;
  /** The samples, `[N, d]`. */
  readonly data?: Samples | undefined;
  /** Updated metrics whose states the report is computed from. */
  readonly metrics?: AnyMetric | readonly AnyMetric[] | undefined;
}

const KINDS = {
  table: ContingencyTable,
  samples: LabeledSampleBuffer,
  moments: ClusterMoments,
} as const;

const EXPECTED = 'preds with target, data or both; a table, samples or moments; or updated metrics';

/**
 * Collects the states that a report is computed from.
 *
 * @throws {@link MetricInputError} if there is no input, or more than one source of the same state.
 */
export function readSources(inputs: ReportInputs): ReportSources {
  const sources: { -readonly [Name in keyof ReportSources]: ReportSources[Name] } = {};
  const add = (name: keyof typeof KINDS, from: string, state: unknown): void => {
    if (!(state instanceof KINDS[name])) {
      throw inputError(`clusteringReport: option "${name}"`, `a ${KINDS[name].name}`, state);
    }
    if (sources[name] !== undefined) {
      throw new MetricInputError(`clusteringReport: expected one source of the ${name}, got "${from}" as a second`);
    }
    sources[name] = state as never;
  };
  for (const name of Object.keys(KINDS) as (keyof typeof KINDS)[]) {
    if (inputs[name] !== undefined) add(name, name, inputs[name]);
  }
  addLabels(inputs, add);
  for (const [name, state] of statesOf(inputs.metrics)) add(name, 'metrics', state);
  if (Object.keys(sources).length > 0) {
    const { samples } = sources;
    return samples && !sources.moments ? { ...sources, moments: momentsOf(samples) } : sources;
  }
  throw new MetricInputError(`clusteringReport: expected ${EXPECTED}, got none of them`);
}

function addLabels(
  { preds, target, data }: ReportInputs,
  add: (name: keyof typeof KINDS, from: string, state: unknown) => void,
): void {
  if (preds === undefined) {
    if (target === undefined && data === undefined) return;
    throw new MetricInputError('clusteringReport: expected preds with target or data, got no preds');
  }
  if (target === undefined && data === undefined) {
    throw new MetricInputError('clusteringReport: expected preds with target, data or both, got only preds');
  }
  if (target !== undefined) add('table', 'target', ContingencyTable.of(preds, target));
  if (data === undefined) return;
  const samples = new LabeledSampleBuffer();
  samples.add(checkLabeledSamples(data, preds));
  add('samples', 'data', samples);
}

/** Collects the states of metrics, one of each kind: metrics with the same input have equal states. */
function statesOf(metrics: ReportInputs['metrics']): Map<keyof typeof KINDS, unknown> {
  const found = new Map<keyof typeof KINDS, unknown>();
  for (const { state } of partsOfMetrics('clusteringReport', metrics)) {
    for (const name of Object.keys(KINDS) as (keyof typeof KINDS)[]) {
      if (!(state instanceof KINDS[name])) continue;
      const known = found.get(name);
      if (known !== undefined && samplesIn(known as never) !== samplesIn(state)) {
        throw new MetricInputError(
          'clusteringReport: option "metrics": expected metrics updated with the same samples, got different numbers of samples',
        );
      }
      if (known === undefined) found.set(name, state);
    }
  }
  if (metrics !== undefined && found.size === 0) {
    throw new MetricInputError(
      'clusteringReport: option "metrics": expected metrics of clusterings, got metrics without a table, samples or moments',
    );
  }
  return found;
}

function samplesIn(state: ContingencyTable | LabeledSampleBuffer | ClusterMoments): number {
  return state instanceof LabeledSampleBuffer ? state.seen : state.n;
}

/** Computes the moments of the kept samples. */
function momentsOf(samples: LabeledSampleBuffer): ClusterMoments {
  const moments = new ClusterMoments();
  moments.addChecked(samples.labeled());
  return moments;
}
