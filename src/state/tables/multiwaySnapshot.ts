import * as z from 'zod/mini';
import type { Label } from '../../inputs/labels.ts';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

const WHAT = 'a multiway table';

/** A multiway table as plain JSON. */
export interface MultiwaySnapshot {
  /** What it is a snapshot of. */
  readonly kind: 'MultiwayTable';
  /** The version of this format. */
  readonly version: 1;
  /** The label of each variable in each combination that occurs. */
  readonly variables: readonly (readonly Label[])[];
  /** The count of each combination. */
  readonly count: readonly number[];
}

/** @throws {@link MetricStateError} that says what is wrong with a snapshot that is damaged. */
export function checkMultiwaySnapshot(value: unknown): MultiwaySnapshot {
  const snapshot = checkSnapshot<MultiwaySnapshot>(WHAT, multiwaySchema(), value);
  const { variables, count } = snapshot;
  for (const [v, labels] of variables.entries()) {
    if (labels.length === count.length) continue;
    throw damagedSnapshot(WHAT, `variable ${v} has ${labels.length} labels for ${count.length} counts`);
  }
  return snapshot;
}

/** The check of the format, of which docs/snapshot.schema.json is made. */
export const multiwaySchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const error = 'expected a snapshot made by toJSON()';
  const safeInteger = z.number({ error }).check(z.int({ error }));
  const labels = z.union([z.array(z.string({ error })), z.array(z.boolean({ error })), z.array(safeInteger)], {
    error: 'expected labels of one kind: whole numbers, strings or booleans',
  });
  return z.strictObject({
    kind: z.literal('MultiwayTable', { error: 'expected "MultiwayTable"' }),
    version: z.literal(1, { error: 'expected version 1' }),
    variables: z.array(labels),
    count: z.array(z.number({ error }).check(z.positive({ error: 'expected counts above 0' }))),
  });
});
