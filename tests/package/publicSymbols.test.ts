import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { checker, publicNames, publicSymbols } from './publicSymbols.ts';

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

test('tfjs-metrics/information exports every estimator of continuous values', () => {
  const own = publicSymbols.get('tfjs-metrics/information')!;
  const estimators = [...publicSymbols.get('tfjs-metrics/functional')!].filter(([, symbol]) =>
    /functional\/information\/(neighbors|gaussian)\//.test(symbol.declarations?.[0]?.getSourceFile().fileName ?? ''),
  );
  expect(estimators.length).toBeGreaterThan(20);
  expect(estimators.map(([name]) => name).filter((name) => !own.has(name))).toEqual([]);
});

const symbols = new Map([...publicSymbols.values()].flatMap((ofEntry) => [...ofEntry]));

function tags(symbol: ts.Symbol, name: string): string[] {
  return symbol
    .getJsDocTags(checker)
    .filter((tag) => tag.name === name)
    .map((tag) => ts.displayPartsToString(tag.text));
}

test.each([...symbols])('%s has a description', (_, symbol) => {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  expect(text).toMatch(/^[A-Z].*[.:]/s);
});

const callable = ts.SymbolFlags.Function | ts.SymbolFlags.Class;

test.each([...symbols].filter(([, { flags }]) => flags & callable))('%s has an example', (_, symbol) => {
  const examples = tags(symbol, 'example');
  expect(examples).not.toEqual([]);
  for (const example of examples) expect(example).toMatch(/```ts\n[\s\S]*import [^;]* from 'tfjs-metrics/);
});

test.each([...symbols].filter(([, { flags }]) => flags & ts.SymbolFlags.Function))(
  '%s documents its parameters, result, errors and source',
  (_, symbol) => {
    for (const tag of ['param', 'returns', 'throws', 'see']) {
      expect([tag, tags(symbol, tag)]).not.toEqual([tag, []]);
    }
  },
);
