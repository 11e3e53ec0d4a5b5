import * as z from 'zod/mini';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import type { ContingencySnapshot } from './contingencySnapshot.ts';
import { snapshotPart } from '../snapshotPart.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

const WHAT = 'pairwise tables';

/** Snapshot of the contingency tables of all pairs of variables. */
export interface PairwiseSnapshot {
  /** Snapshot type. */
  readonly kind: 'PairwiseTables';
  /** Format version. */
  readonly version: 1;
  /** Number of variables. */
  readonly variables: number;
  /** The table of each pair, by the first variable, then by the second. */
  readonly tables: readonly ContingencySnapshot[];
}

/** @throws {@link MetricStateError} if the snapshot is invalid. */
export function checkPairwiseSnapshot(value: unknown): PairwiseSnapshot {
  const snapshot = checkSnapshot<PairwiseSnapshot>(WHAT, pairwiseSchema(), value);
  const { variables, tables } = snapshot;
  const pairs = (variables * Math.max(0, variables - 1)) / 2;
  if (tables.length === pairs) return snapshot;
  throw damagedSnapshot(WHAT, `tables: expected ${pairs} for ${variables} variables, got ${tables.length}`);
}

/** Schema of the snapshot, from which docs/snapshot.schema.json is generated. */
export const pairwiseSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const error = 'expected a snapshot made by toJSON()';
  return z.strictObject({
    kind: z.literal('PairwiseTables', { error: 'expected "PairwiseTables"' }),
    version: z.literal(1, { error: 'expected version 1' }),
    variables: z.number({ error }).check(z.int({ error }), z.nonnegative({ error })),
    tables: z.array(snapshotPart('ContingencyTable')),
  });
});
