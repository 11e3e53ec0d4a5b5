import * as z from 'zod/mini';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import type { ContingencySnapshot } from './contingencySnapshot.ts';
import { snapshotPart } from '../snapshotPart.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

const WHAT = 'pairwise tables';

/** The tables of all pairs of several variables as plain JSON. */
export interface PairwiseSnapshot {
  /** What it is a snapshot of. */
  readonly kind: 'PairwiseTables';
  /** The version of this format. */
  readonly version: 1;
  /** How many variables there are. */
  readonly variables: number;
  /** The table of each pair, by the first variable and then by the second. */
  readonly tables: readonly ContingencySnapshot[];
}

/** @throws {@link MetricStateError} that says what is wrong with a snapshot that is damaged. */
export function checkPairwiseSnapshot(value: unknown): PairwiseSnapshot {
  const snapshot = checkSnapshot<PairwiseSnapshot>(WHAT, pairwiseSchema(), value);
  const { variables, tables } = snapshot;
  if (tables.length === (variables * Math.max(0, variables - 1)) / 2) return snapshot;
  throw damagedSnapshot(WHAT, `it has ${tables.length} tables for ${variables} variables`);
}

/** The check of the format, of which docs/snapshot.schema.json is made. */
export const pairwiseSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const error = 'expected a snapshot made by toJSON()';
  return z.strictObject({
    kind: z.literal('PairwiseTables', { error: 'expected "PairwiseTables"' }),
    version: z.literal(1, { error: 'expected version 1' }),
    variables: z.number({ error }).check(z.int({ error }), z.nonnegative({ error })),
    tables: z.array(snapshotPart('ContingencyTable')),
  });
});
