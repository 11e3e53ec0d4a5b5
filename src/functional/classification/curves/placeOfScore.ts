/** Returns the index of the highest threshold at or below a score, among descending thresholds. */
export function placeOfScore(score: number, thresholds: Float64Array): number {
  let [low, high] = [0, thresholds.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (thresholds[middle]! <= score) high = middle;
    else low = middle + 1;
  }
  return low;
}
