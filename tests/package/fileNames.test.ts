import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from '@jest/globals';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !['index.ts', 'main.ts'].includes(basename(file)))
  .map((file) => join('src', file));

/** Returns the names that a file exports. */
function exportsOf(file: string): string[] {
  const declarations = /^export (?:abstract |async )*(?:function\*?|const|class|interface|type) (\w+)/gm;
  return [...readFileSync(file, 'utf8').matchAll(declarations)].map(([, name]) => name!);
}

test('each file is named after something that it exports', () => {
  expect(files.length).toBeGreaterThan(500);
  const plain = (name: string): string => name.replaceAll('_', '').toLowerCase();
  const others = files.filter((file) => !exportsOf(file).some((name) => plain(name) === plain(basename(file, '.ts'))));
  expect(others).toEqual([]);
});

test('no name is exported by two files', () => {
  const all = files.flatMap((file) => [...new Set(exportsOf(file))]);
  expect(all.filter((name, k) => all.indexOf(name) !== k)).toEqual([]);
});

/** Returns the functions of a file, private ones too, without their names. */
function functionsOf(file: string): string[] {
  const declarations = /^(?:export )?((?:async )?function\*? (\w+)[^]*?^}$|const (\w+) = \([^]*?;$)/gm;
  return [...readFileSync(file, 'utf8').matchAll(declarations)].map(([, text, name, constant]) =>
    text!.replace(new RegExp(`\\b${(name ?? constant)!}\\b`, 'g'), '_').replace(/\s+/g, ' '),
  );
}

test('no two files have a function with the same text, under any name', () => {
  const all = files.flatMap((file) => functionsOf(file).map((text) => ({ file, text })));
  expect(all.length).toBeGreaterThan(1000);
  const first = new Map<string, string>();
  for (const { file, text } of all) if (!first.has(text)) first.set(text, file);
  expect(all.filter(({ file, text }) => first.get(text) !== file)).toEqual([]);
});
