import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import { SoftMutualInfoScore, SoftNormalizedMutualInfoScore } from 'tfjs-metrics/information';
import { pairGradient } from '../../src/numeric/binning/pairGradient.ts';
import { countPairs, emptyCounts } from '../../src/numeric/binning/jointCounts.ts';
import { softAxis } from '../../src/numeric/binning/softAxis.ts';
import { softAxesOf } from '../../src/state/tables/softHistogramOptions.ts';
import { hostArithmetic } from '../../src/functional/information/soft/hostArithmetic.ts';
import { evaluateStatistic, hostCounts, hostGradients } from '../../src/functional/information/soft/jointStatistic.ts';
import {
  mutualInfoStatistic,
  normalizedMutualInfoStatistic,
} from '../../src/functional/information/soft/mutualInfoStatistic.ts';
import type { GoldenCase } from '../backends/check.ts';
import { optionsOf } from '../backends/goldenChecks.ts';
import { expectClose } from '../expectClose.ts';

const { cases } = JSON.parse(readFileSync('tests/parity/golden/softHistogram.json', 'utf8')) as {
  cases: GoldenCase[];
};

let comparisons = 0;
let worst = 0;

/** Expects deviations of at most 1e-12 times the largest golden value. */
function expectGolden(actual: ArrayLike<number>, golden: readonly number[]): void {
  // The tolerance is absolute if all golden values are 0.
  const scale = Math.max(...golden.map(Math.abs)) || 1;
  expect(actual.length).toBe(golden.length);
  golden.forEach((exact, k) => {
    comparisons++;
    worst = Math.max(worst, Math.abs(actual[k]! - exact) / scale);
    expectClose(actual[k]! / scale, exact / scale);
  });
}

describe.each(cases.map((each) => [each.name, each] as const))('%s', (_, each) => {
  const { input, expected } = each;
  const options = optionsOf(each);
  const [x, y] = [Float64Array.from(input.x as number[]), Float64Array.from(input.y as number[])];

  test('scores from one update and from batches', () => {
    const metrics = [
      [SoftMutualInfoScore, expected.mutualInfo],
      [SoftNormalizedMutualInfoScore, expected.normalizedMutualInfo],
    ] as const;
    for (const [metricClass, golden] of metrics) {
      const metric = new metricClass(options);
      metric.update(x, y);
      expectGolden([metric.compute()], [golden]);
      const half = Math.ceil(x.length / 2);
      const [left, right] = [new metricClass(options), new metricClass(options)];
      left.update(x.slice(0, half), y.slice(0, half));
      right.update(x.slice(half), y.slice(half));
      left.merge(right);
      expectGolden([left.compute()], [golden]);
    }
  });

  test('joint histogram and gradients', () => {
    const axes = softAxesOf('test', options).map(softAxis) as never as Parameters<typeof emptyCounts>[0];
    const pairs = { x, y, weights: undefined };
    const counts = emptyCounts(axes, false);
    countPairs(axes, pairs, counts);
    const shares = (of: Float64Array): Float64Array => of.map((count) => count / x.length);
    if (expected.joint) expectGolden(shares(counts.sums.cells), expected.joint.flat());
    if (expected.marginalX) expectGolden(shares(counts.sums.x), expected.marginalX);
    if (expected.marginalY) expectGolden(shares(counts.sums.y), expected.marginalY);
    const gradients = [
      [mutualInfoStatistic(1, false), expected.gradMutualInfo],
      [normalizedMutualInfoStatistic(1, false), expected.gradNormalizedMutualInfo],
    ] as const;
    for (const [statistic, golden] of gradients) {
      if (!golden) continue;
      const gradient = { x: new Float64Array(x.length), y: new Float64Array(x.length) };
      const { gradients: gradientsOf } = evaluateStatistic(hostArithmetic, statistic, hostCounts(counts));
      pairGradient(axes, pairs, hostGradients(gradientsOf(hostArithmetic.constant(1))), gradient);
      expectGolden([...gradient.x, ...gradient.y], [...golden.x, ...golden.y]);
    }
  });
});

afterAll(() => {
  process.stdout.write(`golden comparisons in float64: ${comparisons}, worst ${worst.toExponential(1)}\n`);
  expect(comparisons).toBeGreaterThan(4000);
});
