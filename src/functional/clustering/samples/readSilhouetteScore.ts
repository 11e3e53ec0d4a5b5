import type { OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { indices } from '../../../numeric/indices.ts';
import { RandomSource } from '../../../numeric/random/randomSource.ts';
import type { ClusteredSamples } from '../../../state/samples/clusteredSamples.ts';
import { clusterCountProblem, readSampleArguments, type SampleArguments } from '../../sampleArguments.ts';
import { readSilhouetteDistance } from './readSilhouetteDistance.ts';
import type { SilhouetteScoreOptions } from './silhouetteOptions.ts';
import type { ResolvedDistance } from './silhouettes.ts';

/** Samples, distance and options of a mean silhouette. */
interface ReadSilhouetteScore<Options> {
  /** The samples, or the random subset of them. */
  readonly clustered: ClusteredSamples;
  readonly metric: ResolvedDistance;
  /** Reason why the score is undefined. */
  readonly problem: string | undefined;
  readonly options: Options;
}

/**
 * Reads the arguments of a mean silhouette.
 *
 * @throws {@link MetricInputError} if an argument is invalid.
 */
export function readSilhouetteScore<Options extends SilhouetteScoreOptions>(
  owner: string,
  reader: OptionsReader<Options>,
  args: SampleArguments<Options>,
): ReadSilhouetteScore<Options> {
  const { clustered: given, options } = readSampleArguments(owner, reader, args);
  const { sampleSize, seed = 0 } = options;
  const { clustered: all, metric } = readSilhouetteDistance(owner, options, given);
  const isMeasured = metric === 'precomputed';
  const clustered = sampleSize === undefined ? all : choose(all, sampleSize, { seed, isMeasured });
  return { clustered, metric, problem: clusterCountProblem(clustered.sizes.length, clustered.n), options };
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
