import * as z from 'zod/mini';
import type { Label } from '../../inputs/labels.ts';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import type { TableCells } from './tableCells.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

const WHAT = 'a contingency table';

/** A contingency table as plain JSON; the same table always gives the same snapshot. */
export interface ContingencySnapshot {
  /** What it is a snapshot of. */
  readonly kind: 'ContingencyTable';
  /** The version of this format. */
  readonly version: 1;
  /** The label of each row, ascending. */
  readonly targetLabels: readonly Label[];
  /** The label of each column, ascending. */
  readonly predLabels: readonly Label[];
  /** The row of each cell that is not zero. */
  readonly row: readonly number[];
  /** The column of each cell that is not zero. */
  readonly column: readonly number[];
  /** The count of each cell that is not zero. */
  readonly count: readonly number[];
}

/** The snapshot of a table. */
export function contingencySnapshot(cells: TableCells): ContingencySnapshot {
  return {
    kind: 'ContingencyTable',
    version: 1,
    targetLabels: cells.targetLabels.slice(),
    predLabels: cells.predLabels.slice(),
    row: Array.from(cells.row),
    column: Array.from(cells.column),
    count: Array.from(cells.count),
  };
}

/** @throws {@link MetricStateError} that says what is wrong with a snapshot that is damaged. */
export function checkContingencySnapshot(value: unknown): ContingencySnapshot {
  const snapshot = checkSnapshot<ContingencySnapshot>(WHAT, contingencySchema(), value);
  const { row, column, count, targetLabels, predLabels } = snapshot;
  if (row.length !== count.length || column.length !== count.length) {
    throw damagedSnapshot(WHAT, `it has ${row.length} rows, ${column.length} columns and ${count.length} counts`);
  }
  requireEachUsed(row, targetLabels, 'row');
  requireEachUsed(column, predLabels, 'column');
  requireDistinct(row.map((r, k) => r * predLabels.length + column[k]!));
  return snapshot;
}

function requireEachUsed(index: readonly number[], labels: readonly Label[], name: string): void {
  const isUsed = new Uint8Array(labels.length);
  let used = 0;
  for (const i of index) {
    if (i >= labels.length) {
      throw damagedSnapshot(WHAT, `${name} ${i} is beyond the ${labels.length} labels`);
    }
    if (isUsed[i] === 0) used++;
    isUsed[i] = 1;
  }
  if (used !== labels.length) throw damagedSnapshot(WHAT, `a ${name} has a label but no cell`);
  if (new Set(labels).size !== labels.length) {
    throw damagedSnapshot(WHAT, `two ${name}s have the same label`);
  }
}

function requireDistinct(cells: readonly number[]): void {
  // In the order in which they are written no set is needed, which takes longer than all other checks.
  if (cells.every((cell, k) => k === 0 || cells[k - 1]! < cell)) return;
  if (new Set(cells).size !== cells.length) throw damagedSnapshot(WHAT, 'a cell appears twice');
}

/** The check of the format, of which docs/snapshot.schema.json is made. */
export const contingencySchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const error = 'expected a snapshot made by toJSON()';
  const safeInteger = z.number({ error }).check(z.int({ error }));
  const labels = z.union([z.array(z.string({ error })), z.array(z.boolean({ error })), z.array(safeInteger)], {
    error: 'expected labels of one kind: whole numbers, strings or booleans',
  });
  const indices = z.array(safeInteger.check(z.nonnegative({ error })));
  return z.strictObject({
    kind: z.literal('ContingencyTable', { error: 'expected "ContingencyTable"' }),
    version: z.literal(1, { error: 'expected version 1' }),
    targetLabels: labels,
    predLabels: labels,
    row: indices,
    column: indices,
    count: z.array(z.number({ error }).check(z.positive({ error: 'expected counts above 0' }))),
  });
});
