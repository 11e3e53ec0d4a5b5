import { ignoredLabels } from '../../inputs/ignoredLabels.ts';
import type { Label } from '../../inputs/labels.ts';
import type { LabeledSamples } from '../../inputs/labeledSamples.ts';
import { differencesFrom } from '../../numeric/kernels/differencesFrom.ts';
import { scaleBy, scalingExponent } from '../../numeric/kernels/scalingExponent.ts';
import { LabelCodes } from '../tables/labelCodes.ts';
import { rankLabels } from '../tables/rankLabels.ts';

/** Samples with the zero-based cluster index of each. Read-only. */
export interface ClusteredSamples {
  /** The values times 2^exponent, `[n, d]` in row-major order. */
  readonly data: Float64Array | Float32Array;
  /** See {@link scalingExponent}: 0 unless values are extremely large or small. */
  readonly exponent: number;
  readonly n: number;
  readonly d: number;
  /** The cluster index of each sample, in [0, K). */
  readonly cluster: Int32Array;
  /** The label of each cluster, ascending. */
  readonly clusterLabels: readonly Label[];
  /** The number of samples of each cluster. */
  readonly sizes: Int32Array;
}

/** Indexes the clusters of samples in the order of their labels; samples with ignored labels are removed. */
export function clusterSamples(
  { samples, labels }: LabeledSamples,
  ignoreLabel: Label | readonly Label[] | undefined,
): ClusteredSamples {
  const codes = new LabelCodes();
  codes.prepare(labels);
  const all = codes.encode(labels, 0, samples.n);
  const ignored = ignoredLabels(ignoreLabel);
  const kept = ignored.size === 0 ? undefined : all.map((code) => (ignored.has(codes.label(code)) ? 0 : 1));
  const { data, d } = kept === undefined ? samples : keepRows(samples, kept);
  const ranked = rankLabels(kept === undefined ? all : all.filter((_, i) => kept[i] === 1), codes);
  const { index: cluster, sizes } = ranked;
  const exponent = scalingExponent(data, kept === undefined ? samples.magnitude : undefined);
  return {
    data: scaleBy(data, exponent),
    exponent,
    n: cluster.length,
    d,
    cluster,
    clusterLabels: ranked.labels(),
    sizes,
  };
}

function keepRows({ data, n, d }: LabeledSamples['samples'], kept: Int32Array): { data: Float64Array; d: number } {
  const rows = new Float64Array(kept.reduce((sum, one) => sum + one, 0) * d);
  for (let i = 0, at = 0; i < n; i++) {
    if (kept[i] === 0) continue;
    for (let j = 0; j < d; j++) rows[at++] = data[i * d + j]!;
  }
  return { data: rows, d };
}

/** Returns the mean of each cluster, `[K, d]`. */
export function centroidsOf(clustered: ClusteredSamples): Float64Array {
  const origins = firstSamples(clustered);
  return movedBy(differencesFrom(origins, clustered).sums, origins, clustered);
}

/** Returns the mean of each cluster, and the sum of the squared distances of its samples from the mean. */
export function momentsOf(clustered: ClusteredSamples): {
  means: Float64Array;
  dispersions: Float64Array;
} {
  const { d, sizes } = clustered;
  const origins = firstSamples(clustered);
  const { sums, squares } = differencesFrom(origins, clustered);
  const means = movedBy(sums, origins, clustered);
  const dispersions = sumByCluster(squares, clustered);
  for (let k = 0; k < sizes.length; k++) {
    let square = 0;
    for (let at = k * d; at < (k + 1) * d; at++) square += sums[at]! * sums[at]!;
    const aboutMean = dispersions[k]! - square / sizes[k]!;
    // If the first sample is an outlier, the subtraction cancels digits: recompute from the means.
    if (!(aboutMean >= dispersions[k]! / 8)) {
      const { squares: exact } = differencesFrom(means, clustered);
      return { means, dispersions: sumByCluster(exact, clustered) };
    }
    dispersions[k] = aboutMean;
  }
  return { means, dispersions };
}

/** Returns the first sample of each cluster. Differences from it lose no digits to an offset of the data. */
function firstSamples({ data, d, cluster, sizes }: ClusteredSamples): Float64Array {
  const samples = new Float64Array(sizes.length * d);
  const isFound = new Uint8Array(sizes.length);
  for (let i = 0, found = 0; found < sizes.length; i++) {
    const k = cluster[i]!;
    if (isFound[k] === 1) continue;
    isFound[k] = 1;
    found++;
    samples.set(data.subarray(i * d, (i + 1) * d), k * d);
  }
  return samples;
}

function movedBy(sums: Float64Array, origins: Float64Array, { d, sizes }: ClusteredSamples): Float64Array {
  return origins.map((value, at) => value + sums[at]! / sizes[Math.floor(at / d)]!);
}

/** Sums one value per sample by cluster. */
function sumByCluster(values: Float64Array, { cluster, sizes }: ClusteredSamples): Float64Array {
  const sums = new Float64Array(sizes.length);
  for (let i = 0; i < values.length; i++) sums[cluster[i]!]! += values[i]!;
  return sums;
}
