import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { digamma } from '../../../src/numeric/special/digamma.ts';
import { erfc } from '../../../src/numeric/special/erfc.ts';
import { lnFactorials } from '../../../src/numeric/special/lnFactorials.ts';
import { normalQuantile } from '../../../src/numeric/special/normalQuantile.ts';
import { studentPValue } from '../../../src/numeric/special/studentPValue.ts';
import { studentQuantile } from '../../../src/numeric/special/studentQuantile.ts';

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

// scipy.stats.t.ppf(p, freedom) and 2 * scipy.stats.t.sf(t, freedom) of scipy 1.10.
test.each([
  [0.75, 1, 1],
  [0.975, 1, 12.706204736432095],
  [0.975, 2, 4.302652729911275],
  [0.975, 4, 2.7764451051977987],
  [0.995, 9, 3.2498355440153697],
  [0.9999, 3, 22.203742266780633],
  [0.9, 30, 1.3104150225671307],
  [0.975, 59, 2.00099537704821],
  [0.975, 60, 2.0002978210582616],
  [0.975, 200, 1.9718962236316089],
])('the quantile of %d of Student’s t with %d degrees of freedom is accurate to 5 digits', (p, freedom, value) => {
  expect(Math.abs(studentQuantile(p, freedom) / value - 1)).toBeLessThan(1e-5);
});

test.each([
  [0.5, 1, 0.7048327646991336],
  [2, 1, 0.2951672353008664],
  [12.7, 1, 0.05002432768934415],
  [2, 4, 0.1161165235168155],
  [3, 9.5, 0.014098459163801062],
  [1.5, 30, 0.14406592912864605],
  [5, 59, 5.448480663694827e-6],
  [2, 60, 0.050033043651457436],
  [4, 300, 7.98400448371945e-5],
  [0, 7, 1],
])('the p-value of t = %d with %d degrees of freedom is accurate to 5 digits', (t, freedom, value) => {
  expect(Math.abs(studentPValue(t, freedom) / value - 1)).toBeLessThan(1e-5);
  expect(studentPValue(-t, freedom)).toBe(studentPValue(t, freedom));
});
