import { indices } from '../../../numeric/indices.ts';
import type { Labels } from '../../../inputs/labels.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { RandomSource } from '../../../numeric/random/randomSource.ts';
import type { ClusteredSamples } from '../../../state/samples/clusteredSamples.ts';
import type { LabeledSampleBuffer } from '../../../state/samples/labeledSampleBuffer.ts';
import { clusterCountProblem, readSampleArguments, type SampleArguments } from '../../sampleArguments.ts';
import { undefinedScore } from '../../undefinedScore.ts';
import { readSilhouetteDistance } from './readSilhouetteDistance.ts';
import { silhouetteScoreOptions, type SilhouetteScoreOptions } from './silhouetteOptions.ts';
import { silhouettes } from './silhouettes.ts';
import { mean } from '../../../numeric/mean.ts';

/**
 * Mean silhouette of a clustering: how much closer samples are to their own cluster than to the nearest other
 * cluster.
 *
 * The score is the mean over all samples of s = (b − a) / max(a, b); see {@link silhouetteSamples}. It takes O(N d)
 * memory, and O(N² d) time, or O(N K d) for K clusters with the metrics `'sqeuclidean'` and `'cosine'`. With
 * `sampleSize`, the score is computed for a random subset of the samples only.
 *
 * @param data - samples, `[N, d]`, or distances, `[N, N]`, with the metric `'precomputed'`.
 * @param labels - the cluster of each sample, `[N]`.
 * @returns a value from −1 to 1, higher is better. NaN (or the value of `onUndefined`) if there is one cluster, or as
 * many clusters as samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or a distance function returns a value outside
 * [0, 1e300].
 * @see P. J. Rousseeuw, Journal of Computational and Applied Mathematics 20 (1987) 53–65.
 *
 * @example
 * ```ts
 * import { silhouetteScore } from 'tfjs-metrics';
 *
 * silhouetteScore([0, 1, 9, 10], [0, 0, 1, 1]); // 0.8885
 * silhouetteScore(
 *   [
 *     [0, 0],
 *     [0, 1],
 *     [4, 4],
 *     [5, 4],
 *   ],
 *   ['a', 'a', 'b', 'b'],
 *   { metric: 'manhattan' },
 * ); // 0.8745
 * silhouetteScore([0, 1, 9, 10], [0, 0, 1, 1], {
 *   metric: (a, b) => Math.abs(a[0]! - b[0]!),
 * }); // 0.8885
 * ```
 */
export function silhouetteScore(data: Samples, labels: Labels, options?: SilhouetteScoreOptions): number;
/** Computes the score from samples in a buffer. */
export function silhouetteScore(samples: LabeledSampleBuffer, options?: SilhouetteScoreOptions): number;
export function silhouetteScore(...args: SampleArguments<SilhouetteScoreOptions>): number {
  const { clustered: given, options } = readSampleArguments('silhouetteScore', silhouetteScoreOptions, args);
  const { sampleSize, seed = 0 } = options;
  const { clustered: all, metric } = readSilhouetteDistance('silhouetteScore', options, given);
  const isMeasured = metric === 'precomputed';
  const chosen = sampleSize === undefined ? all : choose(all, sampleSize, { seed, isMeasured });
  const problem = clusterCountProblem(chosen.sizes.length, chosen.n);
  if (problem !== undefined) {
    return undefinedScore('silhouetteScore', options.onUndefined, NaN, problem);
  }
  return mean(silhouettes(chosen, metric));
}

/**
 * Draws `size` samples uniformly without replacement. Clusters without a drawn sample are removed. Of a distance
 * matrix, only the columns of the drawn samples are kept.
 */
function choose(
  clustered: ClusteredSamples,
  size: number,
  { seed, isMeasured }: { readonly seed: number; readonly isMeasured: boolean },
): ClusteredSamples {
  const { data, exponent, n, d, cluster, clusterLabels } = clustered;
  if (size >= n) return clustered;
  const random = RandomSource.of(seed);
  const order = indices(n);
  for (let i = 0; i < size; i++) {
    const j = i + random.integer(n - i);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  const chosen = order.subarray(0, size).sort();
  const width = isMeasured ? size : d;
  const kept = new Float64Array(size * width);
  chosen.forEach((i, at) => {
    const row = data.subarray(i * d, (i + 1) * d);
    kept.set(isMeasured ? Float64Array.from(chosen, (j) => row[j]!) : row, at * width);
  });
  const numbers = [...new Set(Int32Array.from(chosen, (i) => cluster[i]!))].sort((a, b) => a - b);
  const place = new Map(numbers.map((k, at) => [k, at]));
  const sizes = new Int32Array(numbers.length);
  const clusterOf = Int32Array.from(chosen, (i) => place.get(cluster[i]!)!);
  for (const k of clusterOf) sizes[k]!++;
  const labels = numbers.map((k) => clusterLabels[k]!);
  return {
    data: kept,
    exponent,
    n: size,
    d: width,
    cluster: clusterOf,
    clusterLabels: labels,
    sizes,
  };
}
