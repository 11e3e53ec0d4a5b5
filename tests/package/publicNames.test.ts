import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { publicNames } from './publicSymbols.ts';

test('the names that users can import are those of publicNames.txt (npm run fixture:names updates it)', () => {
  expect(publicNames()).toBe(readFileSync('tests/package/publicNames.txt', 'utf8'));
});
