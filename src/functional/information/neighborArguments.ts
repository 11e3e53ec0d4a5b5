import { MetricInputError } from '../../inputs/metricInputError.ts';
import { checkSamples, type CheckedSamples } from '../../inputs/samples.ts';
import type { Points } from '../../neighbors/points.ts';

/** How many neighbours are looked at when nothing is said. */
export const DEFAULT_K = 3;

/**
 * Checks samples of several variables, of which each sample has one row in every block.
 *
 * @throws {@link MetricInputError} when a value is not finite, or blocks differ in length.
 */
export function readBlocks(inputs: readonly unknown[], names: readonly string[]): CheckedSamples[] {
  const blocks = inputs.map((input, b) => checkSamples(input, names[b]!));
  const [first] = blocks;
  blocks.forEach(({ n, d }, b) => {
    if (d === 0) throw new MetricInputError(`${names[b]}: expected at least one column, got none`);
    if (n === first!.n) return;
    throw new MetricInputError(
      `${names[0]} has ${first!.n} samples and ${names[b]} ${n}: expected as many of one as of the other`,
    );
  });
  return blocks;
}

/** The same as points, in 64 bits. */
export function toPoints({ data, n, d }: CheckedSamples): Points {
  return { data: data instanceof Float64Array ? data : Float64Array.from(data), n, d };
}

/**
 * Reads samples for an estimator that looks at the k nearest of the other samples.
 *
 * @throws {@link MetricInputError} when they can't be used, or there are not more than k.
 */
export function readPoints(
  owner: string,
  inputs: readonly unknown[],
  names: readonly string[],
  k: number,
): Points[] {
  const blocks = readBlocks(inputs, names);
  requireNeighbors(owner, blocks[0]!.n, k);
  return blocks.map(toPoints);
}

/** @throws {@link MetricInputError} when samples have no k others. */
export function requireNeighbors(owner: string, n: number, k: number): void {
  if (n > k) return;
  throw new MetricInputError(
    `${owner}: expected at least ${k + 1} samples to have k = ${k} neighbours each, got ${n}`,
  );
}
