import { safeParse } from 'zod/v4/core';
import * as z from 'zod/mini';
import type { JointSums } from '../../numeric/binning/jointCounts.ts';
import type { SoftAxisOptions } from '../../numeric/binning/softAxis.ts';
import type { OptionCheck } from '../../inputs/optionCheck.ts';
import { softHistogramOptionChecks, SOFT_EDGES, SOFT_KERNELS } from '../../numeric/binning/softHistogramOptions.ts';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

const WHAT = 'a soft histogram';

/** The sums of a soft histogram as plain JSON. */
export interface SoftSumsSnapshot {
  /** The sum of each cell, row after row. */
  readonly cells: readonly number[];
  /** The sum of each row. */
  readonly x: readonly number[];
  /** The sum of each column. */
  readonly y: readonly number[];
  /** The sum of all. */
  readonly all: number;
}

/** A joint soft histogram as plain JSON. */
export interface SoftHistogramSnapshot {
  /** What it is a snapshot of. */
  readonly kind: 'SoftHistogram';
  /** The version of this format. */
  readonly version: 1;
  /** The bins of both sides, and how values spread over them. */
  readonly axes: readonly [x: SoftAxisOptions, y: SoftAxisOptions];
  /** What the pairs add up to. */
  readonly sums: SoftSumsSnapshot;
  /** The sums of squares; null when there are none. */
  readonly squares: SoftSumsSnapshot | null;
}

/** Sums as plain JSON. */
export function sumsSnapshot({ cells, x, y, all }: JointSums): SoftSumsSnapshot {
  return { cells: Array.from(cells), x: Array.from(x), y: Array.from(y), all };
}

/** @throws {@link MetricStateError} that says what is wrong with a snapshot that is damaged. */
export function checkSoftHistogramSnapshot(value: unknown): SoftHistogramSnapshot {
  const snapshot = checkSnapshot<SoftHistogramSnapshot>(WHAT, softHistogramSchema(), value);
  const [rows, columns] = snapshot.axes.map((axis) => axis.bins) as [number, number];
  for (const sums of [snapshot.sums, snapshot.squares]) {
    if (sums === null) continue;
    const isWhole = sums.cells.length === rows * columns && sums.x.length === rows && sums.y.length === columns;
    if (!isWhole) {
      const sizes = [sums.cells, sums.x, sums.y].map((part) => part.length).join(', ');
      throw damagedSnapshot(WHAT, `it has ${sizes} sums for ${rows} × ${columns} bins`);
    }
  }
  return snapshot;
}

/** The check of the format, of which docs/snapshot.schema.json is made. */
export const softHistogramSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const error = 'expected a snapshot made by toJSON()';
  const sum = z.number({ error }).check(z.nonnegative({ error: 'expected sums of 0 or above' }));
  const sums = z.strictObject({
    cells: z.array(sum),
    x: z.array(sum),
    y: z.array(sum),
    all: sum,
  });
  const { bins, range, bandwidth } = softHistogramOptionChecks();
  // As options are checked, but in the form that they have for one side.
  const oneSide = (form: z.ZodMiniType, check: OptionCheck): z.ZodMiniType =>
    form.check(z.refine((value) => safeParse(check, value).success, { error }));
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
