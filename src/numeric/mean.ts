import { sum } from './sum.ts';

/** Returns the arithmetic mean, summed from the first value to the last; NaN without values. */
export function mean(values: ArrayLike<number>): number {
  return sum(values) / values.length;
}
