import type { OnUndefined } from '../inputs/labelOptions.ts';
import { MetricStateError } from '../state/metricStateError.ts';

/**
 * What a score returns where its formula is 0/0: its limit, unless the user asked for another thing.
 *
 * @throws {@link MetricStateError} with the reason, when `onUndefined` is `'throw'`.
 */
export function undefinedScore(
  owner: string,
  onUndefined: OnUndefined | undefined,
  limit: number,
  reason: string,
): number {
  if (onUndefined === undefined) return limit;
  if (onUndefined === 'nan') return NaN;
  if (onUndefined === 'throw') throw new MetricStateError(`${owner} is undefined: ${reason}`);
  return onUndefined;
}
