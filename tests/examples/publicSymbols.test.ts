import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { checker, publicSymbols } from '../package/publicSymbols.ts';

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
  for (const example of examples) expect(example).toMatch(/```ts\n[\s\S]*import .* from 'tfjs-metrics/);
});

test.each([...symbols].filter(([, { flags }]) => flags & ts.SymbolFlags.Function))(
  '%s documents its parameters, result, errors and source',
  (_, symbol) => {
    for (const tag of ['param', 'returns', 'throws', 'see']) {
      expect([tag, tags(symbol, tag)]).not.toEqual([tag, []]);
    }
  },
);
