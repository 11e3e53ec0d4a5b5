/** Counts of pairs of codes, as three columns of equal length; no pair appears twice. */
export interface CodedCells {
  readonly target: Int32Array;
  readonly preds: Int32Array;
  readonly count: Float64Array;
}

/** The least and the greatest of the codes from index `from` on. */
export interface CodeBounds {
  readonly low: number;
  readonly high: number;
}

/** Bounds of no codes at all. */
export const NO_CODES: CodeBounds = { low: Infinity, high: -Infinity };

/** The bounds that hold `known` and all codes from index `from` on. */
export function extendBounds(known: CodeBounds, codes: Int32Array, from: number): CodeBounds {
  if (from >= codes.length) return known;
  // Starts from a code, not from infinity, so that the loop compares integers.
  let low = codes[from]!;
  let high = low;
  for (let i = from + 1; i < codes.length; i++) {
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
