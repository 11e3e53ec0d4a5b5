import { describe, expect, test } from '@jest/globals';
import { normals } from '../../examples/gaussianPairs.ts';
import { gaussianEstimate } from '../../src/critics/estimate/gaussianEstimate.ts';
import { mean } from '../../src/numeric/mean.ts';

/** Returns pairs of columns that share `nats` in all, beside `noise` independent columns. */
function columns(
  { n, pairs, nats, noise }: { n: number; pairs: number; nats: number; noise: number },
  normal: () => number,
): readonly [Float64Array[], Float64Array[]] {
  const rho = Math.sqrt(1 - Math.exp((-2 * nats) / pairs));
  const column = (): Float64Array => Float64Array.from({ length: n }, normal);
  const x = Array.from({ length: pairs + noise }, column);
  const y = x.map((values, k) =>
    k < pairs ? values.map((value) => rho * value + Math.sqrt(1 - rho ** 2) * normal()) : column(),
  );
  return [x, y];
}

describe('the estimate of normal variables', () => {
  test.each([
    { n: 256, pairs: 1, nats: 0, noise: 0 },
    { n: 256, pairs: 1, nats: 2, noise: 0 },
    { n: 256, pairs: 1, nats: 4, noise: 0 },
    { n: 256, pairs: 4, nats: 4, noise: 20 },
    { n: 1024, pairs: 1, nats: 4, noise: 0 },
  ])('has little bias for %j', (given) => {
    const normal = normals(5);
    const runs = 40;
    const estimates = Array.from({ length: runs }, () => gaussianEstimate(...columns(given, normal)).value);
    const average = mean(estimates);
    const deviation = Math.sqrt(mean(estimates.map((value) => (value - average) ** 2)) / runs);
    expect(Math.abs(average - given.nats)).toBeLessThan(0.03 + 4 * deviation);
    // Ranks alone lose 0.38 nats.
    expect(deviation).toBeLessThan(0.05);
  });

  test.each([
    [256, 2],
    [1024, 3],
    [1024, 4],
  ])('has the variance of correlations and ranks from %d pairs with %d nats', (n, nats) => {
    const normal = normals(6);
    const runs = 300;
    const estimates = Array.from({ length: runs }, () =>
      gaussianEstimate(...columns({ n, pairs: 1, nats, noise: 0 }, normal)),
    );
    const average = mean(estimates.map(({ value }) => value));
    const variance = mean(estimates.map(({ value }) => (value - average) ** 2));
    const expected = 1 / n + mean(estimates.map(({ rankVariance }) => rankVariance));
    expect(variance / expected).toBeGreaterThan(0.6);
    expect(variance / expected).toBeLessThan(1.4);
  });

  test('is far above any estimate from samples for functions of each other', () => {
    const column = Float64Array.from({ length: 100 }, normals(1));
    expect(gaussianEstimate([column], [column.map((value) => value ** 3)]).value).toBeGreaterThan(30);
  });
});
