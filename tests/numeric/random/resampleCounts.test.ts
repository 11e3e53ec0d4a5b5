import { describe, expect, test } from '@jest/globals';
import { randomBinomial } from '../../../src/numeric/random/randomBinomial.ts';
import { RandomSource } from '../../../src/numeric/random/randomSource.ts';
import { resampleCounts } from '../../../src/numeric/random/resampleCounts.ts';

/** Returns ln k!. */
function lnFactorial(k: number): number {
  let sum = 0;
  for (let i = 2; i <= k; i++) sum += Math.log(i);
  return sum;
}

/** Pearson's χ² of draws against the binomial distribution; values with expected counts below 8 are pooled. */
function chiSquaredOfDraws(trials: number, p: number, draws: number): { value: number; df: number } {
  const random = RandomSource.of(7);
  const seen = new Float64Array(trials + 1);
  for (let i = 0; i < draws; i++) seen[randomBinomial(trials, p, random)]!++;
  let [value, df, rest, seenRest] = [0, -1, 0, 0];
  for (let k = 0; k <= trials; k++) {
    const lnChoices = lnFactorial(trials) - lnFactorial(k) - lnFactorial(trials - k);
    rest += draws * Math.exp(lnChoices + k * Math.log(p) + (trials - k) * Math.log1p(-p));
    seenRest += seen[k]!;
    if (rest < 8) continue;
    value += (seenRest - rest) ** 2 / rest;
    df++;
    [rest, seenRest] = [0, 0];
  }
  return { value, df };
}

describe('binomial numbers', () => {
  test.each([
    [1, 0.3],
    [12, 0.5],
    [40, 0.04],
    [40, 0.9],
    [30, 0.4],
    [100, 0.35],
    [400, 0.97],
    [1000, 0.5],
  ])('of %d trials with probability %d have the expected frequencies', (trials, p) => {
    const { value, df } = chiSquaredOfDraws(trials, p, 40_000);
    // Four standard deviations of a chi-squared variable above its mean.
    expect(value).toBeLessThan(df + 4 * Math.sqrt(2 * df) + 6);
  });

  test('of 10^12 trials have the expected mean and variance', () => {
    const random = RandomSource.of(1);
    const [trials, p, draws] = [1e12, 0.25, 20_000];
    let [sum, squares] = [0, 0];
    for (let i = 0; i < draws; i++) {
      const z = (randomBinomial(trials, p, random) - trials * p) / Math.sqrt(trials * p * (1 - p));
      sum += z;
      squares += z * z;
    }
    expect(Math.abs(sum / draws)).toBeLessThan(4 / Math.sqrt(draws));
    expect(Math.abs(squares / draws - 1)).toBeLessThan(4 * Math.sqrt(2 / draws));
  });

  test('are constant if the probability is 0 or 1', () => {
    const random = RandomSource.of(1);
    expect([0, 1].map((p) => randomBinomial(50, p, random))).toEqual([0, 50]);
  });
});

describe('resampled counts', () => {
  test.each([
    ['few', [3, 0, 1, 2, 1]],
    ['many', [900, 20, 0, 5, 1]],
    ['10^12', [4e11, 5e11, 1e11]],
  ])('of %s samples keep their sum, and empty cells stay empty', (_, counts) => {
    const next = resampleCounts(Float64Array.from(counts), RandomSource.of(2));
    const n = counts.reduce((sum, count) => sum + count, 0);
    for (let draw = 0; draw < 200; draw++) {
      const drawn = next();
      expect(drawn.reduce((sum, count) => sum + count, 0)).toBe(n);
      counts.forEach((count, cell) => {
        if (count === 0) expect(drawn[cell]).toBe(0);
      });
    }
  });

  test.each([
    ['sample by sample', [3, 2, 1, 2, 1, 1, 2]],
    ['cell by cell', [300, 20, 100, 60]],
  ])('drawn %s have multinomial means, variances and covariances', (_, counts) => {
    const next = resampleCounts(Float64Array.from(counts), RandomSource.of(5));
    const n = counts.reduce((sum, count) => sum + count, 0);
    const draws = 20_000;
    const sums = counts.map(() => 0);
    const products = counts.map(() => counts.map(() => 0));
    for (let draw = 0; draw < draws; draw++) {
      const drawn = next();
      counts.forEach((count, i) => {
        sums[i]! += drawn[i]! - count;
        counts.forEach((other, j) => {
          products[i]![j]! += (drawn[i]! - count) * (drawn[j]! - other);
        });
      });
    }
    counts.forEach((count, i) => {
      const variance = count * (1 - count / n);
      expect(Math.abs(sums[i]! / draws)).toBeLessThan(4 * Math.sqrt(variance / draws));
      counts.forEach((other, j) => {
        const expected = i === j ? variance : (-count * other) / n;
        const spread = Math.sqrt((3 * variance * other) / draws) + 0.01;
        expect(Math.abs(products[i]![j]! / draws - expected)).toBeLessThan(4 * spread);
      });
    });
  });

  test('are determined by the seed', () => {
    const draw = (seed: number): number[] =>
      Array.from(resampleCounts(Float64Array.of(500, 300, 200), RandomSource.of(seed))());
    expect(draw(4)).toEqual(draw(4));
    expect(draw(4)).not.toEqual(draw(5));
  });

  test('of many cells have multinomial means, variances and covariances', () => {
    const counts = Float64Array.from({ length: 300 }, (_, cell) => (cell % 5) * 4);
    const n = counts.reduce((sum, count) => sum + count, 0);
    const next = resampleCounts(counts, RandomSource.of(3));
    const draws = 5000;
    const sums = new Float64Array(300);
    const squares = new Float64Array(300);
    let products = 0;
    for (let draw = 0; draw < draws; draw++) {
      const drawn = next();
      expect(drawn.reduce((sum, count) => sum + count, 0)).toBe(n);
      drawn.forEach((count, cell) => {
        sums[cell]! += count - counts[cell]!;
        squares[cell]! += (count - counts[cell]!) ** 2;
      });
      // Deviations of the total over all cells of 16, and over all cells of 12.
      const share = (count: number): number =>
        drawn.reduce((sum, value, cell) => sum + (counts[cell] === count ? value - count : 0), 0);
      products += share(16) * share(12);
    }
    counts.forEach((count, cell) => {
      const variance = count * (1 - count / n);
      expect(Math.abs(sums[cell]!)).toBeLessThanOrEqual(5 * Math.sqrt(variance * draws));
      expect(Math.abs(squares[cell]! / draws - variance)).toBeLessThanOrEqual(variance * 0.12);
    });
    const covariance = (-0.4 * n * 0.3 * n) / n;
    expect(Math.abs(products / draws - covariance)).toBeLessThan(((0.1 * n * 5) / Math.sqrt(draws)) * 4);
  });
});
