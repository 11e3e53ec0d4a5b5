import { SoftHistogram } from '../state/tables/softHistogram.ts';
import type { SoftSumsSnapshot } from '../state/tables/softHistogramSnapshot.ts';
import { exactNumber } from './rows/exactNumber.ts';
import { queryRows } from './rows/queryRows.ts';
import { readBin } from './rows/readBin.ts';
import { requireEachOnce } from './rows/requireEachOnce.ts';
import { requireQuery } from './requireQuery.ts';
import {
  checkSoftHistogramSource,
  softHistogramSql,
  softSums,
  type CheckedSource,
  type SoftHistogramSource,
} from './softHistogramSql.ts';
import type { SqlRunner } from './runners/sqlRunner.ts';

/**
 * Computes the joint soft histogram of two numeric columns with one query.
 *
 * The result of the query has one row per pair of bins with values. If the query fails partway or returns a pair of
 * bins twice, the function throws; it never returns a partial result. With the kernel `'box'`, the histogram is
 * identical to the one computed in memory; with `'linear'`, it differs by rounding errors, because the order of
 * summation differs.
 *
 * @param run - sends the query to the engine; see {@link SqlRunner}.
 * @param query - the table, its columns and the bins.
 * @returns the histogram, as input for `computeFrom` of a metric with the same bins, range and kernel.
 * @throws {@link SqlQueryError} if the engine fails; {@link MetricInputError} if an option is invalid, or a value is
 * missing (NULL) or not finite.
 * @see {@link softHistogramSql}
 *
 * @example
 * ```ts
 * import { DuckDBInstance } from '@duckdb/node-api';
 * import { SoftMutualInfoScore } from 'tfjs-metrics/information';
 * import { duckDbRunner, softHistogramFromSql } from 'tfjs-metrics/sql';
 *
 * const connection = await (await DuckDBInstance.create()).connect();
 * const bins = { bins: 16, range: [0, 16], kernel: 'linear' } as const;
 * const histogram = await softHistogramFromSql(duckDbRunner(connection), {
 *   from: 'examples/data/digits.csv',
 *   x: 'pixel_2_3',
 *   y: 'pixel_4_4',
 *   ...bins,
 * });
 * new SoftMutualInfoScore(bins).computeFrom(histogram); // 0.02714
 * ```
 */
export async function softHistogramFromSql(run: SqlRunner, query: SoftHistogramSource): Promise<SoftHistogram> {
  requireQuery('softHistogramFromSql', run, query);
  const checked = checkSoftHistogramSource('softHistogramFromSql', query, run);
  const { source, axes } = checked;
  const columns = 2 + softSums(source).length;
  const rows = await queryRows(run, softHistogramSql(source), columns);
  const groups = rows.map(([i, j, ...sums]) => ({
    i: readBin(i, source.x, axes[0].bins),
    j: readBin(j, source.y, axes[1].bins),
    sums: sums.map((value) => exactNumber(value, 'a sum of the result')),
  }));
  requireEachOnce(
    groups,
    ({ i, j }) => [i, j],
    ({ i, j }) => `bins ${i} and ${j}`,
  );
  return SoftHistogram.fromJSON({
    kind: 'SoftHistogram',
    version: 1,
    axes,
    ...addUp(checked, groups),
  });
}

interface Group {
  readonly i: number;
  readonly j: number;
  readonly sums: readonly number[];
}

function addUp(
  { source, axes: [ofX, ofY] }: CheckedSource,
  groups: readonly Group[],
): { sums: SoftSumsSnapshot; squares: SoftSumsSnapshot | null } {
  const reach = source.kernel === 'box' ? 1 : 2;
  const shares = reach * reach;
  const all = groups.reduce((n, group) => n + group.sums[0]!, 0);
  /** Sums the shares of all groups by cell, in row-major order. `from` is the index of the first share in a group. */
  const cellsFrom = (from: number): number[] => {
    const cells = new Array<number>(ofX.bins * ofY.bins).fill(0);
    for (const { i, j, sums } of groups) {
      for (let k = 0; k < shares; k++) {
        const [row, column] = [i + Math.floor(k / reach), j + (k % reach)];
        // A value at the center of the last bin has no share in a next one.
        if (row < ofX.bins && column < ofY.bins) cells[row * ofY.bins + column]! += sums[from + k]!;
      }
    }
    return cells;
  };
  const sideFrom = (from: number, side: 'i' | 'j'): number[] => {
    const bins = new Array<number>(side === 'i' ? ofX.bins : ofY.bins).fill(0);
    for (const group of groups) {
      for (let k = 0; k < reach; k++) {
        if (group[side] + k < bins.length) bins[group[side] + k]! += group.sums[from + k]!;
      }
    }
    return bins;
  };
  // For a box kernel, the count is the only share and equals its square.
  const start = reach === 1 ? 0 : 1;
  const cells = cellsFrom(start);
  const sums = { cells, ...margins(cells, ofY.bins), all };
  if (source.biasCorrection !== 'millerMadow') return { sums, squares: null };
  if (reach === 1) return { sums, squares: sums };
  const x = sideFrom(start + 2 * shares, 'i');
  const y = sideFrom(start + 2 * shares + reach, 'j');
  return { sums, squares: { cells: cellsFrom(start + shares), x, y, all } };
}

function margins(cells: readonly number[], columns: number): { x: number[]; y: number[] } {
  const x = new Array<number>(cells.length / columns).fill(0);
  const y = new Array<number>(columns).fill(0);
  cells.forEach((value, k) => {
    x[Math.floor(k / columns)]! += value;
    y[k % columns]! += value;
  });
  return { x, y };
}
