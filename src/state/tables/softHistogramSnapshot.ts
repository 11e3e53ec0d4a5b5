import * as z from 'zod/mini';
import type { JointSums } from '../../numeric/binning/jointCounts.ts';
import type { SoftAxisOptions } from '../../numeric/binning/softAxis.ts';
import type { OptionCheck } from '../../inputs/options/optionCheck.ts';
import { softHistogramOptions, SOFT_EDGES } from './softHistogramOptions.ts';
import { SOFT_KERNELS } from '../../numeric/binning/softKernel.ts';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

const WHAT = 'a soft histogram';

/** Snapshot of the sums of a soft histogram. */
export interface SoftSumsSnapshot {
  /** The sum of each cell, in row-major order. */
  readonly cells: readonly number[];
  /** The sum of each row. */
  readonly x: readonly number[];
  /** The sum of each column. */
  readonly y: readonly number[];
  /** The total sum. */
  readonly all: number;
}

/** Snapshot of a joint soft histogram. */
export interface SoftHistogramSnapshot {
  /** Snapshot type. */
  readonly kind: 'SoftHistogram';
  /** Format version. */
  readonly version: 1;
  /** The bins and kernel of both axes. */
  readonly axes: readonly [x: SoftAxisOptions, y: SoftAxisOptions];
  /** The sums of the contributions of pairs. */
  readonly sums: SoftSumsSnapshot;
  /** The sums of squared contributions; null if they are not kept. */
  readonly squares: SoftSumsSnapshot | null;
}

/** Returns the snapshot of sums. */
export function sumsSnapshot({ cells, x, y, all }: JointSums): SoftSumsSnapshot {
  return { cells: Array.from(cells), x: Array.from(x), y: Array.from(y), all };
}

/** @throws {@link MetricStateError} if the snapshot is invalid. */
export function checkSoftHistogramSnapshot(value: unknown): SoftHistogramSnapshot {
  const snapshot = checkSnapshot<SoftHistogramSnapshot>(WHAT, softHistogramSchema(), value);
  const [rows, columns] = snapshot.axes.map((axis) => axis.bins) as [number, number];
  for (const sums of [snapshot.sums, snapshot.squares]) {
    if (sums === null) continue;
    const isWhole = sums.cells.length === rows * columns && sums.x.length === rows && sums.y.length === columns;
    if (!isWhole) {
      const sizes = [sums.cells, sums.x, sums.y].map((part) => part.length).join(', ');
      throw damagedSnapshot(WHAT, `expected ${rows * columns}, ${rows}, ${columns} sums, got ${sizes}`);
    }
  }
  return snapshot;
}

/** Schema of the snapshot, from which docs/snapshot.schema.json is generated. */
export const softHistogramSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const error = 'expected a snapshot made by toJSON()';
  const sum = z.number({ error }).check(z.nonnegative({ error: 'expected non-negative sums' }));
  const sums = z.strictObject({
    cells: z.array(sum),
    x: z.array(sum),
    y: z.array(sum),
    all: sum,
  });
  const { bins, range, bandwidth } = softHistogramOptions.checks();
  // The same checks as for the options, but for the form that applies to one axis.
  const oneSide = (form: z.ZodMiniType, check: OptionCheck): z.ZodMiniType =>
    form.check(z.refine((value) => check.isValid(value), { error }));
  const axis = z.strictObject({
    bins: oneSide(z.number({ error }).check(z.int({ error }), z.positive({ error })), bins),
    range: oneSide(z.tuple([z.number(), z.number()], { error }), range),
    kernel: z.enum(SOFT_KERNELS, { error }),
    bandwidth: oneSide(z.number({ error }), bandwidth),
    edge: z.enum(SOFT_EDGES, { error }),
  });
  return z.strictObject({
    kind: z.literal('SoftHistogram', { error: 'expected "SoftHistogram"' }),
    version: z.literal(1, { error: 'expected version 1' }),
    axes: z.tuple([axis, axis], { error }),
    sums,
    squares: z.nullable(sums),
  });
});
