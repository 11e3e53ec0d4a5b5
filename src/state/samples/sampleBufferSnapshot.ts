import * as z from 'zod/mini';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

const WHAT = 'a sample buffer';

/** A sample buffer as plain JSON. */
export interface SampleBufferSnapshot {
  /** What it is a snapshot of. */
  readonly kind: 'SampleBuffer';
  /** The version of this format. */
  readonly version: 1;
  /** How many samples are kept; null when all are. */
  readonly maxSamples: number | null;
  /** The seed of the choice. */
  readonly seed: number;
  /** How many samples were handed in. */
  readonly seen: number;
  /** How many columns each block has. */
  readonly widths: readonly number[];
  /** The values, row after row. */
  readonly rows: readonly number[];
  /** The priority of each row, when not all are kept. */
  readonly priorities: readonly number[];
  /** Where the random numbers have got to. */
  readonly random: readonly number[];
}

/** @throws {@link MetricStateError} that says what is wrong with a snapshot that is damaged. */
export function checkSampleBufferSnapshot(value: unknown): SampleBufferSnapshot {
  const snapshot = checkSnapshot<SampleBufferSnapshot>(WHAT, sampleBufferSchema(), value);
  const { widths, rows, priorities, maxSamples, seen } = snapshot;
  const rowSize = widths.reduce((sum, width) => sum + width, 0);
  const length = rowSize === 0 ? 0 : rows.length / rowSize;
  if (!Number.isInteger(length) || (rowSize === 0 && rows.length > 0)) {
    throw damagedSnapshot(WHAT, `it has ${rows.length} values for rows of ${rowSize}`);
  }
  if (priorities.length !== (maxSamples === null ? 0 : length)) {
    throw damagedSnapshot(WHAT, `it has ${priorities.length} priorities for ${length} rows`);
  }
  if (length !== Math.min(seen, maxSamples ?? Infinity)) {
    throw damagedSnapshot(WHAT, `it has ${length} rows of ${seen} samples`);
  }
  return snapshot;
}

/** The check of the format, of which docs/snapshot.schema.json is made. */
export const sampleBufferSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const error = 'expected a snapshot made by toJSON()';
  const number = z.number({ error });
  const whole = number.check(z.int({ error }));
  const size = whole.check(z.nonnegative({ error }));
  const positive = whole.check(z.positive({ error }));
  return z.strictObject({
    kind: z.literal('SampleBuffer', { error: 'expected "SampleBuffer"' }),
    version: z.literal(1, { error: 'expected version 1' }),
    maxSamples: z.nullable(positive),
    seed: whole,
    seen: size,
    widths: z.array(positive),
    rows: z.array(number),
    priorities: z.array(number.check(z.nonnegative({ error }))),
    random: z.array(whole).check(z.length(4, { error: 'expected four numbers' })),
  });
});
