/** Counts of pairs of codes, as three columns of equal length; no pair appears twice. */
export interface CodedCells {
  readonly target: Int32Array;
  readonly preds: Int32Array;
  readonly count: Float64Array;
}

/** The least and the greatest of some codes. */
export interface CodeBounds {
  readonly low: number;
  readonly high: number;
}

/** Bounds of no codes at all. */
export const NO_CODES: CodeBounds = { low: Infinity, high: -Infinity };

/** The bounds that hold `known` and these codes. */
export function extendBounds(known: CodeBounds, codes: Int32Array): CodeBounds {
  if (codes.length === 0) return known;
  // Starts from a code, not from infinity, so that the loop compares integers.
  let low = codes[0]!;
  let high = low;
  for (let i = 1; i < codes.length; i++) {
    const code = codes[i]!;
    if (code < low) low = code;
    if (code > high) high = code;
  }
  return { low: Math.min(low, known.low), high: Math.max(high, known.high) };
}

/** How many codes lie within the bounds. */
export function boundsSize({ low, high }: CodeBounds): number {
  return high < low ? 0 : high - low + 1;
}

/** The bounds that are needed, and as much again on the side where they exceed the old ones. */
export function widenedBounds(old: CodeBounds, needed: CodeBounds): CodeBounds {
  const size = boundsSize(old);
  return {
    low: needed.low < old.low ? Math.min(needed.low, old.low - size) : needed.low,
    high: needed.high > old.high ? Math.max(needed.high, old.high + size) : needed.high,
  };
}
