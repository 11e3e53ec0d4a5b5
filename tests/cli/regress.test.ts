import { describe, expect, test } from '@jest/globals';
import { regressionDifference, regressionInterval, type RegressionScoreName } from 'tfjs-metrics';
import { regressionReport } from 'tfjs-metrics/report';
import { RandomSource } from '../../src/numeric/random/randomSource.ts';
import { run } from './commandRun.ts';
import { startProcess } from './startProcess.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const folder = temporaryFolder();
const random = RandomSource.of(6);
const target = Float64Array.from({ length: 120 }, () => 10 + 90 * random.uniform());
const line = target.map((value) => value + 20 * (random.uniform() - 0.5));
const tree = target.map((value) => value + 60 * (random.uniform() - 0.5));
const lines = Array.from(target, (value, i) => [`house ${i}`, value, line[i], tree[i]].join());
const path = folder.file('houses.csv', `id,price,line,tree\n${lines.join('\n')}\n`);
const args = (...more: string[]): string[] => ['regress', path, '--target', 'price', '--preds', 'line', ...more];

describe('tfjs-metrics regress', () => {
  const names = Int32Array.from(target, (_, i) => i + 1);
  const expected = regressionReport({ preds: line, target, names, title: 'Prices' });

  test.each(['duckdb', 'stream'])('writes the report of regressionReport with the reader %s', async (reader) => {
    const call = args('--reader', reader, '--title', 'Prices');
    const { out, err, code } = await run([...call, '--format', 'json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(expected)));
    expect((await run(call)).out).toBe(`${expected.toString()}\n`);
    expect((await run([...call, '--format', 'markdown'])).out.trim()).toBe(expected.toMarkdown().trim());
  });

  test('reads NDJSON and standard input, and writes a page, in a separate process', async () => {
    const rows = Array.from(target, (value, i) => JSON.stringify({ price: value, line: line[i] }));
    const other = folder.file('houses.ndjson', `${rows.join('\n')}\n`);
    const call = ['regress', other, '--target', 'price', '--preds', 'line', '--title', 'Prices', '--format', 'json'];
    expect(JSON.parse((await run(call)).out)).toEqual(JSON.parse(JSON.stringify(expected)));
    const text = `price,line\n${Array.from(target, (value, i) => `${value},${line[i]!}`).join('\n')}\n`;
    const { out } = await run(['regress', '-', '--target', 'price', '--preds', 'line', '--title', 'Prices'], text);
    expect(out).toBe(`${expected.toString()}\n`);
    const page = await startProcess('"$@"', args('--format', 'html'));
    expect({ code: page.code, err: page.err }).toEqual({ code: 0, err: '' });
    expect(page.out).toMatch(/^<!doctype html>/);
  });

  test('rejects predictions that are the targets', async () => {
    for (const call of [
      ['regress', path, '--target', 'price', '--preds', 'price'],
      ['compare', path, '--target', 'price', '--preds', 'line,price', '--regressions'],
    ]) {
      const { code, err } = await run(call);
      expect(err).toContain(': expected different columns in --preds and --target, got "price" in both');
      expect(code).toBe(2);
    }
  });

  test('names the worst rows by a column, or by their numbers in the file', async () => {
    const worst = async (...more: string[]): Promise<(string | number)[]> => {
      const { out } = await run(args('--format', 'json', '--worst', '2', ...more));
      return (JSON.parse(out) as { worst: { name: string | number }[] }).worst.map(({ name }) => name);
    };
    const numbers = await worst();
    expect(numbers).toEqual(expected.worst.slice(0, 2).map(({ name }) => name));
    expect(await worst('--names', 'id')).toEqual(numbers.map((number) => `house ${Number(number) - 1}`));
    const call = ['regress', '-', '--target', 'y', '--preds', 'p', '--names', 'id', '--format', 'json'];
    const { out } = await run(call, 'id,y,p\n10,1,2\n7.0,2,9\n');
    expect((JSON.parse(out) as typeof expected).worst.map(({ name }) => name)).toEqual([7, 10]);
  });

  test('counts rows with missing values, and keeps the numbers of the others', async () => {
    const text = 'y,p\n1,1\n,2\n3,9\nNA,1\n5,5\n';
    const call = ['regress', '-', '--target', 'y', '--preds', 'p', '--na', 'NA', '--format', 'json'];
    expect((await run(call, text)).err).toContain('row 2: expected a value, got a missing one');
    const { out, err } = await run([...call, '--drop-missing'], text);
    expect(err).toContain('left out 2 of 5 rows with a missing value');
    const { worst, warnings, samples } = JSON.parse(out) as Record<string, unknown>;
    expect(samples).toBe(3);
    expect(worst).toEqual([{ name: 3, prediction: 9, target: 3, residual: -6 }]);
    expect(warnings).toContain('40.0 % of the samples are left out: 2 with missing values.');
  });

  test('rejects invalid arguments and data', async () => {
    const failure = async (call: readonly string[], input = ''): Promise<[number, string]> => {
      const { code, err } = await run(call, input);
      return [code, err];
    };
    const matching = expect.stringContaining.bind(expect);
    expect(await failure(['regress', path, '--target', 'price'])).toEqual([2, matching("required option '--preds")]);
    expect(await failure(args('--names', 'ids'))).toEqual([2, matching('did you mean "id"?')]);
    expect(await failure(args('--ignore-label', '-1'))).toEqual([2, matching("unknown option '--ignore-label'")]);
    const ofText = ['regress', path, '--target', 'price', '--preds', 'id'];
    expect(await failure(ofText)).toEqual([1, matching('column "id", row 1: expected a finite number, got "house 0"')]);
    const empty = ['regress', '-', '--target', 'y', '--preds', 'p'];
    expect(await failure(empty, 'y,p\n')).toEqual([1, matching('expected at least one row, got none')]);
  });
});

describe('tfjs-metrics compare --regressions', () => {
  const call = ['compare', path, '--target', 'price', '--preds', 'line,tree', '--regressions'];
  const scoresOf = async (...more: string[]) =>
    JSON.parse((await run([...call, '--format', 'json', ...more])).out) as {
      samples: number;
      regressions: unknown;
      scores: { score: RegressionScoreName; values: { preds: string; value: number; lower: number }[] }[];
      differences: { score: RegressionScoreName; preds: string; difference: { value: number; lower: number } }[];
    };

  test('has the scores of regressionInterval and the differences of regressionDifference', async () => {
    const { samples, regressions, scores, differences } = await scoresOf('--scores', 'all', '--confidence', '0.9');
    expect(samples).toBe(120);
    expect(regressions).toEqual([
      { preds: 'line', samples: 120 },
      { preds: 'tree', samples: 120 },
    ]);
    expect(scores).toHaveLength(8);
    for (const { score, values } of scores) {
      const options = { score, confidence: 0.9 };
      expect(values).toEqual([
        { preds: 'line', ...regressionInterval(line, target, options) },
        { preds: 'tree', ...regressionInterval(tree, target, options) },
      ]);
      const paired = regressionDifference(line, tree, target, options);
      const { difference: value, lower, upper, standardError, pValue } = paired;
      const found = differences.find((each) => each.score === score);
      expect(found).toEqual({
        score,
        preds: 'line',
        minus: 'tree',
        difference: { value, lower, upper, standardError, pValue },
      });
    }
  });

  test('shows which differences are significant', async () => {
    const { code, out } = await run([...call, '--reader', 'stream']);
    expect(code).toBe(0);
    expect(out).toMatch(/^120 rows against price; 95 % intervals from the influence of each row\n/);
    expect(out).toMatch(/rootMeanSquaredError +line − tree +−\d+\.\d{3} \[−.*\] +yes/);
    expect(out).toContain('Differences, paired by row');
    expect((await run([...call, '--reader', 'duckdb'])).out).toBe(out);
    const twins = await run([
      'compare',
      path,
      '--target',
      'price',
      '--preds',
      'line',
      '--preds',
      'l*',
      '--regressions',
    ]);
    expect(twins.err).toContain('expected at least two columns of predictions in --preds, got 1');
  });

  test('leaves percentage errors out of all scores if a target is 0', async () => {
    const text = 'y,a,b\n0,1,2\n2,2,3\n4,3,1\n';
    const zero = ['compare', '-', '--target', 'y', '--preds', 'a,b', '--regressions', '--format', 'json', '--scores'];
    const { scores } = JSON.parse((await run([...zero, 'all'], text)).out) as { scores: { score: string }[] };
    expect(scores.map(({ score }) => score)).not.toContain('meanAbsolutePercentageError');
    expect(await run([...zero, 'meanAbsolutePercentageError'], text)).toMatchObject({
      code: 1,
      err: expect.stringContaining('column "y": expected no targets of 0 for meanAbsolutePercentageError'),
    });
  });

  test('rejects options that do not apply', async () => {
    for (const [more, message] of [
      [['--draws', '9'], 'expected --draws only without --regressions'],
      [['--classifiers'], 'expected --classifiers or --regressions, got both'],
      [['--ignore-label', '1'], 'expected --ignore-label only for columns of labels'],
      [['--scores', 'accuracy'], 'expected scores from r2Score, explainedVariance'],
    ] as const) {
      expect(await run([...call, ...more])).toMatchObject({ code: 2, err: expect.stringContaining(message) });
    }
  });
});
