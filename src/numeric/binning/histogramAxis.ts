/** Values as they come from tensors and typed arrays. */
export type FloatValues = Float32Array | Float64Array;

/**
 * One side of a soft histogram: a rule by which each value spreads over bins next to each other.
 */
export interface HistogramAxis {
  /** How many bins there are. */
  readonly bins: number;
  /** The most bins that one value reaches. */
  readonly taps: number;
  /** Spreads `count` values, from `values[from]` on, into `spread`; its derivatives too where it has them. */
  spread(values: FloatValues, from: number, count: number, spread: AxisSpread): void;
}

/** How a block of values spreads: `taps` weights for each value. */
export interface AxisSpread {
  /** The first bin that each value reaches; it and `taps − 1` more are within the bins. */
  readonly first: Int32Array;
  /** The weight of each bin from the first on, value after value. */
  readonly weights: Float64Array;
  /** The derivative of each weight with respect to the value; left out where nobody asks. */
  readonly derivatives: Float64Array | undefined;
}

/** Weights that stay in a processor's cache while a block of values is counted. */
const BLOCK_WEIGHTS = 2 ** 14;

/** How many values are spread at a time. */
export function blockSize(...axes: readonly HistogramAxis[]): number {
  const taps = Math.max(...axes.map((axis) => axis.taps));
  return Math.max(16, Math.min(2048, Math.floor(BLOCK_WEIGHTS / taps)));
}

/** Room for how a block of values spreads. */
export function emptySpread(axis: HistogramAxis, block: number, withDerivatives: boolean): AxisSpread {
  return {
    first: new Int32Array(block),
    weights: new Float64Array(block * axis.taps),
    derivatives: withDerivatives ? new Float64Array(block * axis.taps) : undefined,
  };
}
