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

/** The bounds of both sides of pairs. */
export interface PairBounds {
  readonly targetBounds: CodeBounds;
  readonly predBounds: CodeBounds;
}

/** Bounds of no codes at all. */
export const NO_CODES: CodeBounds = { low: Infinity, high: -Infinity };

/** The bounds of these codes. */
export function boundsOf(codes: Int32Array): CodeBounds {
  if (codes.length === 0) return NO_CODES;
  // Starts from a code, not from infinity, so that the loop compares integers.
  let low = codes[0]!;
  let high = low;
  for (let i = 1; i < codes.length; i++) {
    const code = codes[i]!;
    if (code < low) low = code;
    if (code > high) high = code;
  }
  return { low, high };
}

/** The bounds that hold both. */
export function joinBounds(a: CodeBounds, b: CodeBounds): CodeBounds {
  return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}

/** How many codes lie within the bounds. */
export function boundsSize({ low, high }: CodeBounds): number {
  return high < low ? 0 : high - low + 1;
}

/** The bounds that are needed, and as much again on the side where they exceed the old ones. */
export function widenedBounds(old: CodeBounds, needed: CodeBounds): CodeBounds {
  const size = boundsSize(old);
  // No further than codes go: beyond it, a matrix would count from another code than it says.
  const low = Math.max(-(2 ** 31), old.low - size);
  const high = Math.min(2 ** 31 - 1, old.high + size);
  return {
    low: needed.low < old.low ? Math.min(needed.low, low) : needed.low,
    high: needed.high > old.high ? Math.max(needed.high, high) : needed.high,
  };
}
