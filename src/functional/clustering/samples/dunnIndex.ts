import { labelOptions, type LabelOptions } from '../../../inputs/options/labelOptions.ts';
import type { Labels } from '../../../inputs/labels.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { oneOfCheck } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { centroidsOf, type ClusteredSamples } from '../../../state/samples/clusteredSamples.ts';
import type { LabeledSampleBuffer } from '../../../state/samples/labeledSampleBuffer.ts';
import { readSampleArguments, type SampleArguments } from '../../sampleArguments.ts';
import { undefinedScore } from '../../undefinedScore.ts';
import { checkedDistance } from './checkedDistance.ts';
import { SAME_POINT } from './daviesBouldinOfSpreads.ts';
import { checkOrder, distanceCheck, orderCheck, type DistanceFunction } from './distanceCheck.ts';
import { distanceByName, DISTANCES, type Distance, type NamedDistance } from '../../../numeric/neighbors/distance.ts';

/** Options for {@link dunnIndex}. */
export interface DunnIndexOptions extends LabelOptions {
  /** Distance: a name, or a function of two points (samples or centroids). Default: `'euclidean'`. */
  readonly metric?: NamedDistance | DistanceFunction | undefined;
  /** Order of the Minkowski distance, from 1 to Infinity. Default: 2. */
  readonly p?: number | undefined;
  /**
   * Points between which distances are measured:
   * - `'centroids'` (default): the smallest distance between two centroids, divided by the largest distance of a sample
   *   from the centroid of its cluster.
   * - `'samples'`, as in the paper: the smallest distance between samples of different clusters, divided by the largest
   *   distance between samples of the same cluster.
   */
  readonly between?: 'centroids' | 'samples' | undefined;
}

/** Reads {@link DunnIndexOptions}. */
export const dunnIndexOptions: OptionsReader<DunnIndexOptions> = /* @__PURE__ */ defineOptions('dunnIndex', () => ({
  ...labelOptions.checks(),
  metric: distanceCheck(DISTANCES),
  p: orderCheck(),
  between: oneOfCheck(['centroids', 'samples']),
}));

/**
 * Dunn index of a clustering: the smallest distance between clusters divided by the largest diameter of a cluster.
 *
 * By default, D = minᵢ≠ⱼ |mᵢ − mⱼ| / maxₙ |xₙ − m(xₙ)|, with mᵢ the centroid of cluster i and m(xₙ) the centroid of the
 * cluster of sample xₙ. This takes O(N K d) time for K clusters. The original definition, `between: 'samples'`, takes
 * O(N² d) time.
 *
 * @param data - samples, `[N, d]`.
 * @param labels - the cluster of each sample, `[N]`.
 * @returns a value of 0 or more, higher is better; Infinity if the distances within clusters are 0. NaN (or the value
 * of `onUndefined`) if the smallest distance between clusters is then 0 too, because two clusters are at the same
 * point, or if there are fewer than two clusters.
 * @throws {@link MetricInputError} if an input or option is invalid, or a distance function returns a value outside
 * [0, 1e300].
 * @see J. C. Dunn, Journal of Cybernetics 4 (1974) 95–104.
 *
 * @example
 * ```ts
 * import { dunnIndex } from 'tfjs-metrics';
 *
 * const data = [
 *   [0, 0],
 *   [0.5, 0],
 *   [1, 0],
 *   [0.5, 1],
 * ];
 * dunnIndex(data, [0, 0, 0, 1]); // 2
 * dunnIndex(data, [0, 0, 0, 1], { between: 'samples' }); // 1
 * dunnIndex(data, [0, 0, 0, 1], { metric: 'manhattan' }); // 2
 * ```
 */
export function dunnIndex(data: Samples, labels: Labels, options?: DunnIndexOptions): number;
/** Computes the score from samples in a buffer. */
export function dunnIndex(samples: LabeledSampleBuffer, options?: DunnIndexOptions): number;
export function dunnIndex(...args: SampleArguments<DunnIndexOptions>): number {
  const { clustered, options } = readSampleArguments('dunnIndex', dunnIndexOptions, args);
  if (clustered.sizes.length < 2) {
    const reason = `it needs at least 2 clusters, and has ${clustered.sizes.length}`;
    return undefinedScore('dunnIndex', options.onUndefined, NaN, reason);
  }
  const measure = options.between === 'samples' ? betweenSamples : betweenCentroids;
  const { nearest, widest } = measure(clustered, readDistance(options, clustered.exponent));
  if (nearest > 0 || widest > 0) return nearest / widest;
  return undefinedScore('dunnIndex', options.onUndefined, NaN, SAME_POINT);
}

/** Returns the distance function for samples that are scaled by 2^exponent. */
function readDistance(options: DunnIndexOptions, exponent: number): Distance {
  const { metric = 'minkowski', p } = checkOrder('dunnIndex', options);
  if (typeof metric === 'string') return distanceByName(metric, p);
  return checkedDistance('dunnIndex', metric, exponent);
}

interface Extents {
  readonly nearest: number;
  readonly widest: number;
}

function betweenCentroids(clustered: ClusteredSamples, distance: Distance): Extents {
  const { data, n, d, cluster, sizes } = clustered;
  const centroids = centroidsOf(clustered);
  let nearest = Infinity;
  for (let i = 0; i < sizes.length; i++) {
    for (let j = 0; j < i; j++) {
      nearest = Math.min(nearest, distance(centroids, i * d, centroids, j * d, d));
    }
  }
  let widest = 0;
  for (let i = 0; i < n; i++) {
    widest = Math.max(widest, distance(data, i * d, centroids, cluster[i]! * d, d));
  }
  return { nearest, widest };
}

function betweenSamples({ data, n, d, cluster }: ClusteredSamples, distance: Distance): Extents {
  let nearest = Infinity;
  let widest = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const far = distance(data, i * d, data, j * d, d);
      if (cluster[i] === cluster[j]) widest = Math.max(widest, far);
      else nearest = Math.min(nearest, far);
    }
  }
  return { nearest, widest };
}
