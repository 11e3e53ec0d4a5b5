/** Number of intervals; a line has at most about twice as many points, more than a screen can show. */
const MAX_SPANS = 500;

/**
 * Selects the steps of a line to draw. With more than 1,000 steps, these are the minimum and maximum of the finite values
 * of each of 500 equal intervals, so that no peak is lost, and the step `kept`.
 */
export function thinnedSteps(values: ArrayLike<number>, kept: number | undefined): number[] {
  const { length } = values;
  if (length <= 2 * MAX_SPANS) return Array.from({ length }, (_, k) => k);
  const chosen = new Set(kept === undefined ? [] : [kept]);
  for (let span = 0; span < MAX_SPANS; span++) {
    const start = Math.floor((span * length) / MAX_SPANS);
    const end = Math.floor(((span + 1) * length) / MAX_SPANS);
    let [low, high]: [number | undefined, number | undefined] = [undefined, undefined];
    for (let k = start; k < end; k++) {
      if (!Number.isFinite(values[k])) continue;
      if (low === undefined || values[k]! < values[low]!) low = k;
      if (high === undefined || values[k]! > values[high]!) high = k;
    }
    if (low !== undefined) chosen.add(low).add(high!);
  }
  return [...chosen].sort((a, b) => a - b);
}
