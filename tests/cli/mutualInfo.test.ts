import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from '@jest/globals';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { env } from '@tensorflow/tfjs-core';
import { RandomSource } from '../../src/numeric/random/randomSource.ts';
import { run } from './commandRun.ts';
import { temporaryFolder } from './temporaryFolder.ts';

setWasmPaths('node_modules/@tensorflow/tfjs-backend-wasm/dist/');
// In test mode, tfjs reports the tensors saved for gradients as leaks.
env().set('IS_TEST', false);

const folder = temporaryFolder();

interface Answered {
  readonly mutualInfo: number;
  readonly how: string;
  readonly why: readonly string[];
  readonly samples: number;
  readonly kept: number;
  readonly pValue?: number;
  readonly test?: string;
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
      why: ['y holds numbers', 'x holds labels with 3 distinct values'],
      pValue: 0.05,
    });
    expect(mixed.how).toContain('Ross');
    const tied = await estimated(fileOf('tied.csv', 40, (_, i) => [(i % 30) / 2, i]));
    expect(tied.how).toContain('Kraskov');
    expect(tied.why.at(-1)).toBe('25.0 % of the values of x are repeated and count as ties');
    const labels = await estimated(fileOf('labels.csv', 300, (_, i) => ['ab'[i % 2], 'cd'[i % 2]]));
    expect(labels.mutualInfo).toBeCloseTo(Math.LN2, 12);
    expect(labels).toMatchObject({ how: 'counts of 2 × 2 labels', test: 'G-test' });
    expect(labels.why[0]).toBe('x holds labels with 2 distinct values');
    const ignored = await estimated(folder.file('ignored.csv', 'x,y\n-1,0\n0,0\n1,1\n'), '--ignore-label', '-1');
    expect(ignored).toMatchObject({ samples: 2, how: 'counts of 2 × 2 labels, corrected by "grassberger"' });
    expect(ignored.why[0]).toBe('labels are ignored');
  });

  test('corrects counts by all rows of the file, not by those drawn', async () => {
    const path = fileOf('codes.csv', 4000, (random) => [random.integer(4), random.integer(4)]);
    const { how, samples, mutualInfo } = await estimated(path, '--max-samples', '100');
    expect({ how, samples }).toEqual({ how: 'counts of 4 × 4 labels', samples: 4000 });
    expect(mutualInfo).toBeLessThan(0.01);
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

describe('mi of several columns', () => {
  /** Columns a0, a1, … and b0, b1, …, of which the b are the a plus noise. */
  function columnsFile(name: string, n: number, d: number): string {
    const random = RandomSource.of(3);
    const names = ['a', 'b'].flatMap((side) => Array.from({ length: d }, (_, j) => `${side}${j}`));
    const rows = Array.from({ length: n }, (_, i) => {
      const a = Array.from({ length: d }, () => normal(random));
      const b = a.map((value) => value + normal(random));
      return [...a, ...b, 'uv'[i % 2]].map((cell) => (typeof cell === 'number' ? cell.toFixed(4) : cell)).join();
    });
    return folder.file(name, `${names.join()},word\n${rows.join('\n')}\n`);
  }
  const few = columnsFile('few-columns.csv', 200, 2);

  test('compares nearest neighbors of up to three columns', async () => {
    const args = ['mi', few, '--permutations', '9', '--x', 'a*'];
    const { out, err } = await run([...args, '--y', 'b0']);
    expect(err).toBe('');
    expect(out).toMatch(/^mutual information of a0, a1 and b0: 0\.\d{6} nats \(p = 0\.1, 9 permutations\)\n/);
    expect(out).toContain('Kraskov, Stögbauer and Grassberger), because x holds numbers in 2 columns; y holds numbers');
    expect((await run([...args, '--y', 'word'])).out).toContain('(Ross)');
    expect((await run([...args, '--y', 'b*', '--estimator', 'ksg'])).out).toContain('a0, a1 and b0, b1:');
  });

  test.each([
    ['--x a0 --y a0', 2, 'expected different columns in --x and --y, got "a0" in both'],
    ['--x a* --y *0', 2, 'expected different columns in --x and --y, got "a0" in both'],
    ['--x a0* --y a0', 2, 'match "a0*" in --x, got only "a0", which another option names; the columns are "a0"'],
    ['--x a* --y c*', 2, 'expected columns that match "c*" in --y, got none; the columns are "a0"'],
    [
      '--x a*,word --y b*',
      1,
      'column "word": expected finite numbers, got "u" and 0 numbers; a column of labels must be the only one of its variable',
    ],
    ['--x a* --y b0 --estimator discrete', 2, '--estimator discrete: expected one column in --x, got 2'],
    ['--x a* --y b0 --estimator soft', 2, '--estimator soft: expected one column in --x, got 2'],
    ['--x a0 --y b* --ignore-label 1', 2, '--ignore-label: expected one column in --y, got 2'],
  ])('rejects %s', async (args, code, message) => {
    const answer = await run(['mi', few, ...args.split(' ')]);
    expect(answer).toMatchObject({ code, out: '' });
    expect(answer.err).toContain(message);
  });

  test('leaves columns of the other option out of a pattern', async () => {
    const args = ['mi', few, '--estimator', 'ksg', '--format', 'json'];
    const columnsOf = async (x: string, y: string): Promise<unknown> => {
      const answer = JSON.parse((await run([...args, '--x', x, '--y', y])).out) as { x: string[]; y: string[] };
      return [answer.x, answer.y];
    };
    expect(await columnsOf('a*,b*', 'a1')).toEqual([['a0', 'b0', 'b1'], ['a1']]);
    expect(await columnsOf('b1', '*0,b*')).toEqual([['b1'], ['a0', 'b0']]);
  });

  test('suggests a decimal comma in several columns', async () => {
    const path = folder.file('comma.csv', 'a0;a1;b\n1,5;2,5;1\n2,5;1,5;2\n');
    const { err } = await run(['mi', path, '--x', 'a*', '--y', 'b', '--delimiter', ';']);
    expect(err).toContain('got "1,5" and 0 numbers; --decimal-comma reads decimal commas');
  });

  test('rejects too few rows', async () => {
    const { err } = await run(['mi', columnsFile('short.csv', 3, 3), '--x', 'a*', '--y', 'b*']);
    expect(err).toContain('expected at least 4 rows for 3 neighbors, got 3');
  });

  test('warns about fewer rows than critics need', async () => {
    const { out } = await run([
      'mi',
      columnsFile('hundred.csv', 60, 3),
      '--x',
      'a*',
      '--y',
      'b*',
      '--permutations',
      '1',
    ]);
    expect(out).toContain('estimateMutualInfo needs at least 100 samples, got 60');
  });

  describe('repeated rows of many columns', () => {
    const [header, ...lines] = readFileSync(columnsFile('once.csv', 120, 4), 'utf8')
      .trim()
      .split('\n');
    const twice = [...lines, ...lines].map((line, i) => `${line},${i % 120}`);
    const path = folder.file('twice.csv', `${header!},origin\n${twice.join('\n')}\n`);
    const call = ['mi', path, '--x', 'a*', '--y', 'b*', '--max-steps', '0'];

    test('have a verdict with the options of the command line, in the unit of the estimate', async () => {
      const { out } = await run([...call, '--base', '2']);
      expect(out).toContain(
        '- 50 % of the samples are repeated, so that folds share them; if they are copies, pass --groups; ' +
          'if both variables are discrete, use --estimator discrete',
      );
      expect(out).not.toContain('nats');
    });

    test('are one sample with --groups', async () => {
      const { out } = await run([...call, '--groups', 'origin']);
      expect(out).toContain('nats (95 % interval: ');
      expect(out).not.toContain('repeated');
    });

    test.each([
      [['--groups', 'b1'], '--groups: expected a column that is not in --x or --y, got "b1"'],
      [['--groups', 'origins'], 'origins'],
      [['--groups', 'word', '--estimator', 'ksg'], '--groups: expected --estimator auto, got ksg'],
      [['--max-steps', '-1'], 'Expected an integer of at least 0.'],
    ])('reject %j', async (more, message) => {
      const { code, err } = await run([...call, ...more]);
      expect(code).toBe(2);
      expect(err).toContain(message);
    });

    test('have no groups if no critic is trained', async () => {
      const { code, err } = await run(['mi', path, '--x', 'a0', '--y', 'b0', '--groups', 'origin']);
      expect(err).toContain('--groups: expected columns on which critics are trained, got columns for ksgMutualInfo');
      expect(code).toBe(2);
    });
  });

  test('trains critics on more columns, with an interval and a verdict, and reads all formats alike', async () => {
    const csv = columnsFile('many.csv', 120, 4);
    const [header, ...lines] = readFileSync(csv, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    const json = lines.map((cells) => JSON.stringify(Object.fromEntries(cells.map((cell, j) => [header![j], cell]))));
    const parquet = join(folder.path, 'many.parquet');
    const database = await DuckDBInstance.create(':memory:');
    const connection = await database.connect();
    await connection.run(`COPY (FROM read_csv('${csv}')) TO '${parquet}' (FORMAT parquet)`);
    connection.closeSync();
    database.closeSync();
    const args = ['--x', 'a*', '--y', 'b*'];
    const { out, err } = await run(['mi', parquet, ...args], '', true);
    expect(err).toContain('training critics');
    const found =
      /^mutual information of a0, …, a3 \(4 columns\) and b0, …, b3 \(4 columns\): [\d.]+ nats \(95 % interval: ([\d.]+) to ([\d.]+)\)\nverdict: (?:reliable|doubtful)\n/.exec(
        out,
      );
    // Four pairs of columns share ln 2 / 2 nats each.
    const truth = 2 * Math.LN2;
    expect([Number(found?.[1]) < truth, truth < Number(found?.[2])]).toEqual([true, true]);
    expect(out).toContain(
      '120 samples; critics trained on 5 folds (estimateMutualInfo), because x holds numbers in 4 ',
    );

    const answers = [];
    for (const [path, input, ...more] of [
      [csv, '', '--reader', 'stream'],
      ['-', readFileSync(csv, 'utf8')],
      [folder.file('many.ndjson', json.join('\n')), ''],
      [parquet, ''],
    ] as [string, string, ...string[]][]) {
      const answer = await run(['mi', path, ...args, ...more, '--estimator', 'ksg', '--format', 'json'], input);
      expect(answer.err).toBe('');
      answers.push(JSON.parse(answer.out) as unknown);
    }
    expect(answers[0]).toMatchObject({ x: ['a0', 'a1', 'a2', 'a3'], samples: 120, estimator: 'ksg' });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  }, 120_000);
});
