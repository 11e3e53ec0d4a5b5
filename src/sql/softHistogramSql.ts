import { softAxesOf, softHistogramOptions, type SoftHistogramOptions } from '../state/tables/softHistogramOptions.ts';
import type { SoftAxisOptions } from '../numeric/binning/softAxis.ts';
import { numberLiteral } from './numberLiteral.ts';
import { defineOptions } from '../inputs/options/defineOptions.ts';
import { oneOfCheck, textCheck } from '../inputs/options/optionCheck.ts';
import { requireOptions } from '../inputs/options/requireOptions.ts';
import { quoteName } from './sqlDialect.ts';
import type { SqlRunner } from './runners/sqlRunner.ts';
import { fromClause, sqlSource, type SqlSource } from './sqlSource.ts';

/** Columns of value pairs, and options of their soft histogram. */
export interface SoftHistogramSource extends SqlSource, Required<Pick<SoftHistogramOptions, 'bins' | 'range'>> {
  /** Column of the first value of each pair. */
  readonly x: string;
  /** Column of the second value of each pair. */
  readonly y: string;
  /** Kernel: a value contributes to one bin (`'box'`) or two (`'linear'`). Wider kernels are not supported in SQL. */
  readonly kernel: 'box' | 'linear';
  /**
   * Bias correction of the metric that uses the histogram; `'millerMadow'` needs sums of squares. Default: `'none'`.
   */
  readonly biasCorrection?: 'none' | 'millerMadow' | undefined;
}

const softHistogramSource = /* @__PURE__ */ defineOptions<SoftHistogramSource>('softHistogramSql', () => {
  const column = textCheck('the name of a column');
  const { bins, range } = softHistogramOptions.checks();
  return {
    ...sqlSource.checks(),
    x: column,
    y: column,
    bins,
    range,
    kernel: oneOfCheck(['box', 'linear'], '"box" or "linear" (with finer bins instead of a smoother kernel)'),
    biasCorrection: oneOfCheck(['none', 'millerMadow']),
  };
});

/** A validated source, and the axes of its histogram. */
export interface CheckedSource {
  readonly source: SoftHistogramSource;
  readonly axes: readonly [x: SoftAxisOptions, y: SoftAxisOptions];
}

/** @throws {@link MetricInputError} if an option is missing or invalid. */
export function checkSoftHistogramSource(owner: string, given: unknown, run?: SqlRunner): CheckedSource {
  const options = softHistogramSource(given, owner);
  requireOptions(owner, options, ['from', 'x', 'y', 'bins', 'range', 'kernel']);
  const { bins, range, kernel } = options;
  const source = { ...options, dialect: options.dialect ?? run?.dialect };
  return { source, axes: softAxesOf(owner, { bins, range, kernel }) };
}

/**
 * Returns the query for a joint soft histogram. Each row has a pair of zero-based indices of bins (i, j), and the sums
 * of the contributions of its values to these bins and the next ones.
 *
 * The first sum is the number of value pairs, and the only sum for `'box'`. For `'linear'`, the sums for bins (i, j),
 * (i, j + 1), (i + 1, j) and (i + 1, j + 1) follow. With `'millerMadow'`, the sums of squared contributions follow in
 * the same order, then those of the squared marginal contributions for x and y.
 *
 * @param source - the table, its columns, the bins, and the SQL dialect.
 * @returns the SQL text.
 * @throws {@link MetricInputError} if an option or a name is invalid.
 * @see P. Thévenaz and M. Unser, IEEE Transactions on Image Processing 9 (2000) 2083–2099.
 *
 * @example
 * ```ts
 * import { DuckDBInstance } from '@duckdb/node-api';
 * import { softHistogramSql } from 'tfjs-metrics/sql';
 *
 * const connection = await (await DuckDBInstance.create()).connect();
 * await connection.run(`CREATE TABLE pairs AS SELECT * FROM
 *   (VALUES (0.1, 0.2), (0.2, 0.9), (0.8, 0.7)) AS t(a, b)`);
 * const sql = softHistogramSql({
 *   from: 'pairs',
 *   x: 'a',
 *   y: 'b',
 *   bins: 2,
 *   range: [0, 1],
 *   kernel: 'box',
 * });
 * const answer = await connection.runAndReadAll(`${sql} ORDER BY 1, 2`);
 * // Bins of a and b, and the count:
 * answer.getRowsJson(); // [[0, 0, '1'], [0, 1, '1'], [1, 1, '1']]
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

/** Returns the aggregates of {@link softHistogramSql}. */
export function softSums({ kernel, biasCorrection }: SoftHistogramSource): string[] {
  if (kernel === 'box') return ['count(*)'];
  const ofX = ['(1E0 - tfjs_s)', 'tfjs_s'];
  const ofY = ['(1E0 - tfjs_t)', 'tfjs_t'];
  const shares = ofX.flatMap((a) => ofY.map((b) => `${a} * ${b}`));
  const squared =
    biasCorrection === 'millerMadow' ? [...shares, ...ofX, ...ofY].map((share) => `${share} * ${share}`) : [];
  return ['count(*)', ...[...shares, ...squared].map((term) => `sum(${term})`)];
}

/** Returns SQL for the position of a value in units of bins, with the same operations as in memory. */
function placeOf(name: string, { bins, range: [low, high] }: SoftAxisOptions, kernel: string): string {
  const width = numberLiteral(high - low);
  const place = `(${name} - ${numberLiteral(low)}) * ${numberLiteral(bins)} / ${width} - 5E-1`;
  return kernel === 'box' ? `${place} + 5E-1` : place;
}

/** Returns SQL that clamps a position to the bins; NULL, which is reported later, for values that are not finite. */
function clamp(place: string, { bins }: SoftAxisOptions): string {
  const last = numberLiteral(bins - 1);
  return (
    `CASE WHEN ${place} - ${place} = 0E0 THEN CASE WHEN ${place} < 0E0 THEN 0E0 ` +
    `WHEN ${place} > ${last} THEN ${last} ELSE ${place} END ELSE NULL END`
  );
}
