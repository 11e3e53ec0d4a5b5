import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Accuracy, auroc, Auroc, BrierScore, CalibrationError, LogLoss, MetricCollection } from 'tfjs-metrics';
import { RandomSource } from '../../src/numeric/random/randomSource.ts';
import { run } from './commandRun.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const folder = temporaryFolder();
const random = RandomSource.of(8);
const CLASSES = ['cat', 'cow', 'dog'];
const target = Array.from({ length: 150 }, () => random.integer(3));
const scores = target.map((label) => {
  const row = CLASSES.map((_, k) => random.uniform() + (k === label ? 0.7 : 0));
  const sum = row.reduce((total, value) => total + value, 0);
  return row.map((value) => value / sum);
});

/** Rows of a file: without a value, a cell is missing. */
const rows = target.map((label, i) => ({
  pet: CLASSES[label],
  isDog: label === 2 ? 'yes' : 'no',
  p_cat: scores[i]![0],
  p_cow: scores[i]![1],
  p_dog: scores[i]![2],
  beyond: i === 70 ? 1.25 : scores[i]![2],
  some: i % 10 === 3 ? undefined : scores[i]![2],
  text: i === 4 ? 'high' : '0.5',
}));
const columns = Object.keys(rows[0]!);
const csv = [columns, ...rows.map((row) => Object.values(row))].map((cells) => cells.join(',')).join('\n');
const FILES = {
  csv: folder.file('pets.csv', `${csv}\n`),
  ndjson: folder.file('pets.ndjson', rows.map((row) => JSON.stringify(row)).join('\n')),
  parquet: join(folder.path, 'pets.parquet'),
};

beforeAll(async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(
    `COPY (FROM read_csv('${FILES.csv}', types = {'isDog': 'VARCHAR'})) TO '${FILES.parquet}' (FORMAT parquet)`,
  );
  connection.closeSync();
});

const READINGS = [
  ['csv', 'duckdb'],
  ['csv', 'stream'],
  ['ndjson', 'duckdb'],
  ['ndjson', 'stream'],
  ['parquet', 'duckdb'],
] as const;

/** Results of a command by reading of the file, with the same name for all files. */
async function results(...options: string[]): Promise<{ code: number; out: string; err: string }[]> {
  const all = [];
  for (const [kind, reader] of READINGS) {
    const { code, out, err } = await run(['classify', FILES[kind], ...options, '--reader', reader, '--draws', '20']);
    all.push({ code, out, err: err.replaceAll(`.${kind}`, '') });
  }
  return all;
}

const ALL = ['--target', 'pet', '--scores', 'p_cat,p_cow,p_dog'];
const ONE = ['--target', 'isDog', '--positive', 'yes'];

describe('classify gives the same result for every format and reader', () => {
  test.each([
    ['probabilities of each class', ALL],
    ['the probability of the positive class', [...ONE, '--score', 'p_dog']],
    ['scores in bins', [...ONE, '--score', 'p_dog', '--thresholds', '40']],
    ['scores of each class in bins', [...ALL, '--thresholds', '40']],
    ['missing values that are dropped', [...ONE, '--score', 'some', '--drop-missing']],
  ])('of %s', async (_, options) => {
    const [first, ...others] = await results(...options, '--format', 'json');
    expect(first!.code).toBe(0);
    for (const other of others) expect(other).toEqual(first);
  });

  test.each([
    ['a column that does not exist', [...ONE, '--score', 'p_dgo'], 'expected a column "p_dgo", got none; did you mean'],
    ['a target that does not exist', ['--target', 'pets', '--score', 'p_dog'], 'expected a column "pets", got none'],
    ['a missing value', [...ONE, '--score', 'some'], 'column "some", row 4: expected a value, got a missing one'],
    ['text', [...ONE, '--score', 'text'], 'column "text", row 5: expected a finite number, got "high"'],
    ['a value above 1', [...ONE, '--score', 'beyond'], 'column "beyond", row 71: expected a probability from 0 to 1'],
    [
      'rows with another sum',
      ['--target', 'pet', '--scores', 'p_cat,p_cow,beyond', '--labels', 'cat,cow,dog'],
      'row 71',
    ],
  ])('for %s', async (_, options, message) => {
    const [first, ...others] = await results(...options);
    expect(first).toMatchObject({ out: '' });
    expect(first!.code).toBeGreaterThan(0);
    expect(first!.err).toContain(message);
    for (const other of others) expect(other).toEqual(first);
  });

  test('with the scores of the rows that are kept', async () => {
    const [first] = await results(...ONE, '--score', 'some', '--drop-missing', '--format', 'json');
    const { out, err } = first!;
    const report = JSON.parse(out) as {
      samples: number;
      scores: { name: string; value: number }[];
      warnings: string[];
    };
    expect(report.samples).toBe(135);
    expect(err.match(/15 of 150 rows/g)).toHaveLength(1);
    expect(report.warnings[0]).toContain('15 with missing values');
    const kept = rows.filter(({ some }) => some !== undefined);
    const expected = auroc(
      kept.map(({ some }) => some!),
      kept.map(({ isDog }) => Number(isDog === 'yes')),
    );
    expect(report.scores.find(({ name }) => name === 'auroc')!.value).toBeCloseTo(expected, 12);
  });
});

describe('classify --merge', () => {
  const labels = ['cat', 'cow', 'dog'];
  const names = target.map((label) => labels[label]!);
  const collection = () =>
    new MetricCollection({
      accuracy: new Accuracy({ labels }),
      auroc: new Auroc({ multiclass: 'ovr', labels }),
      calibration: new CalibrationError({ labels }),
      logLoss: new LogLoss({ labels }),
      brier: new BrierScore({ labels }),
    });

  test('reports on metrics that workers saved, as on all samples', async () => {
    const files = [0, 1, 2].map((worker) => {
      const metrics = collection();
      const of = <T>(all: readonly T[]): T[] => all.slice(50 * worker, 50 * (worker + 1));
      metrics.update(of(scores) as never, of(names) as never);
      return folder.file(`worker${worker}.json`, JSON.stringify(metrics));
    });
    const { code, out, err } = await run(['classify', '--merge', ...files, '--format', 'json', '--draws', '20']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const merged = JSON.parse(out) as { scores: { name: string; value: number }[] };
    const [whole] = await results(...ALL, '--format', 'json');
    const { scores: expected } = JSON.parse(whole!.out) as typeof merged;
    expect(merged.scores.map(({ name }) => name)).toEqual(expected.map(({ name }) => name));
    merged.scores.forEach(({ value }, k) => expect(value).toBeCloseTo(expected[k]!.value, 12));
  });

  test('merges several metrics in one file', async () => {
    const metrics = [new Accuracy(), new Auroc()] as const;
    for (const metric of metrics) metric.update([0.2, 0.8, 0.4] as never, [0, 1, 1] as never);
    const file = folder.file('list.json', JSON.stringify(metrics));
    const { out } = await run(['classify', '--merge', file, file, '--format', 'json', '--draws', '20']);
    expect(JSON.parse(out)).toMatchObject({ samples: 6 });
  });

  test.each([
    ['{"a": 1}', [], 1, 'expected a snapshot of a metric of a classifier or a collection of them, got other JSON'],
    ['{"kind": "MutualInfoScore"}', [], 1, 'got "MutualInfoScore"'],
    [JSON.stringify(new Auroc()), [], 1, 'expected a metric of predicted classes, such as Accuracy, got none'],
    [JSON.stringify({ ...new Accuracy().toJSON(), version: 7 }), [], 1, 'got an invalid "version"'],
    [JSON.stringify(new Accuracy()), ['--target', 'pet'], 2, 'expected saved metrics alone, got --target'],
    [JSON.stringify(new Accuracy()), [], 1, 'expected at least one sample'],
  ])('rejects %s', async (text, more, code, message) => {
    const file = folder.file('wrong.json', text);
    const result = await run(['classify', '--merge', file, ...more]);
    expect({ code: result.code, out: result.out }).toEqual({ code, out: '' });
    expect(result.err).toContain(message);
  });

  test('rejects states of other metrics, and several files without it', async () => {
    const files = [new Accuracy(), new Accuracy({ labels: [0, 1] })].map((metric, k) =>
      folder.file(`other${k}.json`, JSON.stringify(metric)),
    );
    expect((await run(['classify', '--merge', ...files])).err).toContain(
      'other1.json: Accuracy: expected another with',
    );
    expect((await run(['classify', ...files, '--target', 'pet'])).err).toContain(
      'expected one file, got 2; use --merge',
    );
    expect((await run(['classify', FILES.csv])).err).toContain('expected --target, got none');
  });
});
