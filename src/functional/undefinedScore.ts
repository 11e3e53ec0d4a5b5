import type { OnUndefined } from '../inputs/options/labelOptions.ts';
import { MetricStateError } from '../state/metricStateError.ts';

/**
 * Returns the value of a score whose formula is 0/0: its limit, or the value of `onUndefined`.
 *
 * @throws {@link MetricStateError} with the reason, if `onUndefined` is `'throw'`.
 */
export function undefinedScore(
  owner: string,
  onUndefined: OnUndefined | undefined,
  limit: number,
  reason: string,
): number {
  if (onUndefined === undefined) return limit;
  if (onUndefined === 'nan') return NaN;
  if (onUndefined === 'throw') throw undefinedError(owner, reason);
  return onUndefined;
}

/** Returns the error for a score whose formula is 0/0. */
export function undefinedError(owner: string, reason: string): MetricStateError {
  return new MetricStateError(`${owner}: expected a defined value, got 0/0 because ${reason}`);
}

/** Returns a score of n samples; NaN (or the value of `onUndefined`) if n is 0. */
export function scoreOfSamples(
  owner: string,
  n: number,
  onUndefined: OnUndefined | undefined,
  score: () => number,
): number {
  return n > 0 ? score() : undefinedScore(owner, onUndefined, NaN, 'there are no samples');
}
