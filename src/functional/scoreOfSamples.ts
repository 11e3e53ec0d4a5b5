import type { OnUndefined } from '../inputs/options/labelOptions.ts';
import { undefinedScore } from './undefinedScore.ts';

/** Returns a score of n samples; NaN (or the value of `onUndefined`) if n is 0. */
export function scoreOfSamples(
  owner: string,
  n: number,
  onUndefined: OnUndefined | undefined,
  score: () => number,
): number {
  return n > 0 ? score() : undefinedScore(owner, onUndefined, NaN, 'there are no samples');
}
