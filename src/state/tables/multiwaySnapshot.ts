import * as z from 'zod/mini';
import type { Label } from '../../inputs/labels.ts';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

const WHAT = 'a multiway table';

/** Snapshot of a multiway table. */
export interface MultiwaySnapshot {
  /** Snapshot type. */
  readonly kind: 'MultiwayTable';
  /** Format version. */
  readonly version: 1;
  /** For each variable, its label in each combination that occurs. */
  readonly variables: readonly (readonly Label[])[];
  /** The count of each combination. */
  readonly count: readonly number[];
}

/** @throws {@link MetricStateError} if the snapshot is invalid. */
export function checkMultiwaySnapshot(value: unknown): MultiwaySnapshot {
  const snapshot = checkSnapshot<MultiwaySnapshot>(WHAT, multiwaySchema(), value);
  const { variables, count } = snapshot;
  for (const [v, labels] of variables.entries()) {
    if (labels.length === count.length) continue;
    throw damagedSnapshot(WHAT, `variables.${v}: expected ${count.length} labels, one per count, got ${labels.length}`);
  }
  return snapshot;
}

/** Schema of the snapshot, from which docs/snapshot.schema.json is generated. */
export const multiwaySchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const error = 'expected a snapshot made by toJSON()';
  const safeInteger = z.number({ error }).check(z.int({ error }));
  const labels = z.union([z.array(z.string({ error })), z.array(z.boolean({ error })), z.array(safeInteger)], {
    error: 'expected labels of one kind: integers, strings or booleans',
  });
  return z.strictObject({
    kind: z.literal('MultiwayTable', { error: 'expected "MultiwayTable"' }),
    version: z.literal(1, { error: 'expected version 1' }),
    variables: z.array(labels),
    count: z.array(z.number({ error }).check(z.positive({ error: 'expected positive counts' }))),
  });
});
