import { expect, test } from '@jest/globals';

declare const require: unknown;

test('the tests run as ES modules, as the package is used', () => {
  expect(import.meta.url).toMatch(/^file:.*esModules\.test\.ts$/);
  expect(typeof require).toBe('undefined');
});
