import { munkres } from 'munkres';

/**
 * Returns the column of each row, or −1 if it has none, in the matching of rows and columns with the largest sum of
 * cells.
 */
export function optimalMatching(gains: readonly ArrayLike<number>[]): Int32Array {
  const columnOf = new Int32Array(gains.length).fill(-1);
  const costs = gains.map((row) => new Float64Array(row).map((gain) => -gain));
  for (const [row, column] of munkres(costs)) columnOf[row] = column;
  return columnOf;
}
