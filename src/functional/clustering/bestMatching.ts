import { MetricInputError } from '../../inputs/metricInputError.ts';
import type { TableCells } from '../../state/tables/tableCells.ts';
import { optimalMatching } from './optimalMatching.ts';

const MAX_CELLS = 2 ** 24;

/**
 * Returns the largest sum of cells such that no two of them share a row or a column. Connected parts of the table are
 * matched separately, so the cost depends on the size of the parts.
 */
export function bestMatching(cells: TableCells): number {
  return [...connectedParts(cells).values()].reduce((sum, part) => sum + matchPart(cells, part), 0);
}

/** Returns the cells of each connected part of the table, keyed by one of its rows. */
function connectedParts({ targetLabels, predLabels, row, column }: TableCells): Map<number, number[]> {
  const parent = targetLabels.map((_, i) => i);
  const find = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!;
    return i;
  };
  const rowOf = new Int32Array(predLabels.length).fill(-1);
  for (let k = 0; k < row.length; k++) {
    const known = rowOf[column[k]!]!;
    if (known === -1) rowOf[column[k]!] = row[k]!;
    else parent[find(row[k]!)] = find(known);
  }
  const parts = new Map<number, number[]>();
  for (let k = 0; k < row.length; k++) {
    const part = find(row[k]!);
    const cells = parts.get(part);
    if (cells) cells.push(k);
    else parts.set(part, [k]);
  }
  return parts;
}

function matchPart({ row, column, count }: TableCells, part: readonly number[]): number {
  if (part.length === 1) return count[part[0]!]!;
  const rows = places(part.map((k) => row[k]!));
  const columns = places(part.map((k) => column[k]!));
  if (rows.size === 1 || columns.size === 1) {
    return part.reduce((most, k) => Math.max(most, count[k]!), 0);
  }
  if (rows.size * columns.size > MAX_CELLS) {
    throw new MetricInputError(
      `clusterAccuracy: expected at most 2^24 pairs of labels to match, got ${rows.size} × ${columns.size}`,
    );
  }
  const gains = Array.from(rows, () => new Float64Array(columns.size));
  for (const k of part) gains[rows.get(row[k]!)!]![columns.get(column[k]!)!] = count[k]!;
  return optimalMatching(gains).reduce((sum, j, i) => sum + (j < 0 ? 0 : gains[i]![j]!), 0);
}

function places(indices: readonly number[]): Map<number, number> {
  return new Map([...new Set(indices)].map((index, place) => [index, place]));
}
