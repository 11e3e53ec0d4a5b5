import type { TableCells } from '../../state/tables/tableCells.ts';
import { productDifference } from '../../numeric/productDifference.ts';

/**
 * Returns φ² = χ²/n, the sum of (nᵢⱼ − eᵢⱼ)²/(n eᵢⱼ) over all cells, eᵢⱼ = aᵢbⱼ/n. Exactly 0 for exactly independent
 * labels, and exactly the number of rows (or columns) minus one if each column (or row) has a single cell.
 */
export function meanSquareContingency(cells: TableCells): number {
  const { row, column, count, targetSizes, predSizes, n } = cells;
  const [rows, columns] = [targetSizes.length, predSizes.length];
  if (count.length === columns) return rows - 1;
  if (count.length === rows) return columns - 1;
  const seen = new Float64Array(rows);
  let sum = 0;
  for (let k = 0; k < count.length; k++) {
    const a = targetSizes[row[k]!]!;
    const b = predSizes[column[k]!]!;
    const excess = productDifference(count[k]!, n, a, b);
    sum += (excess / a) * (excess / b);
    seen[row[k]!]! += b;
  }
  // The empty cells of a row add their expected counts. If no cell is empty, the rest would be rounding error.
  if (count.length < rows * columns) {
    for (let i = 0; i < rows; i++) sum += targetSizes[i]! * Math.max(0, n - seen[i]!);
  }
  return sum / n / n;
}

/** Returns φ² of a 2 × 2 table with Yates's correction: cells are moved half a sample towards their expected counts. */
export function yatesContingency({ row, column, count, ...cells }: TableCells): number {
  const { targetSizes, predSizes, n } = cells;
  const a = targetSizes[row[0]!]!;
  const b = predSizes[column[0]!]!;
  const excess = Math.abs(productDifference(count[0]!, n, a, b));
  const corrected = Math.max(0, excess - n / 2);
  return (corrected / a / (n - a)) * (corrected / b / (n - b));
}
