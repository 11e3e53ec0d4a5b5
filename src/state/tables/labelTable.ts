import type { Label } from '../../inputs/labels.ts';
import type { TableCells } from './tableCells.ts';

/**
 * A contingency table as scores read it. They recognize a table by this class, so that the bundle of a score contains
 * nothing of what {@link ContingencyTable} does to change, restore or print a table.
 */
export abstract class LabelTable {
  /** The table as sorted arrays. Scores are computed from them. */
  abstract readonly cells: TableCells;

  /** Returns a copy without the pairs that contain one of these labels on either side. */
  abstract without(labels: Label | readonly Label[]): LabelTable;
}
