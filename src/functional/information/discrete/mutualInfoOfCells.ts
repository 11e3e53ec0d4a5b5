import type { TableCells } from '../../../state/tables/tableCells.ts';
import { empty, zeros } from '../../../numeric/withScratchMemory.ts';
import { isNearOne, klTerm } from './klTerm.ts';
import { productDifference } from '../../../numeric/productDifference.ts';

/** Returns the mutual information, in nats, of the rows and columns of a non-empty table. */
export function mutualInfoOfCells(cells: TableCells): number {
  const { n } = cells;
  if (n > 1e-70 && n < 1e70) return mutualInfoOfSums(cells);
  // Products of such weights could overflow or underflow.
  const scaled = (values: Float64Array): Float64Array => values.map((value) => value / n);
  const { count, targetSizes, predSizes } = cells;
  return mutualInfoOfSums({
    ...cells,
    count: scaled(count),
    targetSizes: scaled(targetSizes),
    predSizes: scaled(predSizes),
    n: 1,
  });
}

function mutualInfoOfSums(cells: TableCells): number {
  const { row, column, count, targetSizes, predSizes, n } = cells;
  const lnTarget = logarithms(targetSizes);
  const lnPred = logarithms(predSizes);
  const lnN = Math.log(n);
  // Sums of the expected counts of each row's cells; the rest of a row is empty cells, each with φ(0) = 1.
  const seen = zeros(Float64Array, targetSizes.length);
  const cellsInRow = zeros(Int32Array, targetSizes.length);
  let sum = 0;
  for (let k = 0; k < count.length; k++) {
    const i = row[k]!;
    const j = column[k]!;
    const observed = count[k]!;
    const expected = targetSizes[i]! * predSizes[j]!;
    const excess = productDifference(observed, n, targetSizes[i]!, predSizes[j]!);
    if (isNearOne(excess / expected)) {
      sum += expected * klTerm(excess / expected);
    } else {
      // The same term with at most one logarithm per cell; most cells of a sparse table hold 1, which needs none.
      const lnCount = observed === 1 ? 0 : Math.log(observed);
      sum += observed * n * (lnCount - lnTarget[i]! + lnN - lnPred[j]!) - excess;
    }
    seen[i]! += predSizes[j]!;
    cellsInRow[i]!++;
  }
  for (let i = 0; i < targetSizes.length; i++) {
    const isFull = cellsInRow[i] === predSizes.length;
    if (!isFull) sum += targetSizes[i]! * Math.max(0, n - seen[i]!);
  }
  return sum / (n * n);
}

/** Returns the logarithms of values. A loop takes a fourth of the time of `values.map(Math.log)`. */
function logarithms(values: Float64Array): Float64Array {
  const logs = empty(Float64Array, values.length);
  for (let k = 0; k < values.length; k++) logs[k] = Math.log(values[k]!);
  return logs;
}
