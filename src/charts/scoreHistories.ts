import type { ScoreHistory } from './historyParts.ts';
import type { ChartedScore } from './scoreParts.ts';

/** The scores of each step as one history a score; where a step is without a score, its value is NaN. */
export function scoreHistories(steps: readonly (readonly ChartedScore[])[]): ScoreHistory[] {
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
