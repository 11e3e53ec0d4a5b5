/** Minimum and maximum of codes. */
export interface CodeBounds {
  readonly low: number;
  readonly high: number;
}

/** Bounds of both sides of pairs. */
export interface PairBounds {
  readonly targetBounds: CodeBounds;
  readonly predBounds: CodeBounds;
}

/** Counts of pairs of codes, as three columns of equal length. Pairs are distinct, and within the bounds. */
export interface CodedCells extends PairBounds {
  readonly target: Int32Array;
  readonly preds: Int32Array;
  readonly count: Float64Array;
}

/** Bounds of an empty set of codes. */
export const NO_CODES: CodeBounds = { low: Infinity, high: -Infinity };

/** Returns the minimum and maximum of codes. */
export function boundsOf(codes: Int32Array): CodeBounds {
  if (codes.length === 0) return NO_CODES;
  // Starting from a code instead of Infinity keeps the loop in integer arithmetic.
  let low = codes[0]!;
  let high = low;
  for (let i = 1; i < codes.length; i++) {
    const code = codes[i]!;
    low = Math.min(low, code);
    high = Math.max(high, code);
  }
  return { low, high };
}

/** Returns the union of two ranges of codes. */
export function joinBounds(a: CodeBounds, b: CodeBounds): CodeBounds {
  return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}

/** Returns the number of codes within the bounds. */
export function boundsSize({ low, high }: CodeBounds): number {
  return high < low ? 0 : high - low + 1;
}

/** Returns the needed bounds, and extends each side that exceeds the old bounds by at least the old size. */
export function widenedBounds(old: CodeBounds, needed: CodeBounds): CodeBounds {
  const size = boundsSize(old);
  // Limited to the range of 32-bit codes: a bound outside it would overflow.
  const low = Math.max(-(2 ** 31), old.low - size);
  const high = Math.min(2 ** 31 - 1, old.high + size);
  return {
    low: needed.low < old.low ? Math.min(needed.low, low) : needed.low,
    high: needed.high > old.high ? Math.max(needed.high, high) : needed.high,
  };
}
