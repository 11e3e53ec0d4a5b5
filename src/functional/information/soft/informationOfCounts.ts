import type { JointCounts, JointSums } from '../../../numeric/binning/jointCounts.ts';
import type { CountSlopes, JointSlopes } from '../../../numeric/binning/jointGradient.ts';
import { entropyOfSizes } from '../discrete/entropyOfSizes.ts';
import { mutualInfoOfCells } from '../discrete/mutualInfoOfCells.ts';
import { samePartition } from '../discrete/samePartition.ts';
import { jointCells } from './jointCells.ts';

/** Quantities of information of a joint histogram, in nats. */
export interface JointInformation {
  readonly mutualInfo: number;
  readonly entropyX: number;
  readonly entropyY: number;
  /** Whether each bin of x that is used goes with just one bin of y, and the other way round. */
  readonly isSame: boolean;
}

/** How a number changes with each quantity of {@link JointInformation}. */
export interface InformationSlopes {
  readonly mutualInfo: number;
  readonly entropyX: number;
  readonly entropyY: number;
}

/**
 * Mutual information and entropies of a joint histogram, NaN without samples; with sums of squares, corrected for the bias
 * of a finite sample: each entropy by (Σ t/s − T/S) / 2S, with s the sum and t the sum of squares of
 * each cell and S and T those of all. For hard bins that is Miller and Madow's (K − 1) / 2N.
 */
export function informationOfCounts({ sums, squares }: JointCounts): JointInformation {
  const cells = jointCells(sums);
  const { predSizes, targetSizes, n } = cells;
  if (n === 0) return { mutualInfo: NaN, entropyX: NaN, entropyY: NaN, isSame: false };
  const entropyX = entropyOfSizes(predSizes, n);
  const entropyY = entropyOfSizes(targetSizes, n);
  const mutualInfo = mutualInfoOfCells(cells);
  const isSame = samePartition(cells);
  if (squares === undefined) return { mutualInfo, entropyX, entropyY, isSame };
  const ofX = entropyBias(sums.x, squares.x, sums.all, squares.all);
  const ofY = entropyBias(sums.y, squares.y, sums.all, squares.all);
  const ofBoth = entropyBias(sums.cells, squares.cells, sums.all, squares.all);
  return {
    mutualInfo: mutualInfo + ofX + ofY - ofBoth,
    entropyX: entropyX + ofX,
    entropyY: entropyY + ofY,
    isSame,
  };
}

/** What an entropy is too small by, from sums of weights and of their squares. */
function entropyBias(sums: Float64Array, squares: Float64Array, all: number, allSquares: number): number {
  let sum = 0;
  for (let k = 0; k < sums.length; k++) if (sums[k]! > 0) sum += squares[k]! / sums[k]!;
  return (sum - allSquares / all) / (2 * all);
}

/**
 * The derivatives of a function of {@link informationOfCounts} by the counts, the sum of all held
 * constant: for the mutual information ln(Pᵢⱼ / (Pᵢ Pⱼ)) / n, which is 0 in an empty cell.
 */
export function informationSlopes({ sums, squares }: JointCounts, by: InformationSlopes): CountSlopes {
  const { all } = sums;
  const cells = new Float64Array(sums.cells.length);
  if (all === 0) return { sums: { cells }, squares: squares && { cells } };
  const columns = sums.y.length;
  const lnX = sums.x.map((size) => Math.log(size / all));
  const lnY = sums.y.map((size) => Math.log(size / all));
  const factor = by.mutualInfo / all;
  const factorX = (by.mutualInfo + by.entropyX) / all;
  const factorY = (by.mutualInfo + by.entropyY) / all;
  for (let i = 0, k = 0; i < lnX.length; i++) {
    for (let j = 0; j < columns; j++, k++) {
      const cell = sums.cells[k]!;
      if (cell === 0) continue;
      cells[k] = factor * Math.log(cell / all) - factorX * lnX[i]! - factorY * lnY[j]!;
    }
  }
  if (squares === undefined) return { sums: { cells } };
  return biasSlopes(sums, squares, by, cells);
}

/** Adds the derivatives of the bias corrections to those of the plain values in `cells`. */
function biasSlopes(sums: JointSums, squares: JointSums, by: InformationSlopes, cells: Float64Array): CountSlopes {
  const ofCells = biasSlopesOf('cells', sums, squares, -by.mutualInfo);
  const ofX = biasSlopesOf('x', sums, squares, by.mutualInfo + by.entropyX);
  const ofY = biasSlopesOf('y', sums, squares, by.mutualInfo + by.entropyY);
  for (let k = 0; k < cells.length; k++) cells[k]! += ofCells.bySums[k]!;
  const squareSlopes: JointSlopes = {
    cells: ofCells.bySquares,
    x: ofX.bySquares,
    y: ofY.bySquares,
  };
  return { sums: { cells, x: ofX.bySums, y: ofY.bySums }, squares: squareSlopes };
}

/** The derivatives of `factor` times one {@link entropyBias}. */
function biasSlopesOf(
  part: 'cells' | 'x' | 'y',
  { [part]: sums, all }: JointSums,
  { [part]: squares }: JointSums,
  factor: number,
): { bySums: Float64Array; bySquares: Float64Array } {
  const scale = factor / (2 * all);
  const bySquares = sums.map((sum) => (sum > 0 ? scale / sum : 0));
  const bySums = sums.map((sum, k) => (sum > 0 ? (-scale * (squares[k]! / sum)) / sum : 0));
  return { bySums, bySquares };
}
