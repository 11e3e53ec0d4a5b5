import { describe, expect, test } from '@jest/globals';
import { ksgMutualInfo, shuffleTest } from 'tfjs-metrics';
import { randomRankScores } from '../../../src/functional/information/randomRankScores.ts';
import { RandomSource } from '../../../src/random/randomSource.ts';

const scoresOf = (values: readonly number[], seed = 0): number[] => [
  ...randomRankScores(Float64Array.from(values), RandomSource.of(seed)),
];

describe('randomRankScores', () => {
  test('are normal quantiles of the ranks, whatever the values are', () => {
    const scores = scoresOf([3, -1e6, 1e300]);
    expect(scores[0]).toBeCloseTo(0, 12);
    expect(scores[1]).toBeCloseTo(-0.6744897501960817, 9);
    expect(scores[2]).toBeCloseTo(0.6744897501960817, 9);
  });

  test('put equal values in every order equally often, and keep unequal ones apart', () => {
    let first = 0;
    for (let seed = 0; seed < 400; seed++) {
      const [a, b, c] = scoresOf([1, 1, 0], seed);
      expect(c).toBeLessThan(Math.min(a!, b!));
      if (a! < b!) first++;
    }
    // Six standard deviations of a fair coin.
    expect(Math.abs(first - 200)).toBeLessThan(60);
  });

  test('leave the mean estimate of independent counts near 0 with few samples', () => {
    const draws = Array.from({ length: 200 }, (_, seed) => {
      const random = RandomSource.of(seed);
      const counts = (): Float64Array =>
        Float64Array.from({ length: 50 }, () => random.integer(3) + random.integer(3));
      return ksgMutualInfo(randomRankScores(counts(), random), randomRankScores(counts(), random));
    });
    const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
    // Four standard errors, of a standard deviation of 0.083.
    expect(Math.abs(mean)).toBeLessThan((4 * 0.083) / Math.sqrt(draws.length));
  });

  test('give independent counts a p-value of at most 0.05 about once in 20', () => {
    let low = 0;
    for (let seed = 0; seed < 100; seed++) {
      const random = RandomSource.of(seed);
      const scores = (): Float64Array =>
        randomRankScores(
          Float64Array.from({ length: 30 }, () => random.integer(4)),
          random,
        );
      const { pValue } = shuffleTest((x, y) => ksgMutualInfo(x, y), scores(), scores(), { permutations: 19, seed }); // prettier-ignore
      if (pValue <= 0.05) low++;
    }
    // Four standard deviations of a binomial number with a mean of 5.
    expect(low).toBeLessThanOrEqual(13);
  });

  test('keep the information of labels', () => {
    const random = RandomSource.of(1);
    const labels = Float64Array.from({ length: 3000 }, (_, i) => i % 3);
    const information = ksgMutualInfo(
      randomRankScores(labels, random),
      randomRankScores(labels, random),
    );
    expect(information).toBeGreaterThan(0.95 * Math.log(3));
    expect(information).toBeLessThan(1.05 * Math.log(3));
  });
});
