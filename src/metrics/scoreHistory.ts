import type { NamedScore, ScoreScale } from './namedScore.ts';

/** Values of a score over steps. */
export interface ScoreHistory extends ScoreScale {
  /** Value at each step; charts leave a gap where it is not finite. */
  readonly values: ArrayLike<number>;
}

/** Returns one history per score from the scores of each step, with NaN for steps without the score. */
export function scoreHistories(steps: readonly (readonly NamedScore[])[]): ScoreHistory[] {
  const histories = new Map<string, ScoreHistory & { readonly values: Float64Array }>();
  steps.forEach((scores, k) => {
    for (const { name, value, range, higherIsBetter } of scores) {
      let history = histories.get(name);
      if (history === undefined) {
        const values = new Float64Array(steps.length).fill(NaN);
        histories.set(name, (history = { name, range, higherIsBetter, values }));
      }
      history.values[k] = value;
    }
  });
  return [...histories.values()];
}
