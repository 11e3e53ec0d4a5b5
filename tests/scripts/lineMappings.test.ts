import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { lineMappings } from '../../scripts/build/lineMappings.ts';

test('mappings of lines lead to the same lines, for Node.js too', () => {
  const source = readFileSync('src/state/moments/pairMoments.ts', 'utf8');
  const compilerOptions = { target: ts.ScriptTarget.ES2022, sourceMap: true };
  const { outputText: code, sourceMapText } = ts.transpileModule(source, { compilerOptions });
  const full = JSON.parse(sourceMapText!) as ConstructorParameters<typeof SourceMap>[0];
  const short = { ...full, mappings: lineMappings(full.mappings) };
  const [expected, actual] = [new SourceMap(full), new SourceMap(short)];
  const placeOf = (of: SourceMap, line: number, column: number): unknown => {
    const { originalSource, originalLine, originalColumn } = of.findEntry(line, column) as unknown as Record<
      string,
      unknown
    >;
    return { originalSource, originalLine, originalColumn };
  };
  const lines = code.trimEnd().split('\n');
  let compared = 0;
  for (const [line, text] of lines.entries()) {
    const start = text.search(/\S/);
    // Lines such as a closing brace may have no position of their own.
    if ((expected.findEntry(line, start) as { generatedLine?: number }).generatedLine !== line) continue;
    expect(placeOf(actual, line, text.length)).toEqual(placeOf(expected, line, start));
    compared++;
  }
  expect(compared).toBeGreaterThan(100);
  expect(short.mappings.length).toBeLessThan(full.mappings.length / 3);
});

test('lines without positions stay empty', () => {
  expect(lineMappings('AAAA,IAAI;;A;gBACA,EAAE')).toBe('AAAA;;;gBACI');
});
