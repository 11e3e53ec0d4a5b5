import { MetricInputError } from '../../inputs/metricInputError.ts';

/** Maximum total weight: products of four totals are still finite, which pair-counting scores need. */
const LARGEST_TOTAL = 1e60;

/**
 * Adds weights to a total.
 *
 * @returns the new total.
 * @throws {@link MetricInputError} if it is too large to compute scores.
 */
export function addToTotal(total: number, added: number): number {
  const sum = total + added;
  if (sum <= LARGEST_TOTAL) return sum;
  throw new MetricInputError(
    `sampleWeight: expected weights with a sum of at most ${LARGEST_TOTAL}, got ${sum}; ` +
      'divide all weights by the same number',
  );
}

/** Relative rounding error within which sums of fractional weights count as equal. */
const WEIGHT_ROUNDING = 1e-9;

/**
 * Returns how much of a weight to take away: `weight`, or all that is held, up to rounding error of fractional weights.
 * Undefined if less is held.
 */
export function takenWeight(held: number, weight: number): number | undefined {
  const rounding = Number.isInteger(held) && Number.isInteger(weight) ? 0 : WEIGHT_ROUNDING * weight;
  if (held - weight < -rounding) return undefined;
  return held - weight <= rounding ? held : weight;
}
