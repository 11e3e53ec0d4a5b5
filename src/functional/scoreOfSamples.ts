import type { OnUndefined } from '../inputs/labelOptions.ts';
import { undefinedScore } from './undefinedScore.ts';

/** Returns a score of n samples. Without samples it is NaN, unless `onUndefined` says otherwise. */
export function scoreOfSamples(
  owner: string,
  n: number,
  onUndefined: OnUndefined | undefined,
  score: () => number,
): number {
  return n > 0 ? score() : undefinedScore(owner, onUndefined, NaN, 'there are no samples');
}
