import { describe, expect, test } from '@jest/globals';
import { differencesByLoop, differencesFrom } from '../../../src/numeric/kernels/differencesFrom.ts';
import { sumsByKernel, sumsByLoop, type DistanceSums } from '../../../src/numeric/kernels/distanceSums.ts';
import { BLOCK, sampleKernels } from '../../../src/numeric/kernels/sampleKernels.ts';
import { distanceBetween } from '../../../src/numeric/neighbors/distance.ts';
import { expectClose } from '../../expectClose.ts';
import { hash32 } from '../../parity/hashLabels.ts';

const value = (i: number): number => hash32(i, 1) / 2 ** 30 - 2;

function expectSame(actual: Float64Array, expected: Float64Array): void {
  expect(actual.length).toBe(expected.length);
  actual.forEach((number, i) => {
    expectClose(number, expected[i]!, 1e-12);
  });
}

describe.each([1, 2, 3, 4, 5, 6, 7, 16, 33])('with %d columns', (d) => {
  test('differences are equal with and without WebAssembly', () => {
    const n = Math.ceil(50_000 / d);
    const data = Float64Array.from({ length: n * d }, (_, i) => value(i));
    const cluster = Int32Array.from({ length: n }, (_, i) => hash32(i, 2) % 5);
    const origins = data.slice(0, 5 * d);
    for (const rows of [data, Float32Array.from(data)]) {
      const { sums, squares } = differencesFrom(origins, { data: rows, n, d, cluster });
      const expected = differencesByLoop(origins, { data: rows, n, d, cluster });
      expectSame(squares, expected.squares);
      // The terms cancel, so the error is relative to them, not to the sum.
      sums.forEach((sum, at) => {
        expect(Math.abs(sum - expected.sums[at]!)).toBeLessThan(1e-12 * n);
      });
    }
  });

  test.each([
    ['euclidean', 2],
    ['manhattan', 1],
    ['chebyshev', Infinity],
  ] as const)('%s distances are equal with and without WebAssembly', (metric, p) => {
    const n = 131;
    const rows = Float64Array.from({ length: n * d }, (_, i) => value(i));
    const distance = distanceBetween(p);
    const kernel = sumsByKernel(metric, rows, n, d)!;
    const loop = sumsByLoop(n, (i, j) => distance(rows, i * d, rows, j * d, d));
    const fill = (sums: DistanceSums): void => {
      for (let first = 3; first < n; first += BLOCK) {
        sums.choose(first, Math.min(first + BLOCK, n));
        sums.add(0, first, sums.own);
        sums.add(first, first, sums.own);
        sums.add(1, n, sums.across);
      }
    };
    fill(kernel);
    fill(loop);
    expectSame(kernel.own, loop.own);
    expectSame(kernel.across, loop.across);
    expectSame(kernel.block.slice(0, (n - 3) % BLOCK), loop.block.slice(0, (n - 3) % BLOCK));
  });
});

test('a request for too much WebAssembly memory returns undefined', () => {
  expect(sampleKernels(2 ** 33)).toBeUndefined();
  expect(sampleKernels(100)).toBeDefined();
});

test('many consecutive large calls do not run out of memory', () => {
  const rows = new Float64Array(400 * 2000);
  for (let call = 0; call < 100; call++) {
    expect(sumsByKernel('euclidean', rows, 400, 2000)!.own.every((sum) => sum === 0)).toBe(true);
  }
});
