import { describe, expect, test } from '@jest/globals';
import { RandomSource } from '../../src/numeric/random/randomSource.ts';
import { run } from './commandRun.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const folder = temporaryFolder();
const random = RandomSource.of(0);
const rows = Array.from({ length: 60 }, (_, i) => [i % 3, random.uniform(), random.uniform()].join());

async function reported(
  path: string,
  ...options: readonly string[]
): Promise<{ report: { scores: { value: number }[]; warnings: string[] }; err: string }> {
  const { code, out, err } = await run(['report', path, '--preds', 'p', '--format', 'json', ...options]);
  expect(code).toBe(0);
  return { report: JSON.parse(out) as never, err };
}

describe('report --features all', () => {
  const plain = folder.file('plain.csv', `p,a,b\n${rows.join('\n')}\n`);

  test.each([
    ['an empty header cell, starting at 0', '', 0, 'column1'],
    ['an empty header cell, starting at 1, as R writes it', '""', 1, 'column1'],
    ['the name that pandas uses', 'Unnamed: 0', 0, 'Unnamed: 0'],
    ['the name that R uses', 'X', 1, 'X'],
  ])('leaves out an index with %s, and writes a note', async (name, header, first, shown) => {
    const text = `${header},p,a,b\n${rows.map((row, i) => `${i + first},${row}`).join('\n')}\n`;
    const { report, err } = await reported(folder.file(`index ${name}.csv`, text), '--features', 'all');
    expect(err).toBe(
      `tfjs-metrics: left out column "${shown}", which is a row index; name it in --features to use it\n`,
    );
    const without = await reported(plain, '--features', 'a,b');
    expect(report.scores).toEqual(without.report.scores);
    const named = await reported(folder.file('named.csv', text), '--features', JSON.stringify([shown, 'a', 'b']));
    expect(named.err).toBe('');
    expect(named.report.scores).not.toEqual(without.report.scores);
  });

  test.each([
    ['that has a name', 'id', (i: number) => i],
    ['that does not count every row', '', (i: number) => (i === 59 ? 60 : i)],
    ['that starts at 2', '', (i: number) => i + 2],
    ['that holds fractions', '', (i: number) => i / 2],
  ])('keeps a column %s', async (name, header, value) => {
    const text = `${header},p,a,b\n${rows.map((row, i) => `${value(i)},${row}`).join('\n')}\n`;
    expect((await reported(folder.file(`no index ${name}.csv`, text), '--features', 'all')).err).toBe('');
  });
});

describe('report', () => {
  const half = folder.file(
    'half.csv',
    `p,t,a\n${Array.from({ length: 40 }, (_, i) => `${i < 20 ? i % 2 : -1},${i % 2},${i < 18 ? i : ''}`).join('\n')}\n`,
  );
  const missing = folder.file(
    'missing.csv',
    `p,t\n${Array.from({ length: 40 }, (_, i) => `${i < 30 ? i % 2 : ''},${i % 2}`).join('\n')}\n`,
  );

  test.each([
    [
      'ignored labels',
      half,
      ['--target', 't', '--ignore-label', '-1'],
      '50.0 % of the samples are left out: 20 with ignored labels.',
    ],
    [
      'missing labels',
      missing,
      ['--target', 't', '--drop-missing'],
      '25.0 % of the samples are left out: 10 with missing values.',
    ],
    [
      'missing features',
      half,
      ['--features', 'a', '--drop-missing'],
      '55.0 % of the samples are left out: 22 with missing values.',
    ],
    [
      'both',
      missing,
      ['--target', 't', '--drop-missing', '--ignore-label', '1'],
      '62.5 % of the samples are left out: 10 with missing values, 15 with ignored labels.',
    ],
  ])('starts with a warning about the share of rows left out for %s', async (_, path, options, warning) => {
    expect((await reported(path, ...options)).report.warnings[0]).toBe(warning);
    expect((await run(['report', path, '--preds', 'p', ...options])).out).toContain(`! ${warning}`);
  });

  test('has no warning if at most 5 % of the rows are left out', async () => {
    const few = folder.file(
      'few.csv',
      `p,t\n${Array.from({ length: 40 }, (_, i) => `${i < 38 ? i % 2 : ''},${i % 2}`).join('\n')}\n`,
    );
    const { report, err } = await reported(few, '--target', 't', '--drop-missing');
    expect(report.warnings.join()).not.toContain('left out');
    expect(err).toContain('left out 2 of 40 rows');
  });

  test.each(['text', 'markdown'])('uses the singular for one cluster, in %s', async (format) => {
    const one = folder.file('one.csv', 'p,t\n0,0\n');
    const { out } = await run(['report', one, '--preds', 'p', '--target', 't', '--format', format]);
    expect(out).toContain('1 sample, 1 cluster, 1 class\n');
  });
});
