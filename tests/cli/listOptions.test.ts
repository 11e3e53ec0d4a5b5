import { describe, expect, test } from '@jest/globals';
import { expandColumns } from '../../src/cli/files/expandColumns.ts';
import type { TableFile } from '../../src/cli/files/tableFile.ts';
import { run } from './commandRun.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const folder = temporaryFolder();
const path = folder.file(
  'odd.csv',
  '"a,b"," c ",all,t,[x],x y\n1,2,3,"a,b",0,1\n2,1,5, b ,0,2\n1,2,3,"a,b",1,2\n2,2,9, b ,1,1\n',
);

async function compared(...preds: readonly string[]): Promise<unknown> {
  const given = preds.flatMap((text) => ['--preds', text]);
  const { code, out, err } = await run([
    'compare',
    path,
    '--target',
    't',
    ...given,
    '--draws',
    '2',
    '--format',
    'json',
  ]);
  if (code !== 0) return err;
  const { scores } = JSON.parse(out) as { scores: { values: { preds: string }[] }[] };
  return scores[0]!.values.map((value) => value.preds);
}

describe('a list option', () => {
  test.each([
    ['comma-separated names without the spaces around them', ['x y , all'], ['x y', 'all']],
    ['each value of a repeated option literally', ['a,b', ' c '], ['a,b', ' c ']],
    ['each string of a JSON array literally', ['["a,b", " c ", "[x]"]'], ['a,b', ' c ', '[x]']],
    ['a bracket at the start of a name', ['[x],all'], ['[x]', 'all']],
  ])('reads %s', async (_, given, expected) => {
    expect(await compared(...given)).toEqual(expected);
  });

  test.each([
    ['x y,,all', 'expected a name before and after each comma'],
    ['x y,', 'expected a name before and after each comma'],
    ['[]', 'expected a JSON array of strings'],
    ['["all",{}]', 'expected a JSON array of strings'],
    ['["all",9007199254740993]', 'expected a JSON array of strings'],
    ['["all","x y"', 'expected a JSON array of strings'],
  ])('rejects %s', async (given, message) => {
    expect(await compared(given)).toContain(`error: option '--preds <columns>': ${message}, got '${given}'`);
  });

  test.each([
    [['-1'], 4],
    [['1, 7'], 2],
    [['[1]'], 2],
    [['1', '2'], 0],
  ])('accepts labels: --ignore-label %j leaves %i rows', async (labels, rows) => {
    const ignored = labels.flatMap((label) => ['--ignore-label', label]);
    const { out, err } = await run(['mi', path, '--x', 'x y', '--y', 'all', '--estimator', 'discrete', ...ignored]);
    expect(out + err).toContain(
      rows === 0 ? 'expected at least one row without ignored labels, got none' : `${rows} samples`,
    );
  });

  test('--ignore-label matches a label with a comma or surrounding spaces', async () => {
    const args = ['mi', path, '--x', 't', '--y', '[x]', '--estimator', 'discrete'];
    expect((await run([...args, '--ignore-label', '["a,b"]'])).out).toContain('2 samples; counts of 1 × 2');
    expect((await run([...args, '--ignore-label', ' b ', '--ignore-label', 'z'])).out).toContain(
      '2 samples; counts of 1 × 2',
    );
  });

  test('--features all selects every other column, and a JSON array can select a column named "all"', async () => {
    const args = ['report', path, '--preds', '[x]', '--format', 'json', '--features'];
    const every = await run([...args, 'all']);
    expect(every.err).toContain('column "t", row 1: expected a finite number, got "a,b"');
    const one = await run([...args, '["all"]']);
    expect(one.code).toBe(0);
    const repeated = await run([...args, 'all', '--features', 'x y']);
    expect(repeated.code).toBe(0);
  });

  test('stands for the columns that match a pattern with *, in the order of the file', async () => {
    expect(await compared('*x*,all')).toEqual(['[x]', 'x y', 'all']);
    expect(await compared('a*')).toEqual(['a,b', 'all']);
    expect(await compared('all, * ')).toEqual(['all', 'a,b', ' c ', '[x]', 'x y']);
    expect(await compared('["a,*", "x*"]')).toEqual(['a,b', 'x y']);
    expect(await compared('nope*,all')).toContain(
      'expected columns that match "nope*" in --preds, got none; the columns',
    );
    expect(await compared('all,all')).toContain('expected distinct columns in --preds, got "all" twice');
  });

  test('prefers a column whose name has a * to the pattern', async () => {
    const starred = folder.file('starred.csv', 'a*,ab,t\n1,2,0\n2,3,1\n1,2,0\n');
    const args = ['compare', starred, '--target', 't', '--draws', '2', '--preds'];
    expect((await run([...args, 'a*'])).err).toContain('expected at least two columns of clusters in --preds, got 1');
    expect((await run([...args, '*b,a*'])).code).toBe(0);
  });

  test('--features and --scores take patterns', async () => {
    const scores = folder.file('scores.csv', 'p_a,p_b,t,c\n0.9,0.1,a,0\n0.2,0.8,b,1\n0.7,0.3,a,0\n0.4,0.6,b,1\n');
    expect((await run(['classify', scores, '--target', 't', '--scores', 'p_*', '--draws', '2'])).code).toBe(0);
    expect((await run(['report', scores, '--preds', 'c', '--features', 'p_*'])).code).toBe(0);
    expect((await run(['report', scores, '--preds', 'c', '--features', 'q_*'])).err).toContain(
      'in --features, got none',
    );
  });

  test('leaves label columns out of a pattern', async () => {
    const labeled = folder.file(
      'labeled.csv',
      'c,t,f,p_0,p_1\n0,0,1,0.9,0.1\n1,1,5,0.2,0.8\n0,0,2,0.6,0.4\n1,1,4,0,1\n',
    );
    const report = ['report', labeled, '--preds', 'c', '--target', 't', '--features'];
    expect((await run([...report, '*'])).out).toBe((await run([...report, 'f,p_0,p_1'])).out);
    const compare = ['compare', labeled, '--target', 't', '--draws', '2', '--preds'];
    expect((await run([...compare, '*'])).out).toBe((await run([...compare, 'c,f,p_0,p_1'])).out);
    const classify = ['classify', labeled, '--target', 't', '--labels', '0,1', '--scores'];
    expect((await run([...classify, '["p_*", "t*"]'])).err).toContain('got only "t", which another option names');
    expect((await run([...classify, 'p_*'])).code).toBe(0);
  });

  test('matches patterns in linear time', () => {
    const file = { name: 'file', columns: [`${'a'.repeat(20_000)}c`, 'xyxz', 'xy'] } as unknown as TableFile;
    expect(() => expandColumns(file, '--x', [`${'*a'.repeat(20)}*b`], [])).toThrow('got none');
    const of = (pattern: string): string[] => expandColumns(file, '--x', [pattern], []).slice(-2);
    expect(of('x*')).toEqual(['xyxz', 'xy']);
    expect(of('x*x*')).toEqual(['xyxz']);
    expect(of('*y*z')).toEqual(['xyxz']);
    expect(of('x**y')).toEqual(['xy']);
    expect(() => of('xy*y')).toThrow('got none');
    expect(() => of('y*')).toThrow('got none');
  });

  test.each(['report', 'compare', 'mi'])('%s --help explains the syntax of lists', async (command) => {
    const { out } = await run([command, '--help']);
    expect(out).toContain('--preds "a,b" --preds c');
    expect(out).toContain(`'["a,b", " c "]'`);
  });
});
