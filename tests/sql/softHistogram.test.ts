import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MetricInputError } from 'tfjs-metrics';
import { SoftMutualInfoScore, SoftNormalizedMutualInfoScore } from 'tfjs-metrics/information';
import { softHistogramFromSql, softHistogramSql, SqlQueryError, type SoftHistogramSource } from 'tfjs-metrics/sql';
import { expectClose } from '../expectClose.ts';
import { breakingAfter, giving, startDuckDb, type DuckDb } from './duckDbFixture.ts';

type Bins = Pick<SoftHistogramSource, 'bins' | 'range' | 'kernel' | 'biasCorrection'>;

let duckDb: DuckDb;
let x: number[];
let y: number[];

beforeAll(async () => {
  duckDb = await startDuckDb();
  // Values at edges and centres of bins, between them, and outside the range.
  await duckDb.connection.run(`CREATE TABLE pairs AS SELECT
    (i * 37 % 1000) / 800 - 0.125 AS x, sin(i) * (i % 3) AS y, i % 5 AS c FROM range(3000) AS r(i)
    UNION ALL SELECT i / 16, i / 8 - 1, 0 FROM range(17) AS r(i)`);
  const rows = (await duckDb.connection.runAndReadAll('SELECT x, y FROM pairs')).getRowsJS();
  [x, y] = [rows.map(([value]) => Number(value)), rows.map(([, value]) => Number(value))];
});

afterAll(() => {
  duckDb.connection.closeSync();
});

const bins: Bins[] = (['box', 'linear'] as const).flatMap((kernel) =>
  (['none', 'millerMadow'] as const).flatMap((biasCorrection) => [
    { bins: 8, range: [0, 1], kernel, biasCorrection },
    {
      bins: [5, 16],
      range: [
        [0, 1],
        [-2, 1.7],
      ],
      kernel,
      biasCorrection,
    },
    { bins: [1, 3], range: [-0.1, 0.1], kernel, biasCorrection },
  ]),
);

test.each(bins)('the histogram equals the one computed in memory: %j', async (of) => {
  const histogram = await softHistogramFromSql(duckDb.run, {
    from: 'pairs',
    x: 'x',
    y: 'y',
    ...of,
  });
  const metric = new SoftMutualInfoScore(of);
  metric.update(x, y);
  const expected = metric.toJSON().state as ReturnType<typeof histogram.toJSON>;
  const found = histogram.toJSON();
  if (of.kernel === 'box') expect(found).toEqual(expected);
  expect(found.axes).toEqual(expected.axes);
  expect(found.sums.all).toBe(x.length);
  for (const part of ['sums', 'squares'] as const) {
    for (const side of ['cells', 'x', 'y'] as const) {
      const values = found[part]?.[side] ?? [];
      expect(values).toHaveLength(expected[part]?.[side].length ?? 0);
      values.forEach((value, k) => expectClose(value, expected[part]![side][k]!));
    }
  }
  expectClose(metric.computeFrom(histogram), metric.compute());
  const normalized = new SoftNormalizedMutualInfoScore(of);
  normalized.update(x, y);
  expectClose(normalized.computeFrom(histogram), normalized.compute());
});

const source: SoftHistogramSource = {
  from: 'pairs',
  x: 'x',
  y: 'y',
  bins: 4,
  range: [0, 1],
  kernel: 'linear',
};

test('where excludes pairs, and merged histograms of shards equal that of all rows', async () => {
  const part = (where: string): ReturnType<typeof softHistogramFromSql> =>
    softHistogramFromSql(duckDb.run, { ...source, where });
  const left = await part('c < 2');
  left.merge(await part('c >= 2 OR c IS NULL'));
  const whole = await softHistogramFromSql(duckDb.run, source);
  left.counts.sums.cells.forEach((value, k) => {
    expectClose(value, whole.counts.sums.cells[k]!);
  });
  expect((await part('1 = 0')).counts.sums.all).toBe(0);
});

describe('errors name the problem:', () => {
  test.each(['NULL', "'nan'::DOUBLE", "'inf'::DOUBLE", "'-inf'::DOUBLE"])('%s', async (value) => {
    await duckDb.connection.run(`CREATE OR REPLACE VIEW bad AS SELECT 0.5 AS x, ${value} AS y`);
    const query = softHistogramFromSql(duckDb.run, { ...source, from: 'bad' });
    await expect(query).rejects.toThrow(MetricInputError);
    await expect(query).rejects.toThrow(
      'column "y": expected finite values, got one that is missing (NULL) or not finite',
    );
  });

  test.each([
    [{ ...source, kernel: 'gaussian' }, 'expected "box" or "linear"'],
    [{ ...source, kernel: undefined }, 'expected the option "kernel"'],
    [{ ...source, range: [1, 0] }, 'option "range"'],
    [{ ...source, bins: 0 }, 'option "bins"'],
    [{ ...source, x: '' }, 'the name of a column'],
    [{ ...source, weights: 'w' }, 'expected known options, got "weights"'],
  ])('%j', (given, message) => {
    expect(() => softHistogramSql(given as SoftHistogramSource)).toThrow(message);
  });

  test('a duplicate bin, a bin out of range, or an engine that fails', async () => {
    const ask = (run: Parameters<typeof softHistogramFromSql>[0]): Promise<unknown> =>
      softHistogramFromSql(run, { ...source, kernel: 'box' });
    await expect(ask(giving([0, 1, 5], [0, 1, 5]))).rejects.toThrow('bins 0 and 1 twice');
    await expect(ask(giving([0, 4, 5]))).rejects.toThrow('bin of column "y": expected an integer from 0 to 3, got 4');
    await expect(ask(giving([0.5, 1, 5]))).rejects.toThrow(
      'bin of column "x": expected an integer from 0 to 3, got 0.5',
    );
    await expect(ask(breakingAfter([0, 1, 5]))).rejects.toThrow(SqlQueryError);
  });
});
