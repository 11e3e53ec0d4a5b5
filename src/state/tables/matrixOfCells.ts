import { MetricStateError } from '../metricStateError.ts';
import type { TableCells } from './tableCells.ts';

/** Maximum number of cells of a matrix (1 GB). */
export const MAX_MATRIX_CELLS: number = 2 ** 27;

/**
 * Returns counts as a matrix with a row for each target label and a column for each preds label.
 *
 * @throws {@link MetricStateError} if the matrix would have more than 2^27 cells.
 */
export function matrixOfCells({ targetLabels, predLabels, row, column, count }: TableCells): number[][] {
  if (targetLabels.length * predLabels.length > MAX_MATRIX_CELLS) {
    throw new MetricStateError(
      `toMatrix: expected a matrix of at most 2^27 cells, got ${targetLabels.length} × ${predLabels.length}; ` +
        `read the ${count.length} non-zero cells with entries()`,
    );
  }
  const matrix = targetLabels.map(() => predLabels.map(() => 0));
  for (let k = 0; k < count.length; k++) matrix[row[k]!]![column[k]!] = count[k]!;
  return matrix;
}
