/** Values of a tensor or typed array. */
export type FloatValues = Float32Array | Float64Array;

/** One side of a soft histogram: a rule that spreads each value over adjacent bins. */
export interface HistogramAxis {
  /** Number of bins. */
  readonly bins: number;
  /** Largest number of bins that one value reaches. */
  readonly taps: number;
  /**
   * Writes the weights of `count` values from `values[from]` on to `spread`, and their derivatives if `spread` has
   * room for them.
   */
  spread(values: FloatValues, from: number, count: number, spread: AxisSpread): void;
}

/** Weights of a block of values in the bins, `taps` weights per value. */
export interface AxisSpread {
  /** First bin that each value reaches. It and the next `taps − 1` bins exist. */
  readonly first: Int32Array;
  /** Weight of each bin from the first on, value after value. */
  readonly weights: Float64Array;
  /** Derivative of each weight with respect to the value. Undefined if not needed. */
  readonly derivatives: Float64Array | undefined;
}

/** Number of weights per block, small enough for the processor's cache. */
const BLOCK_WEIGHTS = 2 ** 14;

/** Returns the number of values per block. */
export function blockSize(...axes: readonly HistogramAxis[]): number {
  const taps = Math.max(...axes.map((axis) => axis.taps));
  return Math.max(16, Math.min(2048, Math.floor(BLOCK_WEIGHTS / taps)));
}

/** Allocates the weights of a block of values. */
export function emptySpread(axis: HistogramAxis, block: number, withDerivatives: boolean): AxisSpread {
  return {
    first: new Int32Array(block),
    weights: new Float64Array(block * axis.taps),
    derivatives: withDerivatives ? new Float64Array(block * axis.taps) : undefined,
  };
}
