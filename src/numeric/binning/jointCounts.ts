import { blockSize, emptySpread, type AxisSpread, type FloatValues, type HistogramAxis } from './histogramAxis.ts';

/** Two sides of a joint histogram. */
export type AxisPair = readonly [x: HistogramAxis, y: HistogramAxis];

/** Sums of the cells, rows and columns of a joint histogram. */
export interface JointSums {
  /** Sum of each cell, in row-major order. */
  readonly cells: Float64Array;
  /** Sum of each row. */
  readonly x: Float64Array;
  /** Sum of each column. */
  readonly y: Float64Array;
  /** Sum of all cells. */
  all: number;
}

/** Joint histogram of weighted pairs of values, with a row for each bin of the first variable. */
export interface JointCounts {
  /** Sums of w · a · b for pairs of weight w with kernel weights a over rows and b over columns. */
  readonly sums: JointSums;
  /** Sums of (w · a · b)², for bias corrections. */
  readonly squares: JointSums | undefined;
}

/** Weighted pairs of values. Pairs of weight 0 are skipped. */
export interface PairedValues {
  /** First value of each pair. */
  readonly x: FloatValues;
  /** Second value of each pair. */
  readonly y: FloatValues;
  /** Weight of each pair. Default: 1. */
  readonly weights: Float64Array | undefined;
}

/** Returns counts of 0 in all bins. */
export function emptyCounts([x, y]: AxisPair, withSquares: boolean): JointCounts {
  const zeros = (): JointSums => ({
    cells: new Float64Array(x.bins * y.bins),
    x: new Float64Array(x.bins),
    y: new Float64Array(y.bins),
    all: 0,
  });
  return { sums: zeros(), squares: withSquares ? zeros() : undefined };
}

/** Pairs [start, start + count), spread over the bins of both axes. */
export interface SpreadBlock {
  readonly ofX: AxisSpread;
  readonly ofY: AxisSpread;
  /** Weight of each pair. */
  readonly shares: Float64Array;
  readonly start: number;
  readonly count: number;
}

/** Spreads the pairs [from, to) block by block. The arrays are reused for the next block. */
export function* spreadBlocks(
  [rows, columns]: AxisPair,
  { x, y, weights }: PairedValues,
  withDerivatives: boolean,
  from: number,
  to: number,
): Generator<SpreadBlock, void> {
  const block = blockSize(rows, columns);
  const ofX = emptySpread(rows, block, withDerivatives);
  const ofY = emptySpread(columns, block, withDerivatives);
  const shares = new Float64Array(block);
  for (let start = from; start < to; start += block) {
    const count = Math.min(block, to - start);
    rows.spread(x, start, count, ofX);
    columns.spread(y, start, count, ofY);
    for (let k = 0; k < count; k++) shares[k] = weights === undefined ? 1 : weights[start + k]!;
    yield { ofX, ofY, shares, start, count };
  }
}

/** Counts the pairs [from, to). */
export function countPairs(
  axes: AxisPair,
  pairs: PairedValues,
  { sums, squares }: JointCounts,
  from = 0,
  to: number = pairs.x.length,
): void {
  for (const block of spreadBlocks(axes, pairs, false, from, to)) {
    addProducts(sums, axes, block);
    if (squares === undefined) continue;
    for (const values of [block.ofX.weights, block.ofY.weights, block.shares]) square(values);
    addProducts(squares, axes, block);
  }
}

function addProducts(sums: JointSums, [rows, columns]: AxisPair, { ofX, ofY, shares, count }: SpreadBlock): void {
  const { cells, x, y } = sums;
  const a = ofX.weights;
  const b = ofY.weights;
  const { bins, taps } = columns;
  for (let k = 0; k < count; k++) {
    const share = shares[k]!;
    if (share === 0) continue;
    const i = ofX.first[k]!;
    const j = ofY.first[k]!;
    const bAt = k * taps;
    sums.all += share;
    for (let t = 0; t < taps; t++) y[j + t]! += share * b[bAt + t]!;
    for (let s = 0; s < rows.taps; s++) {
      const ofRow = share * a[k * rows.taps + s]!;
      const cell = (i + s) * bins + j;
      x[i + s]! += ofRow;
      for (let t = 0; t < taps; t++) cells[cell + t]! += ofRow * b[bAt + t]!;
    }
  }
}

function square(values: Float64Array): void {
  for (let k = 0; k < values.length; k++) values[k]! *= values[k]!;
}
