import { describe, expect, test } from '@jest/globals';
import { RandomSource } from '../../src/numeric/random/randomSource.ts';
import { run } from './commandRun.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const folder = temporaryFolder();

interface Answered {
  readonly mutualInfo: number;
  readonly how: string;
  readonly why: string;
  readonly samples: number;
  readonly kept: number;
  readonly pValue?: number;
  readonly permutations?: number;
}

async function estimated(path: string, ...options: readonly string[]): Promise<Answered> {
  const { code, out, err } = await run([
    'mi',
    path,
    '--x',
    'x',
    '--y',
    'y',
    '--format',
    'json',
    '--permutations',
    '19',
    ...options,
  ]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Answered;
}

const normal = (random: RandomSource): number =>
  Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());

function fileOf(name: string, n: number, row: (random: RandomSource, i: number) => unknown[]): string {
  const random = RandomSource.of(1);
  const rows = Array.from({ length: n }, (_, i) => row(random, i).join());
  return folder.file(name, `x,y\n${rows.join('\n')}\n`);
}

describe('mi without --estimator', () => {
  test.each([
    ['normal values', (random: RandomSource) => normal(random)],
    ['heavy tails', (random: RandomSource) => normal(random) / normal(random)],
    ['counts', (random: RandomSource) => random.integer(2) + random.integer(4)],
    ['rounded values', (random: RandomSource) => Number(normal(random).toFixed(1))],
  ])('is near 0 for 50 independent %s', async (name, draw) => {
    const path = fileOf(`${name}.csv`, 50, (random) => [draw(random), draw(random)]);
    const { mutualInfo, pValue } = await estimated(path);
    // Three standard deviations.
    expect(Math.abs(mutualInfo)).toBeLessThan(0.25);
    expect(pValue).toBeGreaterThan(0);
    expect(pValue).toBeLessThanOrEqual(1);
  });

  test('estimates the information of dependent values, also with an outlier', async () => {
    const dependent = (random: RandomSource): [number, number] => {
      const x = normal(random);
      return [x, 0.8 * x + 0.6 * normal(random)];
    };
    const clean = await estimated(fileOf('clean.csv', 1000, dependent));
    const outlier = await estimated(
      fileOf('outlier.csv', 1000, (random, i) => (i === 0 ? [1e6, dependent(random)[1]] : dependent(random))),
    );
    for (const { mutualInfo, pValue } of [clean, outlier]) {
      expect(Math.abs(mutualInfo - -Math.log(0.6))).toBeLessThan(0.12);
      expect(pValue).toBe(0.05);
    }
  });

  test('chooses an estimator for the columns and explains the choice', async () => {
    const mixed = await estimated(fileOf('mixed.csv', 300, (random, i) => ['abc'[i % 3], (i % 3) + normal(random)]));
    expect(mixed).toMatchObject({
      why: 'one column holds numbers, the other labels',
      pValue: 0.05,
    });
    expect(mixed.how).toContain('Ross');
    const tied = await estimated(fileOf('tied.csv', 40, (_, i) => [i % 4, i]));
    expect(tied.why).toBe('both columns hold numbers; repeated values (90.0 % of "x") count as ties');
    const labels = await estimated(fileOf('labels.csv', 30, (_, i) => ['ab'[i % 2], 'cd'[i % 2]]));
    expect(labels.mutualInfo).toBeCloseTo(Math.LN2, 12);
    expect(labels).toMatchObject({ how: 'counts of 2 × 2 labels', why: 'both columns hold labels' });
    const ignored = await estimated(folder.file('ignored.csv', 'x,y\n-1,0\n0,0\n1,1\n'), '--ignore-label', '-1');
    expect(ignored).toMatchObject({ samples: 2, why: 'labels are ignored' });
  });

  test('is 0 for a constant column', async () => {
    const path = fileOf('constant.csv', 30, (_, i) => [7, i]);
    expect(await estimated(path)).toMatchObject({ mutualInfo: 0, pValue: 1 });
  });

  test('draws the same rows of a large file with both readers and prints their number', async () => {
    const path = fileOf('large.csv', 6000, (random) => [random.uniform(), random.uniform()]);
    const answers = await Promise.all(
      ['duckdb', 'stream'].map((reader) => estimated(path, '--reader', reader, '--max-samples', '300')),
    );
    expect(answers[0]).toMatchObject({ samples: 6000, kept: 300 });
    expect(answers[1]).toEqual(answers[0]);
    const other = await estimated(path, '--seed', '1', '--max-samples', '300');
    expect(other.mutualInfo).not.toBe(answers[0]!.mutualInfo);
    const { out } = await run(['mi', path, '--x', 'x', '--y', 'y', '--permutations', '1']);
    expect(out).toContain('of 5000 samples drawn at random');
  });

  test('rejects a column that mixes numbers and text, and too few rows', async () => {
    const path = fileOf('text.csv', 30, (_, i) => [i === 7 ? 'NA' : i, i]);
    const { code, err } = await run(['mi', path, '--x', 'x', '--y', 'y']);
    expect(code).toBe(1);
    expect(err).toContain(
      'column "x": expected finite numbers, got "NA" and 29 numbers; --na "NA" treats it as missing',
    );
    const few = await run(['mi', folder.file('few.csv', 'x,y\n1,2\n2,1\n'), '--x', 'x', '--y', 'y']);
    expect(few.err).toContain('expected at least 4 rows for 3 neighbors, got 2');
  });
});
