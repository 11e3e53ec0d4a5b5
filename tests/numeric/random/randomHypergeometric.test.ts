import { describe, expect, test } from '@jest/globals';
import { randomHypergeometric } from '../../../src/numeric/random/randomHypergeometric.ts';
import { RandomSource } from '../../../src/numeric/random/randomSource.ts';

/** ln C(n, k) as a sum of logarithms. */
function lnChoose(n: number, k: number): number {
  let sum = 0;
  for (let i = 0; i < k; i++) sum += Math.log((n - i) / (i + 1));
  return sum;
}

describe('random hypergeometric numbers', () => {
  test.each([
    [20, 8, 9],
    [20, 12, 15],
    [1000, 500, 3],
    [10_000, 300, 4000],
    [1_500_000, 40, 700_000],
  ])('of %d, with %d marked and %d drawn, have the right frequencies', (total, marked, draws) => {
    const random = RandomSource.of(2);
    const runs = 50_000;
    const seen = new Map<number, number>();
    for (let i = 0; i < runs; i++) {
      const x = randomHypergeometric(total, marked, draws, random);
      seen.set(x, (seen.get(x) ?? 0) + 1);
    }
    // Numbers that are expected less than five times are counted together.
    let [chiSquared, degrees, rareSeen, rareExpected] = [0, -1, 0, 0];
    for (let x = Math.max(0, draws + marked - total); x <= Math.min(draws, marked); x++) {
      const expected =
        runs * Math.exp(lnChoose(marked, x) + lnChoose(total - marked, draws - x) - lnChoose(total, draws));
      const count = seen.get(x) ?? 0;
      if (expected < 5) {
        rareSeen += count;
        rareExpected += expected;
        continue;
      }
      chiSquared += (count - expected) ** 2 / expected;
      degrees++;
    }
    expect(Math.abs(rareSeen - rareExpected)).toBeLessThan(4 * Math.sqrt(rareExpected) + 4);
    // Four standard deviations above the mean of chi-squared.
    expect(chiSquared).toBeLessThan(degrees + 4 * Math.sqrt(2 * degrees) + 8);
  });

  test('have the mean and variance of the distribution for billions of items', () => {
    const [total, marked, draws] = [2 ** 31 - 1, 1e9, 1e6];
    const random = RandomSource.of(3);
    const runs = 4000;
    const share = marked / total;
    const variance = draws * share * (1 - share) * ((total - draws) / (total - 1));
    const scores = Array.from(
      { length: runs },
      () => (randomHypergeometric(total, marked, draws, random) - draws * share) / Math.sqrt(variance),
    );
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / runs;
    expect(Math.abs(mean(scores))).toBeLessThan(4 / Math.sqrt(runs));
    expect(Math.abs(mean(scores.map((score) => score * score)) - 1)).toBeLessThan(4 * Math.sqrt(2 / runs));
  });

  test('are certain if there is no choice', () => {
    const random = RandomSource.of(4);
    expect(randomHypergeometric(5, 5, 3, random)).toBe(3);
    expect(randomHypergeometric(5, 0, 3, random)).toBe(0);
  });
});
