/** Returns the number of decimals that shows counts or sums of weights alike: none if all are integers. */
export function countDecimals(counts: readonly number[]): number {
  if (counts.every((count) => Number.isInteger(count))) return 0;
  return counts.every((count) => count < 1) ? 3 : 1;
}
