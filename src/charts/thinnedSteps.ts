/** A line is drawn through about twice as many points at most: more than a screen shows. */
const MOST_SPANS = 500;

/**
 * Which steps of a line to draw: all of few; of many, the least and the greatest value of each of 500 equal spans, so
 * that no peak is lost, and the step to be kept.
 */
export function thinnedSteps(values: ArrayLike<number>, kept: number | undefined): number[] {
  const { length } = values;
  if (length <= 2 * MOST_SPANS) return Array.from({ length }, (_, k) => k);
  const chosen = new Set(kept === undefined ? [] : [kept]);
  for (let span = 0; span < MOST_SPANS; span++) {
    const start = Math.floor((span * length) / MOST_SPANS);
    const end = Math.floor(((span + 1) * length) / MOST_SPANS);
    let [low, high] = [start, start];
    for (let k = start + 1; k < end; k++) {
      if (values[k]! < values[low]!) low = k;
      if (values[k]! > values[high]!) high = k;
    }
    chosen.add(low).add(high);
  }
  return [...chosen].sort((a, b) => a - b);
}
