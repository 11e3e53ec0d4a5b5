import { isPlainObject } from '../../../inputs/isPlainObject.ts';
import { tagOf } from '../../../inputs/isTypedArray.ts';
import { inputError } from '../../../inputs/metricInputError.ts';
import { isCount } from '../../../inputs/options/optionCheck.ts';
import { KERNEL_DISTANCES, type KernelDistance } from '../../../numeric/kernels/sampleKernels.ts';
import { namedDistanceSums, sumPairs, type SilhouetteSums } from './meanDistancesByPairs.ts';

/** Part of the distances of {@link silhouetteScoreAsync}. It can be posted to a worker. */
export interface SilhouettePart {
  /** Name of the distance. */
  readonly metric: KernelDistance;
  /** Samples, sorted by cluster, `[n, d]`. */
  readonly rows: Float64Array;
  /** Index of the first sample of each cluster, followed by n. */
  readonly starts: Int32Array;
  /** Zero-based index of this part. */
  readonly part: number;
  /** Number of parts. */
  readonly parts: number;
}

/**
 * Computes a part of the distances of {@link silhouetteScoreAsync}, usually in a worker.
 *
 * Of m parts, each has every m-th pair of clusters. The distances within a cluster are summed in the part that has the
 * pair of the cluster and itself.
 *
 * @param part - what the option `run` was called with.
 * @returns what the option `run` returns a promise of. It can be posted back.
 * @throws {@link MetricInputError} if the part is invalid.
 * @see P. J. Rousseeuw, Journal of Computational and Applied Mathematics 20 (1987) 53–65.
 *
 * @example
 * ```ts
 * import { silhouetteSums } from 'tfjs-metrics';
 *
 * const { own, nearest } = silhouetteSums({
 *   metric: 'euclidean',
 *   rows: Float64Array.of(0, 1, 9, 10),
 *   starts: Int32Array.of(0, 2, 4),
 *   part: 0,
 *   parts: 1,
 * });
 * own; // Float64Array [1, 1, 1, 1]
 * nearest; // Float64Array [9.5, 8.5, 8.5, 9.5]
 * ```
 */
export function silhouetteSums(part: SilhouettePart): SilhouetteSums {
  if (!isSilhouettePart(part)) {
    throw inputError('silhouetteSums: part', 'a part from the option "run" of silhouetteScoreAsync', part);
  }
  const { metric, rows, starts, parts } = part;
  const isChosen = (k: number, other: number): boolean => ((k * (k + 1)) / 2 + other) % parts === part.part;
  const sums = sumPairs(starts, namedDistanceSums(metric, rows, starts.at(-1)!), isChosen);
  // The sums may be in the memory of WebAssembly, which is reused.
  return { own: sums.own.slice(), nearest: sums.nearest };
}

function isSilhouettePart(value: unknown): boolean {
  if (!isPlainObject(value)) return false;
  const { metric, rows, starts, part, parts } = value as Partial<SilhouettePart>;
  if (
    !KERNEL_DISTANCES.includes(metric as KernelDistance) ||
    !isCount(parts) ||
    !(isCount(part! + 1) && part! < parts!)
  )
    return false;
  if (!ArrayBuffer.isView(rows) || tagOf(rows) !== 'Float64Array') return false;
  if (!ArrayBuffer.isView(starts) || tagOf(starts) !== 'Int32Array' || starts[0] !== 0) return false;
  return (
    starts.every((start, k) => k === 0 || start > starts[k - 1]!) && Number.isInteger(rows.length / starts.at(-1)!)
  );
}
