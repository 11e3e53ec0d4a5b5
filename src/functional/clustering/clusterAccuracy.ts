import { labelOptions, type LabelOptions } from '../../inputs/options/labelOptions.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { scoreOfTable, readTable, type TableArguments } from '../readTable.ts';
import { declareRange } from '../scoreRange.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import type { TableCells } from '../../state/tables/tableCells.ts';
import { indices } from '../../numeric/indices.ts';
import { optimalMatching } from './optimalMatching.ts';

/**
 * Cluster accuracy: the accuracy for the best one-to-one matching of clusters with classes.
 *
 * A sample is correct if its cluster is matched with its class. If the numbers of clusters and classes differ, some are
 * not matched, and their samples count as wrong. Clusters and classes can have different labels.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns a value greater than 0, up to 1 (the same partition). NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or if the matching needs a matrix of more than
 * 2^24 cells. Groups of clusters and classes that share no samples are matched separately.
 * @see D. F. Crouse, IEEE Transactions on Aerospace and Electronic Systems 52 (2016) 1679–1696.
 *
 * @example
 * ```ts
 * import { clusterAccuracy } from 'tfjs-metrics';
 *
 * clusterAccuracy(['x', 'x', 'y', 'y', 'z'], [1, 1, 0, 0, 0]); // 0.8
 * ```
 */
export function clusterAccuracy(preds: Labels, target: Labels, options?: LabelOptions & PairOptions): number;
/** Computes the score from a contingency table. */
export function clusterAccuracy(table: ContingencyTable, options?: LabelOptions): number;
export function clusterAccuracy(...args: TableArguments<LabelOptions>): number {
  return scoreOfTable(
    () => readTable('clusterAccuracy', labelOptions, args),
    (cells) => Math.min(1, bestMatching(cells) / cells.n),
  );
}

declareRange(clusterAccuracy, [0, 1]);

const MAX_CELLS = 2 ** 24;

/**
 * Returns the largest sum of cells such that no two of them share a row or a column. Connected parts of the table are
 * matched separately, so the cost depends on the size of the parts.
 */
function bestMatching(cells: TableCells): number {
  return [...connectedParts(cells).values()].reduce((sum, part) => sum + matchPart(cells, part), 0);
}

/** Returns the cells of each connected part of the table, keyed by one of its rows. */
function connectedParts({ targetSizes, predSizes, row, column }: TableCells): Map<number, number[]> {
  const parent = indices(targetSizes.length);
  const find = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!;
    return i;
  };
  const rowOf = new Int32Array(predSizes.length).fill(-1);
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
