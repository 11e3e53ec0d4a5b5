import { optimalMatching } from '../../functional/clustering/optimalMatching.ts';
import type { Label } from '../../inputs/labels.ts';
import type { TableCells } from '../../state/tables/tableCells.ts';
import { labelTexts, othersText } from '../labelText.ts';

/** Counts in a bounded number of labeled rows and columns. */
export interface HeatMap {
  /** True labels. */
  readonly rows: readonly string[];
  /** Predicted labels. */
  readonly columns: readonly string[];
  /** Counts, row by row. */
  readonly counts: readonly (readonly number[])[];
}

/** Default number of labels shown individually on each side. */
export const MAX_LABELS = 30;

/**
 * Creates a heat map of a contingency table, with the optimal matching on the diagonal. If a side has more than
 * `most` labels, the largest are shown and the others are summed.
 */
export function heatMap(
  { targetLabels, predLabels, targetSizes, predSizes, row, column, count }: TableCells,
  most: number = MAX_LABELS,
): HeatMap {
  const rows = shownLabels(targetLabels, targetSizes, most);
  const columns = shownLabels(predLabels, predSizes, most);
  const counts = rows.names.map(() => columns.names.map(() => 0));
  for (let k = 0; k < count.length; k++) {
    counts[rows.placeOf[row[k]!]!]![columns.placeOf[column[k]!]!]! += count[k]!;
  }
  const shown = counts.slice(0, rows.shown).map((cells) => cells.slice(0, columns.shown));
  const order = diagonalOrder(shown);
  if (rows.names.length > rows.shown) order.rows.push(rows.shown);
  if (columns.names.length > columns.shown) order.columns.push(columns.shown);
  return {
    rows: order.rows.map((i) => rows.names[i]!),
    columns: order.columns.map((j) => columns.names[j]!),
    counts: order.rows.map((i) => order.columns.map((j) => counts[i]![j]!)),
  };
}

/** Labels of one side of a heat map. */
interface ShownLabels {
  /** Names of the labels, and of the others together. */
  readonly names: readonly string[];
  /** Number of labels shown individually. */
  readonly shown: number;
  /** Index of each label in the names. */
  readonly placeOf: Int32Array;
}

/**
 * Selects the largest labels; returns their names, followed by one for the others, and the index of each label in
 * them.
 */
export function shownLabels(labels: readonly Label[], sizes: Float64Array, most: number): ShownLabels {
  const all = labels.map((_, i) => i);
  const largest = all.sort((a, b) => sizes[b]! - sizes[a]! || a - b).slice(0, most);
  largest.sort((a, b) => a - b);
  const rest = labels.length - largest.length;
  const placeOf = new Int32Array(labels.length).fill(largest.length);
  largest.forEach((i, place) => (placeOf[i] = place));
  const names = labelTexts([...largest.map((i) => labels[i]!), ...(rest > 0 ? [othersText(rest)] : [])]);
  return { names, shown: largest.length, placeOf };
}

/**
 * Returns the order of rows and columns that puts matches on the diagonal. Unmatched rows come last; unmatched
 * columns come last too, ordered by the row of their largest count.
 */
function diagonalOrder(counts: readonly (readonly number[])[]): { rows: number[]; columns: number[] } {
  const matches = optimalMatching(counts);
  const columnOf = counts.map((row, i) => {
    const j = matches[i] ?? -1;
    return j >= 0 && row[j]! > 0 ? j : -1;
  });
  const all = counts.map((_, i) => i);
  const matched = all.filter((i) => columnOf[i] !== -1);
  const rows = [...matched, ...all.filter((i) => columnOf[i] === -1)];
  const placeOf = new Map(rows.map((i, place) => [i, place]));
  const nearest = (counts[0] ?? []).map((_, j) => {
    const largest = all.reduce((most, i) => (counts[i]![j]! > counts[most]![j]! ? i : most), 0);
    return placeOf.get(largest)!;
  });
  const own = new Set(columnOf);
  const free = nearest.map((_, j) => j).filter((j) => !own.has(j));
  free.sort((a, b) => nearest[a]! - nearest[b]! || a - b);
  return { rows, columns: [...matched.map((i) => columnOf[i]!), ...free] };
}
