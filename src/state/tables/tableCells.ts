import { checkCounts } from '../../inputs/sampleWeight.ts';
import type { Label } from '../../inputs/labels.ts';
import { zeros } from '../../numeric/withScratchMemory.ts';
import type { CodedCells } from './codedCells.ts';
import type { LabelCodes } from './labelCodes.ts';
import { rankLabels } from './rankLabels.ts';
import { sortCodes } from './sortCodes.ts';

/**
 * Read-only arrays of the non-zero cells of a contingency table, sorted by row, then by column. Rows are target labels
 * and columns are preds labels, both sorted, so equal tables have equal arrays.
 */
export interface TableCells {
  /** The label of each row, ascending. */
  readonly targetLabels: readonly Label[];
  /** The label of each column, ascending. */
  readonly predLabels: readonly Label[];
  /** The row of each cell. */
  readonly row: Int32Array;
  /** The column of each cell. */
  readonly column: Int32Array;
  /** The count, or sum of weights, of each cell. */
  readonly count: Float64Array;
  /** The sum of each row. */
  readonly targetSizes: Float64Array;
  /** The sum of each column. */
  readonly predSizes: Float64Array;
  /** The sum of all cells. */
  readonly n: number;
}

/** Sorts coded cells by their labels, and sums rows and columns. */
export function tableCells(used: CodedCells, target: LabelCodes, preds: LabelCodes): TableCells {
  const rows = rankLabels(used.target, target, used.targetBounds);
  const columns = rankLabels(used.preds, preds, used.predBounds);
  const ranked = {
    target: rows.index,
    preds: columns.index,
    count: used.count,
    targetBounds: { low: 0, high: rows.sizes.length - 1 },
    predBounds: { low: 0, high: columns.sizes.length - 1 },
  };
  // The cells are already sorted by their codes.
  const isSorted = target.areOrdered && preds.areOrdered;
  const {
    target: row,
    preds: column,
    count,
  } = isSorted ? ranked : sortCodes(ranked.target, ranked.preds, ranked.count, ranked);
  // The getters below must not keep `rows` and `columns` in memory.
  const [rowLabels, columnLabels] = [rows.labels, columns.labels];
  const targetSizes = zeros(Float64Array, rows.sizes.length);
  const predSizes = zeros(Float64Array, columns.sizes.length);
  let n = 0;
  for (let k = 0; k < count.length; k++) {
    targetSizes[row[k]!]! += count[k]!;
    predSizes[column[k]!]! += count[k]!;
    n += count[k]!;
  }
  return {
    get targetLabels() {
      return rowLabels();
    },
    get predLabels() {
      return columnLabels();
    },
    row,
    column,
    count,
    targetSizes,
    predSizes,
    n,
  };
}

/**
 * Replaces the counts of cells. Cells with count 0, and labels without cells, are removed.
 *
 * @throws {@link MetricInputError} if the number of counts is not that of cells, or a count is invalid.
 */
export function recountedCells(cells: TableCells, counts: Float64Array): TableCells {
  checkCounts(counts, cells.count.length);
  const targetSizes = new Float64Array(cells.targetLabels.length);
  const predSizes = new Float64Array(cells.predLabels.length);
  let [used, n] = [0, 0];
  for (let k = 0; k < counts.length; k++) {
    const count = counts[k]!;
    targetSizes[cells.row[k]!]! += count;
    predSizes[cells.column[k]!]! += count;
    n += count;
    if (count > 0) used++;
  }
  const rows = keptLabels(cells.targetLabels, targetSizes);
  const columns = keptLabels(cells.predLabels, predSizes);
  const row = new Int32Array(used);
  const column = new Int32Array(used);
  const count = new Float64Array(used);
  for (let k = 0, at = 0; k < counts.length; k++) {
    if (counts[k] === 0) continue;
    row[at] = rows.place[cells.row[k]!]!;
    column[at] = columns.place[cells.column[k]!]!;
    count[at++] = counts[k]!;
  }
  return {
    targetLabels: rows.labels,
    predLabels: columns.labels,
    row,
    column,
    count,
    targetSizes: rows.sizes,
    predSizes: columns.sizes,
    n,
  };
}

/** Returns the labels that have samples, and the new index of each label. */
function keptLabels(
  labels: readonly Label[],
  sizes: Float64Array,
): { labels: readonly Label[]; sizes: Float64Array; place: Int32Array } {
  const place = new Int32Array(labels.length);
  let kept = 0;
  for (let i = 0; i < labels.length; i++) place[i] = sizes[i] === 0 ? -1 : kept++;
  if (kept === labels.length) return { labels, sizes, place };
  const isKept = (_: unknown, i: number): boolean => sizes[i]! > 0;
  return { labels: labels.filter(isKept), sizes: sizes.filter(isKept), place };
}
