import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const readme = readFileSync('README.md', 'utf8');
const rows = readme.split('\n').filter((line) => line.startsWith('|'));
const inTables = rows.flatMap((row) => [...row.matchAll(/`(\w+)`/g)].map(([, name]) => name!));
const publicNames = readFileSync('tests/package/publicNames.txt', 'utf8').split('\n\n');

/** The functions that an entry exports, without the variants whose names are made of others. */
function functionsOf(entry: string): string[] {
  const lines = publicNames.find((text) => text.startsWith(`${entry} (`))!.split('\n');
  const names = lines.flatMap((line) => /^ {2}function (\w+)$/.exec(line)?.[1] ?? []);
  return names.filter((name) => !names.some((other) => name === `${other}Matrix` || name === `${other}Async`));
}

test.each(['tfjs-metrics/functional', 'tfjs-metrics/clustering', 'tfjs-metrics/nominal'])(
  'the README lists each function of %s in one table',
  (entry) => {
    const functions = functionsOf(entry);
    expect(functions.length).toBeGreaterThan(5);
    expect(functions.filter((name) => inTables.filter((other) => other === name).length !== 1)).toEqual([]);
  },
);

test('the README lists each score and bound of tfjs-metrics/information in one table', () => {
  const functions = functionsOf('tfjs-metrics/information').filter((name) => /(Info|Score|Bound|Nce)$/.test(name));
  expect(functions.length).toBeGreaterThan(15);
  expect(functions.filter((name) => inTables.filter((other) => other === name).length !== 1)).toEqual([]);
});
