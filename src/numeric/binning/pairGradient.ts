import type { AxisSpread } from './histogramAxis.ts';
import { spreadBlocks, type AxisPair, type PairedValues, type SpreadBlock } from './jointCounts.ts';

/**
 * Gradient with respect to the sums of a joint histogram: the cells, and the rows and columns if the statistic uses
 * their sums.
 */
export interface SumGradients<A> {
  readonly cells: A;
  readonly x?: A | undefined;
  readonly y?: A | undefined;
}

/** Gradient with respect to the sums of a joint histogram, and to its sums of squares if there are any. */
export interface CountGradients<A = Float64Array> {
  readonly sums: SumGradients<A>;
  readonly squares?: SumGradients<A> | undefined;
}

/** Output arrays for the derivatives with respect to the values. */
interface PairGradient {
  readonly x: Float32Array | Float64Array;
  readonly y: Float32Array | Float64Array;
}

/**
 * Computes the derivatives with respect to the values of pairs [from, to) by the chain rule through the counts. For x
 * with weights aᵢ and derivatives a'ᵢ, and y with weights bⱼ: w Σᵢⱼ a'ᵢ bⱼ Gᵢⱼ, plus 2w² Σᵢⱼ aᵢa'ᵢ bⱼ² Hᵢⱼ for the
 * squares.
 */
export function pairGradient(
  axes: AxisPair,
  pairs: PairedValues,
  by: CountGradients,
  gradient: PairGradient,
  from = 0,
  to: number = pairs.x.length,
): void {
  gradient.x.fill(0, from, to);
  gradient.y.fill(0, from, to);
  for (const block of spreadBlocks(axes, pairs, true, from, to)) {
    addProductGradients(by.sums, axes, block, gradient);
    if (by.squares === undefined) continue;
    squareSpread(block.ofX);
    squareSpread(block.ofY);
    for (let k = 0; k < block.count; k++) block.shares[k]! *= block.shares[k]!;
    addProductGradients(by.squares, axes, block, gradient);
  }
}

function addProductGradients(
  { cells, x: ofRows, y: ofColumns }: SumGradients<Float64Array>,
  [rows, columns]: AxisPair,
  { ofX, ofY, shares, start, count }: SpreadBlock,
  gradient: PairGradient,
): void {
  const { weights: a, derivatives: aDerivatives } = ofX;
  const { weights: b, derivatives: bDerivatives } = ofY;
  const { bins, taps } = columns;
  for (let k = 0; k < count; k++) {
    const share = shares[k]!;
    if (share === 0) continue;
    const i = ofX.first[k]!;
    const j = ofY.first[k]!;
    const bAt = k * taps;
    let byX = 0;
    let byY = 0;
    for (let s = 0; s < rows.taps; s++) {
      const aAt = k * rows.taps + s;
      const cell = (i + s) * bins + j;
      let ofRow = 0;
      let rise = 0;
      for (let t = 0; t < taps; t++) {
        const derivative = cells[cell + t]!;
        ofRow += b[bAt + t]! * derivative;
        rise += bDerivatives![bAt + t]! * derivative;
      }
      if (ofRows !== undefined) ofRow += ofRows[i + s]!;
      byX += aDerivatives![aAt]! * ofRow;
      byY += a[aAt]! * rise;
    }
    if (ofColumns !== undefined) {
      for (let t = 0; t < taps; t++) byY += bDerivatives![bAt + t]! * ofColumns[j + t]!;
    }
    gradient.x[start + k]! += share * byX;
    gradient.y[start + k]! += share * byY;
  }
}

/** Squares weights in place. The derivative of a² is 2aa'. */
function squareSpread({ weights, derivatives }: AxisSpread): void {
  for (let k = 0; k < weights.length; k++) {
    derivatives![k]! *= 2 * weights[k]!;
    weights[k]! *= weights[k]!;
  }
}
