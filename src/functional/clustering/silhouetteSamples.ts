import type { Labels } from '../../inputs/labels.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import type { Samples } from '../../inputs/samples.ts';
import { MetricStateError } from '../../state/metricStateError.ts';
import type { ClusteredSamples } from '../../state/clusteredSamples.ts';
import type { LabeledSampleBuffer } from '../../state/labeledSampleBuffer.ts';
import {
  clusterCountProblem,
  readSampleArguments,
  type SampleArguments,
} from '../sampleArguments.ts';
import { silhouetteOptions, type SilhouetteOptions } from './silhouetteOptions.ts';
import { silhouettes } from './silhouettes.ts';

/**
 * Silhouette of each sample: whether it lies nearer to its own cluster than to any other.
 *
 * s = (b − a) / max(a, b), with a the mean distance of a sample to the others of its cluster, and b the least
 * mean distance to the samples of another one. 0 for a sample that is alone in its cluster.
 *
 * @param data - samples, `[N, d]`; distances, `[N, N]`, for the metric `'precomputed'`.
 * @param labels - the cluster of each sample, `[N]`.
 * @returns a value from −1 to 1 for each sample, in their order, without those of an ignored label. Where
 * there is one cluster, or as many as samples: NaN, or what `onUndefined` says.
 * @throws {@link MetricInputError} when an input or option is not as described.
 * @see P. J. Rousseeuw, Journal of Computational and Applied Mathematics 20 (1987) 53–65.
 *
 * @example
 * ```ts
 * import { silhouetteSamples } from 'tfjs-metrics';
 *
 * silhouetteSamples([0, 1, 9, 10], [0, 0, 1, 1]); // Float64Array [0.8947, 0.8824, 0.8824, 0.8947]
 * ```
 */
export function silhouetteSamples(
  data: Samples,
  labels: Labels,
  options?: SilhouetteOptions,
): Float64Array;
/** The same of samples that are gathered already. */
export function silhouetteSamples(
  samples: LabeledSampleBuffer,
  options?: SilhouetteOptions,
): Float64Array;
export function silhouetteSamples(...args: SampleArguments<SilhouetteOptions>): Float64Array {
  const { clustered, options } = readSampleArguments('silhouetteSamples', silhouetteOptions, args);
  const { metric = 'euclidean', onUndefined = 'nan' } = options;
  if (metric === 'precomputed') requireDistances('silhouetteSamples', clustered);
  const problem = clusterCountProblem(clustered.sizes.length, clustered.n);
  if (problem === undefined) return silhouettes(clustered, metric);
  if (onUndefined === 'throw')
    throw new MetricStateError(`silhouetteSamples is undefined: ${problem}`);
  return new Float64Array(clustered.n).fill(onUndefined === 'nan' ? NaN : onUndefined);
}

/** @throws {@link MetricInputError} when data are no distances of all samples from each other. */
export function requireDistances(owner: string, { data, n, d }: ClusteredSamples): void {
  if (n !== d) {
    throw new MetricInputError(
      `${owner}: expected distances of the shape [N, N] for the metric "precomputed", got [${n}, ${d}]` +
        ' (an ignored label takes out rows but not columns: leave such samples out beforehand)',
    );
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const [there, back] = [data[i * d + j]!, data[j * d + i]!];
      if (i === j ? there === 0 : there >= 0 && Math.abs(there - back) <= 1e-9 * there) continue;
      throw new MetricInputError(
        `${owner}: expected distances, 0 of a sample from itself and the same both ways; [${i}][${j}] is ` +
          `${there} and [${j}][${i}] is ${back}`,
      );
    }
  }
}
