import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { digamma } from '../../../src/numeric/special/digamma.ts';
import { erfc } from '../../../src/numeric/special/erfc.ts';
import { lnFactorials } from '../../../src/numeric/special/lnFactorials.ts';
import { normalQuantile } from '../../../src/numeric/special/normalQuantile.ts';

type Value = [x: number, value: number];

// Computed with 60 digits by mpmath 1.2: psi(0, x), erfc(x), the root of erfc(−x/√2)/2 = p, and
// loggamma(k + 1).
const golden = JSON.parse(readFileSync(new URL('./specialFunctions.json', import.meta.url), 'utf8')) as Record<
  'digamma' | 'erfc' | 'normalQuantile' | 'lnFactorial',
  Value[]
>;

test.each(golden.digamma)('digamma(%d) is accurate to 15 digits', (x, value) => {
  expect(Math.abs(digamma(x) - value)).toBeLessThan(1.5e-15 * Math.max(1, Math.abs(value)));
});

test.each(golden.erfc)('erfc(%d) is accurate to 14 digits', (x, value) => {
  expect(Math.abs(erfc(x) / value - 1)).toBeLessThan(5e-15);
});

test.each(golden.normalQuantile)('the normal quantile of %d is accurate to 15 digits', (probability, value) => {
  expect(Math.abs(normalQuantile(probability) / value - 1)).toBeLessThan(1e-15);
});

test.each(golden.lnFactorial)('ln %d! is accurate to 15 digits, from the table and from the series', (k, value) => {
  for (const lnFactorial of [lnFactorials(k), lnFactorials(2 ** 31)]) {
    expect(Math.abs(lnFactorial(k) - value)).toBeLessThanOrEqual(2e-15 * value);
  }
});

test('values at the limits of the domains are exact', () => {
  expect(erfc(Infinity)).toBe(0);
  expect(erfc(-Infinity)).toBe(2);
  expect(erfc(0)).toBe(1);
  expect(normalQuantile(0.5)).toBe(0);
  expect(normalQuantile(0)).toBe(-Infinity);
  expect(normalQuantile(1)).toBe(Infinity);
});
