import type { Labels } from '../../../inputs/labels.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { LabeledSampleBuffer } from '../../../state/samples/labeledSampleBuffer.ts';
import { clusterCountProblem, readSampleArguments, type SampleArguments } from '../../sampleArguments.ts';
import { undefinedError } from '../../undefinedScore.ts';
import { readSilhouetteDistance } from './readSilhouetteDistance.ts';
import { silhouetteOptions, type SilhouetteOptions } from './silhouetteOptions.ts';
import { silhouettes } from './silhouettes.ts';

/**
 * Silhouette of each sample: how much closer it is to its own cluster than to the nearest other cluster.
 *
 * s = (b − a) / max(a, b), with a the mean distance of a sample from the other samples of its cluster, and b the
 * smallest of its mean distances from the samples of each other cluster. s is 0 for a sample that is alone in its
 * cluster, and if a = b = 0.
 *
 * @param data - samples, `[N, d]`, or distances, `[N, N]`, with the metric `'precomputed'`.
 * @param labels - the cluster of each sample, `[N]`.
 * @returns a value from −1 to 1 for each sample, in the order of the data, without samples of an ignored label. NaN (or
 * the value of `onUndefined`) if there is one cluster, or as many clusters as samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or a distance function returns a value outside
 * [0, 1e300].
 * @see P. J. Rousseeuw, Journal of Computational and Applied Mathematics 20 (1987) 53–65.
 *
 * @example
 * ```ts
 * import { silhouetteSamples } from 'tfjs-metrics';
 *
 * silhouetteSamples([0, 1, 9, 10], [0, 0, 1, 1]);
 * // => Float64Array [0.8947, 0.8824, 0.8824, 0.8947]
 * ```
 */
export function silhouetteSamples(data: Samples, labels: Labels, options?: SilhouetteOptions): Float64Array;
/** Computes the score from samples in a buffer. */
export function silhouetteSamples(samples: LabeledSampleBuffer, options?: SilhouetteOptions): Float64Array;
export function silhouetteSamples(...args: SampleArguments<SilhouetteOptions>): Float64Array {
  const { clustered: given, options } = readSampleArguments('silhouetteSamples', silhouetteOptions, args);
  const { onUndefined = 'nan' } = options;
  const { clustered, metric } = readSilhouetteDistance('silhouetteSamples', options, given);
  const problem = clusterCountProblem(clustered.sizes.length, clustered.n);
  if (problem === undefined) return silhouettes(clustered, metric);
  if (onUndefined === 'throw') throw undefinedError('silhouetteSamples', problem);
  return new Float64Array(clustered.n).fill(onUndefined === 'nan' ? NaN : onUndefined);
}
