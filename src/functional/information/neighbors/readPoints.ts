import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { checkSampleBlocks } from '../../../inputs/checkSampleBlocks.ts';
import type { CheckedSamples } from '../../../inputs/samples.ts';
import type { Points } from '../../../numeric/neighbors/points.ts';

/** How many neighbours are looked at when nothing is said. */
export const DEFAULT_K = 3;

/** Samples as points, in 64 bits. */
export function toPoints({ data, n, d }: CheckedSamples): Points {
  return { data: data instanceof Float64Array ? data : Float64Array.from(data), n, d };
}

/**
 * Reads samples for an estimator that looks at the k nearest of the other samples.
 *
 * @throws {@link MetricInputError} when they can't be used, or there are not more than k.
 */
export function readPoints(owner: string, inputs: readonly unknown[], names: readonly string[], k: number): Points[] {
  const blocks = checkSampleBlocks(inputs, names);
  requireNeighbors(owner, blocks[0]!.n, k);
  return blocks.map(toPoints);
}

/** @throws {@link MetricInputError} when samples have no k others. */
export function requireNeighbors(owner: string, n: number, k: number): void {
  if (n > k) return;
  throw new MetricInputError(`${owner}: expected at least ${k + 1} samples to have k = ${k} neighbours each, got ${n}`);
}
