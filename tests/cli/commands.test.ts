import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from '@jest/globals';
import { AdjustedRandScore, ContingencyTable, MetricCollection, MutualInfoScore, SilhouetteScore } from 'tfjs-metrics';
import { run } from './commandRun.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const DIGITS = 'examples/data/digits.csv';
const IRIS = 'tests/parity/data/iris.csv';
const folder = temporaryFolder();

describe('tfjs-metrics', () => {
  test('--help lists the commands, and the help of a command has examples', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/report[^]*compare[^]*mi /);
    const help = await run(['mi', '--help']);
    expect(help.code).toBe(0);
    expect(help.out).toMatch(/Examples:\n {2}tfjs-metrics mi/);
    for (const name of ['soft', 'discrete', 'ksg', 'mixed']) expect(help.out).toContain(name);
  });

  test('--version prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await run(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  test.each([
    [['reprot', DIGITS], "unknown command 'reprot'"],
    [['mi', DIGITS, '--x', 'a'], "required option '--y <columns>'"],
    [['mi', DIGITS, '--x', 'cluster', '--y', 'traget', '--estimator', 'discrete'], 'did you mean "target"?'],
    [['mi', DIGITS, '--x', 'a', '--y', 'b', '--estimator', 'magic'], 'soft, discrete, ksg, mixed'],
    [['mi', DIGITS, '--x', 'a', '--y', 'b', '--bins', 'many'], 'Expected an integer of at least 2'],
    [['compare', DIGITS, '--target', 'target', '--preds', 'cluster'], 'at least two columns of clusters'],
    [['compare', DIGITS, '--target', 'target', '--preds', 'cluster,cluster'], '"cluster" twice'],
    [['report', DIGITS], '--preds cluster'],
    [['report', DIGITS, '--preds', 'cluster'], '--features'],
    [['report', 'LICENSE', '--preds', 'a', '--target', 'b'], '--input-format'],
  ])('invalid arguments %j exit with code 2 and no output', async (args, message) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  test.each([
    [['mi', 'nowhere.csv', '--x', 'a', '--y', 'b'], 'nowhere.csv: expected a file, got no such file'],
    [['mi', 'tests/cli', '--x', 'a', '--y', 'b', '--input-format', 'csv'], 'expected a file, got a folder'],
    [
      ['mi', IRIS, '--x', 'species', '--y', 'cluster', '--estimator', 'soft'],
      'row 1: expected a finite number, got "setosa"',
    ],
    [['report', '--merge', 'package.json'], 'expected a snapshot of a contingency table'],
  ])('invalid data for %j exit with code 1 and no output', async (args, message) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(message);
  });

  test('control characters in a file are escaped in messages', async () => {
    const path = folder.file('control.csv', 'p\u001b[31m,t\n1,2\n');
    const { err } = await run(['mi', path, '--x', 'temperature', '--y', 't']);
    expect(err).toContain('\\u001b[31m');
    expect(err).not.toContain('\u001b');
  });

  test('a progress bar is shown on a terminal, but not in a pipe', async () => {
    const args = ['mi', IRIS, '--x', 'species', '--y', 'cluster', '--estimator', 'discrete'];
    expect((await run(args)).err).toBe('');
    expect((await run([...args, '--reader', 'stream'], '', true)).err).toContain('reading');
  });
});

describe('tfjs-metrics mi', () => {
  test.each([
    ['discrete', ['cluster', 'target'], DIGITS, 1.709307],
    ['soft', ['sepal length (cm)', 'petal length (cm)'], IRIS, 1.010794],
    ['ksg', ['sepal length (cm)', 'petal length (cm)'], IRIS, 0.863886],
    ['mixed', ['sepal length (cm)', 'petal length (cm)'], IRIS, 0.867223],
  ])('prints the estimate of --estimator %s', async (estimator, [x, y], file, nats) => {
    const args = ['mi', file, '--x', x!, '--y', y!, '--estimator', estimator];
    const { code, out, err } = await run(args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`mutual information of ${x} and ${y}: ${nats} nats`);
    const json = await run([...args, '--base', '2', '--format', 'json']);
    const answer = JSON.parse(json.out) as { mutualInfo: number; unit: string };
    expect(answer.unit).toBe('bits');
    expect(answer.mutualInfo).toBeCloseTo(nats / Math.LN2, 5);
  });

  test('reads standard input and writes to a file', async () => {
    const text = readFileSync(IRIS, 'utf8').replaceAll(',', '\t');
    const out = join(folder.path, 'mi.txt');
    const columns = ['--x', 'species', '--y', 'cluster', '--estimator', 'discrete'];
    const answer = await run(['mi', '-', '--input-format', 'tsv', '--out', out, ...columns], text);
    expect(answer).toEqual({ code: 0, out: '', err: `wrote ${out}\n` });
    expect(readFileSync(out, 'utf8')).toBe((await run(['mi', IRIS, ...columns])).out);
  });

  test('--ignore-label leaves out rows with the label', async () => {
    const path = folder.file('noise.csv', 'a,b\n1,1\n2,2\n-1,1\n-1,2\n');
    const args = ['mi', path, '--x', 'a', '--y', 'b', '--estimator', 'discrete'];
    expect((await run([...args, '--ignore-label', '-1'])).out).toContain('0.693147');
  });
});

describe('missing values', () => {
  const path = folder.file('missing.csv', 'p,t,x\n1,a,0\n1,NA,1\n2,null,2\n,b,5\n2,b,7\n1,a,\n');

  test('--drop-missing writes the number of omitted rows to standard error', async () => {
    const args = ['mi', path, '--x', 'p', '--y', 't', '--estimator', 'discrete', '--drop-missing'];
    const { code, err } = await run([...args, '--na', 'NA,null']);
    expect({ code, err }).toEqual({
      code: 0,
      err: 'tfjs-metrics: left out 3 of 6 rows with a missing value in "p", "t"\n',
    });
    const features = ['report', path, '--preds', 'p', '--features', 'x', '--drop-missing'];
    expect((await run(features)).err).toContain('left out 2 of 6 rows with a missing value in "x", "p"');
    const twice = await run(['mi', path, '--x', 'x', '--y', 'x', '--drop-missing']);
    expect(twice.err).toContain('expected different columns in --x and --y, got "x" in both');
  });

  test('a label that may mean a missing value gives a warning', async () => {
    const args = ['mi', path, '--x', 'p', '--y', 't', '--estimator', 'discrete', '--drop-missing'];
    const { code, err } = await run([...args, '--na', 'null']);
    expect(code).toBe(0);
    expect(err).toContain('warning: column "t" has the label "NA"; --na NA treats it as missing');
    expect(err).not.toContain('"null"');
  });

  test('the error for an invalid number suggests --na or --decimal-comma', async () => {
    const text = folder.file('numbers.csv', 'x;y\nNA;1,5\n1;1,5\n');
    const args = ['mi', text, '--delimiter', ';', '--x', 'x', '--y', 'y'];
    expect((await run([...args, '--estimator', 'soft'])).err).toContain(
      'row 1: expected a finite number, got "NA"; --na "NA"',
    );
    expect((await run(args)).err).toContain('expected finite numbers, got "NA" and 1 number; --na "NA"');
    const dropped = [...args, '--na', 'NA', '--drop-missing'];
    expect((await run(dropped)).err).toContain('--decimal-comma reads decimal commas');
    expect((await run([...args, '--delimiter', 'ab'])).code).toBe(2);
  });
});

describe('tfjs-metrics report', () => {
  test('reports on the clusters of digits in every format', async () => {
    const args = ['report', DIGITS, '--preds', 'cluster', '--target', 'target'];
    const text = await run(args);
    expect({ code: text.code, err: text.err }).toEqual({ code: 0, err: '' });
    expect(text.out).toMatch(/Adjusted Rand index +0\.669/);
    const markdown = await run([...args, '--format', 'markdown']);
    expect(markdown.out).toMatch(/^# /);
    const html = await run([...args, '--format', 'html', '--title', '<i>Digits</i>']);
    expect(html.out).toMatch(/^<!doctype html>/);
    expect(html.out).toContain('&lt;i&gt;Digits');
    const json = await run([...args, '--format', 'json']);
    expect(JSON.parse(json.out)).toHaveProperty('version');
  });

  test('reads all features or some of them', async () => {
    const args = ['report', IRIS, '--preds', 'cluster', '--format', 'json'];
    const four = await run([...args, '--target', 'species', '--features', 'all']);
    expect({ code: four.code, err: four.err }).toEqual({ code: 0, err: '' });
    expect(four.out).toContain('silhouette');
    const two = await run([...args, '--features', 'petal length (cm),petal width (cm)']);
    expect(two.code).toBe(0);
    const wrong = await run([...args, '--features', 'species']);
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toContain('column "species", row 1: expected a finite number, got "setosa"');
  });

  test('--merge combines snapshots of tables, metrics and collections', async () => {
    const rows = parse(readFileSync(DIGITS, 'utf8'), { columns: true, cast: true }) as unknown as {
      cluster: number;
      target: number;
    }[];
    const side = (from: number, to: number, name: 'cluster' | 'target'): number[] =>
      rows.slice(from, to).map((row) => row[name]);
    const batch = (from: number, to: number): [number[], number[]] => [
      side(from, to, 'cluster'),
      side(from, to, 'target'),
    ];
    const table = ContingencyTable.of(...batch(0, 500));
    const metric = new AdjustedRandScore();
    metric.update(...batch(500, 900));
    const collection = new MetricCollection({ a: new AdjustedRandScore(), b: new MutualInfoScore() });
    collection.update(...batch(900, 2000));
    const files = [table, metric, collection].map((state, i) => folder.file(`state${i}.json`, JSON.stringify(state)));
    const merged = await run(['report', '--merge', ...files, '--format', 'json']);
    const whole = await run(['report', DIGITS, '--preds', 'cluster', '--target', 'target', '--format', 'json']);
    expect(merged.err).toBe('');
    expect(merged.out).toBe(whole.out);
  });

  test('--merge rejects a damaged snapshot and names the file', async () => {
    const path = folder.file('damaged.json', '{"kind":"ContingencyTable","version":1,"count":[-1]}');
    const { code, err } = await run(['report', '--merge', path]);
    expect(code).toBe(1);
    expect(err).toContain('damaged.json: ');
    const none = folder.file('samples.json', JSON.stringify(new SilhouetteScore()));
    expect(await run(['report', '--merge', none])).toMatchObject({ code: 1, out: '' });
  });
});
