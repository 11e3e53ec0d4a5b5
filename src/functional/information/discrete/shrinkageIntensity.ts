/** Counts of the groups that samples fall in. */
export interface GroupCounts {
  /** Number of samples of each group that has any. */
  readonly sizes: Float64Array;
  /** Number of groups that could occur, including empty ones. */
  readonly possible: number;
}

/**
 * Returns the weight of the uniform distribution, from 0 to 1, that minimises the squared error of the shrunk
 * frequencies.
 *
 * @see J. Hausser and K. Strimmer, JMLR 10 (2009) 1469–1484.
 */
export function shrinkageIntensity({ sizes, possible }: GroupCounts, n: number): number {
  const equal = 1 / possible;
  let variance = 0;
  let distance = (possible - sizes.length) * equal ** 2;
  for (const size of sizes) {
    const share = size / n;
    variance += share * (1 - share);
    distance += (share - equal) ** 2;
  }
  return variance >= (n - 1) * distance ? 1 : variance / ((n - 1) * distance);
}
