import type { Labels } from '../../../inputs/labels.ts';
import { inputError } from '../../../inputs/metricInputError.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { countCheck, functionCheck } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { toHost } from '../../../inputs/toHost.ts';
import { KERNEL_DISTANCES, type KernelDistance } from '../../../numeric/kernels/sampleKernels.ts';
import { mean } from '../../../numeric/mean.ts';
import { yieldToEventLoop } from '../../../numeric/yieldToEventLoop.ts';
import type { ClusteredSamples } from '../../../state/samples/clusteredSamples.ts';
import { undefinedScore } from '../../undefinedScore.ts';
import { inGivenOrder, sortByCluster, sortedRows, type SilhouetteSums } from './meanDistancesByPairs.ts';
import { readSilhouetteScore } from './readSilhouetteScore.ts';
import { silhouetteSums, type SilhouettePart } from './silhouetteSums.ts';
import { silhouetteScoreOptions, type SilhouetteScoreOptions } from './silhouetteOptions.ts';
import { silhouettes, silhouettesOf } from './silhouettes.ts';

/** Options for {@link silhouetteScoreAsync}. */
export interface SilhouetteScoreAsyncOptions extends SilhouetteScoreOptions {
  /**
   * Computes a part of the distances with {@link silhouetteSums}, such as in a worker of a pool. Default: on this
   * thread, yielding to the event loop between parts.
   */
  readonly run?: ((part: SilhouettePart) => Promise<SilhouetteSums>) | undefined;
  /** Number of parts, such as a small multiple of the number of workers. Each part has a copy of the samples. Default: 8. */
  readonly parts?: number | undefined;
}

const silhouetteScoreAsyncOptions: OptionsReader<SilhouetteScoreAsyncOptions> = /* @__PURE__ */ defineOptions(
  'SilhouetteScoreAsyncOptions',
  () => ({ ...silhouetteScoreOptions.checks(), run: functionCheck(), parts: countCheck() }),
);

/**
 * Computes {@link silhouetteScore} without blocking, on several threads if the option `run` passes parts to workers.
 * Tensors are read asynchronously.
 *
 * With the metrics `'euclidean'`, `'manhattan'` and `'chebyshev'`, the pairs of clusters are divided into parts of
 * about equal work if there are several clusters of similar size. All other metrics are computed at once, on this
 * thread.
 *
 * @param data - samples, `[N, d]`, or distances, `[N, N]`, with the metric `'precomputed'`.
 * @param labels - the cluster of each sample, `[N]`.
 * @returns a promise of the result of {@link silhouetteScore}, up to rounding.
 * @throws {@link MetricInputError} if {@link silhouetteScore} does, or `run` returns something else than the result of
 * {@link silhouetteSums}; the promise is rejected.
 * @see {@link silhouetteScore} for the formula and sources.
 *
 * @example
 * ```ts
 * import { silhouetteSums, silhouetteScoreAsync } from 'tfjs-metrics';
 *
 * await silhouetteScoreAsync([0, 1, 9, 10], [0, 0, 1, 1], {
 *   // With a pool, (part) => pool.run(part); each worker calls silhouetteSums.
 *   run: async (part) => silhouetteSums(part),
 * }); // 0.8885
 * ```
 */
export async function silhouetteScoreAsync(
  data: Samples,
  labels: Labels,
  options?: SilhouetteScoreAsyncOptions,
): Promise<number> {
  const owner = 'silhouetteScoreAsync';
  const [samples, clusters] = await toHost([data, labels] as const);
  const given = [samples, clusters, options] as const;
  const { clustered, metric, problem, options: read } = readSilhouetteScore(owner, silhouetteScoreAsyncOptions, given);
  if (problem !== undefined) return undefinedScore(owner, read.onUndefined, NaN, problem);
  if (!isKernelDistance(metric)) return mean(silhouettes(clustered, metric));
  const { starts, place } = sortByCluster(clustered);
  const sums = await sumInParts(clustered, { metric, starts, rows: sortedRows(clustered, place) }, read);
  return mean(silhouettesOf(clustered, inGivenOrder(clustered, place, sums)));
}

function isKernelDistance(metric: unknown): metric is KernelDistance {
  return KERNEL_DISTANCES.includes(metric as KernelDistance);
}

/** Runs all parts, and adds up their results as they arrive. */
async function sumInParts(
  { n }: ClusteredSamples,
  all: Pick<SilhouettePart, 'metric' | 'starts' | 'rows'>,
  { run = runHere, parts = 8 }: SilhouetteScoreAsyncOptions,
): Promise<SilhouetteSums> {
  const own = new Float64Array(n);
  const nearest = new Float64Array(n).fill(Infinity);
  const addPart = async (_: unknown, part: number): Promise<void> => {
    const sums = await run({ ...all, part, parts });
    requireSums(sums, n);
    for (let i = 0; i < n; i++) {
      own[i]! += sums.own[i]!;
      nearest[i] = Math.min(nearest[i]!, sums.nearest[i]!);
    }
  };
  await Promise.all(Array.from({ length: parts }, addPart));
  return { own, nearest };
}

async function runHere(part: SilhouettePart): Promise<SilhouetteSums> {
  await yieldToEventLoop();
  return silhouetteSums(part);
}

/** @throws {@link MetricInputError} if a result is not that of a part of n samples. */
function requireSums(sums: unknown, n: number): void {
  const { own, nearest } = (sums ?? {}) as Partial<SilhouetteSums>;
  if (own?.length === n && nearest?.length === n) return;
  throw inputError('silhouetteScoreAsync: option "run"', `a promise of the result of silhouetteSums`, sums);
}
