import * as z from 'zod/mini';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

const WHAT = 'a sample buffer';

/** Snapshot of a sample buffer. */
export interface SampleBufferSnapshot {
  /** Snapshot type. */
  readonly kind: 'SampleBuffer';
  /** Format version. */
  readonly version: 1;
  /** Maximum number of samples to keep; null for all. */
  readonly maxSamples: number | null;
  /** Seed of the random subset. */
  readonly seed: number;
  /** Number of samples added. */
  readonly seen: number;
  /** Number of columns of each block. */
  readonly widths: readonly number[];
  /** The values, in row-major order. */
  readonly rows: readonly number[];
  /** The priority of each row; empty if all samples are kept. */
  readonly priorities: readonly number[];
  /** State of the random number generator. */
  readonly random: readonly number[];
}

/** @throws {@link MetricStateError} if the snapshot is invalid. */
export function checkSampleBufferSnapshot(value: unknown): SampleBufferSnapshot {
  const snapshot = checkSnapshot<SampleBufferSnapshot>(WHAT, sampleBufferSchema(), value);
  const { widths, rows, priorities, maxSamples, seen } = snapshot;
  const rowSize = widths.reduce((sum, width) => sum + width, 0);
  const length = rowSize === 0 ? 0 : rows.length / rowSize;
  if (!Number.isInteger(length) || (rowSize === 0 && rows.length > 0)) {
    throw damagedSnapshot(WHAT, `rows: expected rows of ${rowSize} values, got ${rows.length} values`);
  }
  const ranked = maxSamples === null ? 0 : length;
  if (priorities.length !== ranked) {
    throw damagedSnapshot(WHAT, `priorities: expected ${ranked} for ${length} rows, got ${priorities.length}`);
  }
  const kept = Math.min(seen, maxSamples ?? Infinity);
  if (length !== kept) throw damagedSnapshot(WHAT, `rows: expected ${kept} of ${seen} samples, got ${length}`);
  return snapshot;
}

/** Schema of the snapshot, from which docs/snapshot.schema.json is generated. */
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
    random: z.array(whole).check(z.length(4, { error: 'expected 4 integers' })),
  });
});
