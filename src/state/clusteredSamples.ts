import type { Label } from '../inputs/labels.ts';
import type { LabeledSamples } from '../inputs/labeledSamples.ts';
import { LabelCodes } from './labelCodes.ts';
import { rankLabels } from './rankLabels.ts';

/** Samples, and for each the number of its cluster; for reading only. */
export interface ClusteredSamples {
  /** The values, row after row: `n × d`. */
  readonly data: Float64Array | Float32Array;
  readonly n: number;
  readonly d: number;
  /** The cluster of each sample, from 0 to below K. */
  readonly cluster: Int32Array;
  /** The label of each cluster, ascending. */
  readonly clusterLabels: readonly Label[];
  /** How many samples each cluster has. */
  readonly sizes: Int32Array;
}

/** Numbers the clusters of samples, in the order of their labels; samples of ignored labels are left out. */
export function clusterSamples(
  { samples, labels }: LabeledSamples,
  ignoreLabel: Label | readonly Label[] | undefined,
): ClusteredSamples {
  const codes = new LabelCodes();
  codes.prepare(labels);
  const all = codes.encode(labels, 0, samples.n);
  const ignored = new Set<Label>(ignoreLabel === undefined ? [] : [ignoreLabel].flat());
  const kept =
    ignored.size === 0 ? undefined : all.map((code) => (ignored.has(codes.label(code)) ? 0 : 1));
  const { data, d } = kept === undefined ? samples : keepRows(samples, kept);
  const { index, labels: clusterLabels } = rankLabels(
    kept === undefined ? all : all.filter((_, i) => kept[i] === 1),
    codes,
  );
  const sizes = new Int32Array(clusterLabels.length);
  for (let i = 0; i < index.length; i++) sizes[index[i]!]!++;
  return { data, n: index.length, d, cluster: index, clusterLabels, sizes };
}

function keepRows(
  { data, n, d }: LabeledSamples['samples'],
  kept: Int32Array,
): { data: Float64Array; d: number } {
  const rows = new Float64Array(kept.reduce((sum, one) => sum + one, 0) * d);
  for (let i = 0, at = 0; i < n; i++) {
    if (kept[i] === 0) continue;
    for (let j = 0; j < d; j++) rows[at++] = data[i * d + j]!;
  }
  return { data: rows, d };
}

/** The mean of each cluster, `K × d`. */
export function centroidsOf({ data, n, d, cluster, sizes }: ClusteredSamples): Float64Array {
  // Shifted by a sample of the cluster, so that an offset of all values costs no digits.
  const first = new Int32Array(sizes.length).fill(-1);
  for (let i = n - 1; i >= 0; i--) first[cluster[i]!] = i;
  const centroids = new Float64Array(sizes.length * d);
  for (let i = 0; i < n; i++) {
    const k = cluster[i]! * d;
    const shift = first[cluster[i]!]! * d;
    for (let j = 0; j < d; j++) centroids[k + j]! += data[i * d + j]! - data[shift + j]!;
  }
  for (let k = 0; k < sizes.length; k++) {
    const shift = first[k]! * d;
    for (let j = 0; j < d; j++) {
      centroids[k * d + j] = data[shift + j]! + centroids[k * d + j]! / sizes[k]!;
    }
  }
  return centroids;
}
