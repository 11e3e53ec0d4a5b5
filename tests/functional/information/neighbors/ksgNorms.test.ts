import { expect, test } from '@jest/globals';
import { knnConditionalMutualInfo, KsgMutualInfo, ksgMutualInfo } from 'tfjs-metrics';
import { expectClose } from '../../../expectClose.ts';

const N = 60;
const u = Array.from({ length: N }, (_, i) => Math.sin(i * i));
const v = Array.from({ length: N }, (_, i) => Math.cos(i ** 3));
const x = u.map((value, i) => [value, v[i]!]);
const y = u.map((value, i) => [value + Math.sin(7 * i), v[i]! - Math.cos(5 * i + 1), Math.sin(3 * i)]);

type Row = readonly number[];
const norms: Readonly<Record<string, (a: Row, b: Row) => number>> = {
  chebyshev: (a, b) => Math.max(...a.map((value, j) => Math.abs(value - b[j]!))),
  euclidean: (a, b) => Math.sqrt(a.reduce((sum, value, j) => sum + (value - b[j]!) ** 2, 0)),
  manhattan: (a, b) => a.reduce((sum, value, j) => sum + Math.abs(value - b[j]!), 0),
};

/** ψ of a positive integer. */
function psi(n: number): number {
  let sum = -0.5772156649015329;
  for (let i = 1; i < n; i++) sum += 1 / i;
  return sum;
}

/** First estimator of Kraskov, Stögbauer and Grassberger, for samples without ties. */
function byDefinition(norm: (a: Row, b: Row) => number, k: number): number {
  let sum = 0;
  for (let i = 0; i < N; i++) {
    const others = x.map((_, j) => j).filter((j) => j !== i);
    const distances = others.map((j) => [norm(x[i]!, x[j]!), norm(y[i]!, y[j]!)] as const);
    const radius = distances.map(([a, b]) => Math.max(a, b)).sort((a, b) => a - b)[k - 1]!;
    for (const side of [0, 1] as const) sum += psi(distances.filter((pair) => pair[side] < radius).length + 1);
  }
  return psi(k) + psi(N) - sum / N;
}

test.each(['chebyshev', 'euclidean', 'manhattan'] as const)('KSG with the norm %s equals its definition', (metric) => {
  for (const k of [1, 3, 6]) {
    expectClose(ksgMutualInfo(x, y, { metric, k }), byDefinition(norms[metric]!, k));
  }
  const streamed = new KsgMutualInfo({ metric });
  streamed.update(x, y);
  expectClose(streamed.compute(), byDefinition(norms[metric]!, 3));
});

test('the estimate with the Euclidean norm is invariant to rotations of a variable', () => {
  const [c, s] = [Math.cos(0.7), Math.sin(0.7)];
  const rotated = x.map(([a, b]) => [c * a! - s * b!, s * a! + c * b!]);
  expectClose(ksgMutualInfo(rotated, y, { metric: 'euclidean' }), ksgMutualInfo(x, y, { metric: 'euclidean' }));
});

test('all norms agree for single columns, beside a constant column and with ties', () => {
  for (const step of [1e-9, 0.5]) {
    const [a, b, c] = [u, v, y.map(([first]) => first!)].map((values) =>
      values!.map((value) => Math.round(value / step) * step),
    ) as [number[], number[], number[]];
    const expected = ksgMutualInfo([a, b, c]);
    for (const metric of ['euclidean', 'manhattan'] as const) {
      expect(ksgMutualInfo([a, b, c], { metric })).toBe(expected);
      const padded = b.map((value) => [value, 3]);
      expectClose(ksgMutualInfo([a, padded, c], { metric }), expected);
    }
  }
});

test('conditional mutual information supports the norms', () => {
  const z = u.map((value, i) => [value + Math.cos(11 * i), Math.sin(13 * i)]);
  const [c, s] = [Math.cos(0.7), Math.sin(0.7)];
  const rotated = z.map(([a, b]) => [c * a! - s * b!, s * a! + c * b!]);
  const value = knnConditionalMutualInfo(x, y, z, { metric: 'euclidean' });
  expectClose(knnConditionalMutualInfo(x, y, rotated, { metric: 'euclidean' }), value);
  const tied = [u, v, z.map(([first]) => first!)].map((values) => values.map((w) => Math.round(2 * w)));
  const padded = tied.map((values) => values.map((w) => [4, w])) as [number[][], number[][], number[][]];
  const expected = knnConditionalMutualInfo(...(tied as [number[], number[], number[]]));
  expectClose(knnConditionalMutualInfo(...padded, { metric: 'manhattan' }), expected);
  expect(() => knnConditionalMutualInfo(x, y, z, { metric: 'cosine' as never })).toThrow('option "metric"');
});

test('estimates do not depend on extreme scales', () => {
  const expected = ksgMutualInfo(x, y, { metric: 'euclidean' });
  for (const scale of [2 ** -700, 2 ** 700]) {
    const [large, also] = [x, y].map((rows) => rows.map((row) => row.map((value) => value * scale)));
    expect(ksgMutualInfo(large!, also!, { metric: 'euclidean' })).toBe(expected);
  }
});

test('unknown norms, and norms with variant 2 or lncAlpha, are rejected', () => {
  expect(() => ksgMutualInfo(x, y, { metric: 'cosine' as never })).toThrow(
    'option "metric": expected one of "chebyshev", "euclidean", "manhattan"',
  );
  expect(() => ksgMutualInfo(x, y, { metric: 'euclidean', variant: 2 })).toThrow(
    'expected "chebyshev" with variant: 2, got "euclidean"',
  );
  expect(() => new KsgMutualInfo({ metric: 'euclidean', variant: 2 })).toThrow('KsgMutualInfo: option "metric"');
  expect(() => ksgMutualInfo(x, y, { metric: 'euclidean', lncAlpha: 0.25 })).toThrow('with lncAlpha');
});
