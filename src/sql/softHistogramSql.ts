import * as z from 'zod/mini';
import {
  softAxesOf,
  softHistogramOptionChecks,
  type SoftHistogramOptions,
} from '../numeric/binning/softHistogramOptions.ts';
import type { SoftAxisOptions } from '../numeric/binning/softAxis.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { oneOfCheck } from '../inputs/optionCheck.ts';
import { optionSchema, readOptions, type OptionSchema } from '../inputs/options.ts';
import { numberLiteral } from './numberLiteral.ts';
import { quoteName } from './sqlDialect.ts';
import type { SqlRunner } from './sqlRunner.ts';
import { fromClause, sqlSourceChecks, type SqlSource } from './sqlSource.ts';

/** Which columns hold pairs of values, and how these spread over bins. */
export interface SoftHistogramSource extends SqlSource, Required<Pick<SoftHistogramOptions, 'bins' | 'range'>> {
  /** The column of the first value of each pair. */
  readonly x: string;
  /** The column of the second. */
  readonly y: string;
  /** How a value spreads: over one bin (`'box'`) or two (`'linear'`). Wider kernels have no query. */
  readonly kernel: 'box' | 'linear';
  /** As that of the metric that is to read the histogram: `'millerMadow'` needs sums of squares. */
  readonly biasCorrection?: 'none' | 'millerMadow' | undefined;
}

const softHistogramSource: OptionSchema<SoftHistogramSource> = /* @__PURE__ */ optionSchema<SoftHistogramSource>(() => {
  const column = z.string({ error: 'the name of a column' });
  const { bins, range } = softHistogramOptionChecks();
  return {
    ...sqlSourceChecks(),
    x: column,
    y: column,
    bins,
    range,
    kernel: z.enum(['box', 'linear'], {
      error: '"box" or "linear", whose sums are a GROUP BY; take finer bins for a smoother kernel',
    }),
    biasCorrection: oneOfCheck(['none', 'millerMadow']),
  };
});

/** A source that has been checked, with the axes that it describes. */
export interface CheckedSource {
  readonly source: SoftHistogramSource;
  readonly axes: readonly [x: SoftAxisOptions, y: SoftAxisOptions];
}

/** @throws {@link MetricInputError} when an option is missing or not as described. */
export function checkSoftHistogramSource(owner: string, given: unknown, run?: SqlRunner): CheckedSource {
  const options = readOptions(owner, softHistogramSource, given);
  for (const name of ['from', 'x', 'y', 'bins', 'range', 'kernel'] as const) {
    if (options[name] === undefined) {
      throw new MetricInputError(`${owner}: expected the option "${name}"`);
    }
  }
  const { bins, range, kernel } = options;
  const source = { ...options, dialect: options.dialect ?? run?.dialect };
  return { source, axes: softAxesOf(owner, { bins, range, kernel }) };
}

/**
 * The query for a joint soft histogram: one row for each pair of bins that values begin in, with the
 * numbers of both bins, from 0, and the sums of what the pairs add to the bins around.
 *
 * First comes the count, which is all that `'box'` needs. `'linear'` has four sums more, for the bins (i, j),
 * (i, j + 1), (i + 1, j) and (i + 1, j + 1); sums of squares follow, in the same order, then those of the
 * shares of either side.
 *
 * @param source - the table, its columns, the bins, and how names are written.
 * @returns the text of the query.
 * @throws {@link MetricInputError} when an option or a name is not as described.
 * @see P. Thévenaz and M. Unser, IEEE Transactions on Image Processing 9 (2000) 2083–2099.
 *
 * @example
 * ```ts
 * import { softHistogramSql } from 'tfjs-metrics/sql';
 *
 * const source = { from: 'pairs', x: 'a', y: 'b', bins: 8, range: [0, 1], kernel: 'box' } as const;
 * softHistogramSql(source).startsWith('SELECT tfjs_i, tfjs_j, count(*)'); // true
 * ```
 */
export function softHistogramSql(source: SoftHistogramSource): string {
  const { source: checked, axes } = checkSoftHistogramSource('softHistogramSql', source);
  const { x, y, kernel, dialect = 'standard' } = checked;
  const places = [x, y].map((name, side) => placeOf(quoteName(name, dialect), axes[side as 0 | 1], kernel));
  const placed = `SELECT ${places[0]!} AS tfjs_p, ${places[1]!} AS tfjs_q ${fromClause(checked)}`;
  const clamped =
    `SELECT ${clamp('tfjs_p', axes[0])} AS tfjs_u, ${clamp('tfjs_q', axes[1])} AS tfjs_v ` +
    `FROM (${placed}) AS tfjs_placed`;
  const floored =
    'SELECT floor(tfjs_u) AS tfjs_i, tfjs_u - floor(tfjs_u) AS tfjs_s, ' +
    `floor(tfjs_v) AS tfjs_j, tfjs_v - floor(tfjs_v) AS tfjs_t FROM (${clamped}) AS tfjs_clamped`;
  const sums = softSums(checked).join(', ');
  return `SELECT tfjs_i, tfjs_j, ${sums} FROM (${floored}) AS tfjs_floored GROUP BY tfjs_i, tfjs_j`;
}

/** The aggregates of {@link softHistogramSql}. */
export function softSums({ kernel, biasCorrection }: SoftHistogramSource): string[] {
  if (kernel === 'box') return ['count(*)'];
  const ofX = ['(1E0 - tfjs_s)', 'tfjs_s'];
  const ofY = ['(1E0 - tfjs_t)', 'tfjs_t'];
  const shares = ofX.flatMap((a) => ofY.map((b) => `${a} * ${b}`));
  const squared =
    biasCorrection === 'millerMadow' ? [...shares, ...ofX, ...ofY].map((share) => `${share} * ${share}`) : [];
  return ['count(*)', ...[...shares, ...squared].map((term) => `sum(${term})`)];
}

/** Where a value lies, in bins, by the very steps that it is computed in here. */
function placeOf(name: string, { bins, range: [low, high] }: SoftAxisOptions, kernel: string): string {
  const width = numberLiteral(high - low);
  const place = `(${name} - ${numberLiteral(low)}) * ${numberLiteral(bins)} / ${width} - 5E-1`;
  return kernel === 'box' ? `${place} + 5E-1` : place;
}

/** A place within the bins; NULL, which no group should have, for what is no finite number. */
function clamp(place: string, { bins }: SoftAxisOptions): string {
  const last = numberLiteral(bins - 1);
  return (
    `CASE WHEN ${place} - ${place} = 0E0 THEN CASE WHEN ${place} < 0E0 THEN 0E0 ` +
    `WHEN ${place} > ${last} THEN ${last} ELSE ${place} END ELSE NULL END`
  );
}
