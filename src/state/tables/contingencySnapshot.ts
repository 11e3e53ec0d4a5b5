import * as z from 'zod/mini';
import type { Label } from '../../inputs/labels.ts';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import type { TableCells } from './tableCells.ts';
import { numberListSchema } from '../numberListSchema.ts';
import { snapshotSchema } from '../snapshotSchema.ts';
import { scoreColumnsSchema } from '../commonScoreColumns.ts';

const WHAT = 'a contingency table';

/** Snapshot of a contingency table. Equal tables have equal snapshots. */
export interface ContingencySnapshot {
  /** Snapshot type. */
  readonly kind: 'ContingencyTable';
  /** Format version. */
  readonly version: 1;
  /** The label of each row, ascending. */
  readonly targetLabels: readonly Label[];
  /** The label of each column, ascending. */
  readonly predLabels: readonly Label[];
  /** The row of each non-zero cell. */
  readonly row: readonly number[];
  /** The column of each non-zero cell. */
  readonly column: readonly number[];
  /** The count of each non-zero cell. */
  readonly count: readonly number[];
  /** Number of classes of the scores that the labels were read from. Absent for other labels. */
  readonly scoreColumns?: number | undefined;
}

/** Returns the snapshot of a table. */
export function contingencySnapshot(cells: TableCells): ContingencySnapshot {
  return {
    kind: 'ContingencyTable',
    version: 1,
    targetLabels: cells.targetLabels.slice(),
    predLabels: cells.predLabels.slice(),
    row: listOf(cells.row),
    column: listOf(cells.column),
    count: listOf(cells.count),
  };
}

/** Returns numbers as an array. Sending it to another thread takes a third of the time of one by `Array.from`. */
function listOf(numbers: Int32Array | Float64Array): number[] {
  const list: number[] = [];
  for (let k = 0; k < numbers.length; k++) list[k] = numbers[k]!;
  return list;
}

/** @throws {@link MetricStateError} if the snapshot is invalid. */
export function checkContingencySnapshot(value: unknown): ContingencySnapshot {
  const snapshot = checkSnapshot<ContingencySnapshot>(WHAT, contingencySchema(), value);
  const { row, column, count, targetLabels, predLabels } = snapshot;
  if (row.length !== count.length || column.length !== count.length) {
    throw damagedSnapshot(
      WHAT,
      `expected row, column and count of equal length, got lengths ${row.length}, ${column.length} and ${count.length}`,
    );
  }
  requireEachUsed(row, targetLabels, 'row');
  requireEachUsed(column, predLabels, 'column');
  requireDistinct(row, column, predLabels.length);
  return snapshot;
}

function requireEachUsed(index: readonly number[], labels: readonly Label[], name: string): void {
  const isUsed = new Uint8Array(labels.length);
  let used = 0;
  for (const i of index) {
    if (i >= labels.length) {
      throw damagedSnapshot(WHAT, `${name}: expected indices below ${labels.length}, the number of labels, got ${i}`);
    }
    if (isUsed[i] === 0) used++;
    isUsed[i] = 1;
  }
  if (used !== labels.length) {
    throw damagedSnapshot(WHAT, `${name}: expected a cell for each of ${labels.length} labels, got cells for ${used}`);
  }
  if (new Set(labels).size !== labels.length) {
    throw damagedSnapshot(WHAT, `${name}: expected distinct labels, got a duplicate`);
  }
}

function requireDistinct(row: readonly number[], column: readonly number[], columns: number): void {
  // Cells written by toJSON() are sorted, which avoids the set: it would take longer than all other checks.
  let isSorted = true;
  for (let k = 1; k < row.length; k++) {
    const rows = row[k]! - row[k - 1]!;
    isSorted &&= rows > 0 || (rows === 0 && column[k]! > column[k - 1]!);
  }
  if (isSorted) return;
  const cells = new Set(row.map((r, k) => r * columns + column[k]!));
  if (cells.size !== row.length) throw damagedSnapshot(WHAT, 'expected distinct cells, got a duplicate');
}

/** Schema of the snapshot, from which docs/snapshot.schema.json is generated. */
export const contingencySchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const error = 'expected a snapshot made by toJSON()';
  const safeInteger = z.number({ error }).check(z.int({ error }));
  const labels = z.union([z.array(z.string({ error })), z.array(z.boolean({ error })), z.array(safeInteger)], {
    error: 'expected labels of one kind: integers, strings or booleans',
  });
  const indices = numberListSchema(
    safeInteger.check(z.nonnegative({ error })),
    (index) => Number.isSafeInteger(index) && index >= 0,
  );
  return z.strictObject({
    kind: z.literal('ContingencyTable', { error: 'expected "ContingencyTable"' }),
    version: z.literal(1, { error: 'expected version 1' }),
    targetLabels: labels,
    predLabels: labels,
    row: indices,
    column: indices,
    count: numberListSchema(
      z.number({ error }).check(z.positive({ error: 'expected positive counts' })),
      (count) => Number.isFinite(count) && count > 0,
    ),
    scoreColumns: scoreColumnsSchema(2),
  });
});
