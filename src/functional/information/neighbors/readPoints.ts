import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { checkSampleBlocks } from '../../../inputs/checkSampleBlocks.ts';
import type { CheckedSamples } from '../../../inputs/samples.ts';
import { toFloat64 } from '../../../inputs/toFloats.ts';
import type { Points } from '../../../numeric/neighbors/points.ts';

/** Default number of neighbors. */
export const DEFAULT_K = 3;

/** Converts samples to points in float64. */
export function toPoints({ data, n, d }: CheckedSamples): Points {
  return { data: toFloat64(data), n, d };
}

/**
 * Reads samples for an estimator that uses the k nearest neighbors.
 *
 * @throws {@link MetricInputError} if samples are invalid, or there are k or fewer.
 */
export function readPoints(owner: string, inputs: readonly unknown[], names: readonly string[], k: number): Points[] {
  const blocks = checkSampleBlocks(inputs, names);
  requireNeighbors(owner, blocks[0]!.n, k);
  return blocks.map(toPoints);
}

/** @throws {@link MetricInputError} if there are k samples or fewer. */
export function requireNeighbors(owner: string, n: number, k: number): void {
  if (n > k) return;
  throw new MetricInputError(`${owner}: expected at least ${k + 1} samples for k = ${k}, got ${n}`);
}
