import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { publicNames, publicSymbols } from './publicSymbols.ts';

test('the public names are those in publicNames.txt (npm run fixture:names updates it)', () => {
  expect(publicNames()).toBe(readFileSync('tests/package/publicNames.txt', 'utf8'));
});

test.each(['tfjs-metrics/clustering', 'tfjs-metrics/nominal', 'tfjs-metrics/information'])(
  '%s exports the function of each of its classes that has one',
  (entry) => {
    const names = new Set([...publicSymbols.values()].flatMap((symbols) => [...symbols.keys()]));
    const own = publicSymbols.get(entry)!;
    const functions = [...own.keys()]
      .filter((name) => /^[A-Z]/.test(name))
      .map((name) => name[0]!.toLowerCase() + name.slice(1))
      .filter((name) => names.has(name));
    expect(functions.length).toBeGreaterThan(3);
    expect(functions.filter((name) => !own.has(name))).toEqual([]);
  },
);
