import { describe, expect, test } from '@jest/globals';
import { runInNewContext } from 'node:vm';
import {
  adjustedRandScore,
  argMax,
  BootStrapper,
  ContingencyTable,
  cramersV,
  ksgMutualInfo,
  MeanMetric,
  MetricInputError,
  PurityScore,
  r2Score,
  silhouetteScore,
  threshold,
} from 'tfjs-metrics';
import { softMutualInfoScore } from 'tfjs-metrics/information';
import '@tensorflow/tfjs-backend-cpu';

const labels = [0, 0, 1, 1, 1];
const values = [1, 2, 2, 1, 8, 2, 9, 1, 9.5, 3];
const rows = [
  [1, 2],
  [2, 1],
  [8, 2],
  [9, 1],
  [9.5, 3],
];
const foreign = (code: string): never => runInNewContext(code) as never;
const VALUES = `[${values.join()}]`;

describe('arrays of another realm are read', () => {
  test.each([
    ['rows', JSON.stringify(rows)],
    ['typed rows', `${JSON.stringify(rows)}.map((row) => Float32Array.from(row))`],
    ['{ data, shape }', `({ data: Float64Array.from(${VALUES}), shape: [5, 2] })`],
    ['{ data, dims } of float32', `({ data: Float32Array.from(${VALUES}), dims: [5, 2] })`],
  ])('as samples: %s', (_, code) => {
    expect(silhouetteScore(foreign(code), labels)).toBe(silhouetteScore(rows, labels));
    expect(ksgMutualInfo(foreign(code), foreign(code))).toBe(ksgMutualInfo(rows, rows));
    expect(argMax(foreign(code))).toEqual(argMax(rows));
  });

  test('as scores, weights, numbers, soft values and options', () => {
    expect(threshold(foreign('Float64Array.of(0.2, 0.7)'))).toEqual(Uint8Array.of(0, 1));
    const weighted = foreign('({ sampleWeight: Float64Array.of(1, 2, 0, 1, 1) })');
    expect(adjustedRandScore(labels, [0, 1, 1, 0, 1], weighted)).toBe(
      adjustedRandScore(labels, [0, 1, 1, 0, 1], { sampleWeight: [1, 2, 0, 1, 1] }),
    );
    expect(cramersV(foreign("['a', 'b', 'a']"), foreign('[true, false, true]'))).toBeCloseTo(1, 12);
    const mean = new MeanMetric();
    mean.update(foreign('Float32Array.of(1, 2)'), foreign('({ sampleWeight: [1, 3] })'));
    expect(mean.compute()).toBe(1.75);
    const [x, y] = [
      [0.1, 0.5, 0.9],
      [0.2, 0.4, 0.8],
    ];
    const soft = softMutualInfoScore(foreign(JSON.stringify(x)), foreign(`Float64Array.of(${y.join()})`));
    expect(soft.dataSync()).toEqual(softMutualInfoScore(x, y).dataSync());
  });

  test('without blocking, in options of another realm', async () => {
    const purity = new PurityScore();
    const options = foreign('({ sampleWeight: [1, 2, 0, 1, 1] })');
    await purity.updateAsync(labels, [0, 1, 1, 0, 1], options);
    const same = new PurityScore();
    same.update(labels, [0, 1, 1, 0, 1], { sampleWeight: [1, 2, 0, 1, 1] });
    expect(purity.compute()).toBe(same.compute());
  });

  test('and resampled', () => {
    const code = 'Int32Array.of(0, 0, 1, 1, 1)';
    const boot = new BootStrapper(new PurityScore(), { draws: 5 });
    boot.update(foreign(code), foreign(code));
    expect(boot.compute()).toMatchObject({ value: 1 });
  });
});

describe('a Proxy', () => {
  const proxied = new Proxy(Float64Array.from(labels), {});

  test('of a typed array is rejected by that name', () => {
    const calls = [
      () => ContingencyTable.of(proxied, labels),
      () => silhouetteScore(rows, proxied),
      () => silhouetteScore(proxied, labels),
      () => silhouetteScore({ data: proxied, shape: [5, 1] }, labels),
      () => ContingencyTable.of(labels, labels, { sampleWeight: proxied }),
      () => softMutualInfoScore(proxied, proxied),
      () => new MeanMetric().update(proxied),
    ];
    for (const call of calls) {
      expect(call).toThrow(MetricInputError);
      expect(call).toThrow('got a Proxy of a Float64Array');
    }
  });

  test('of an array is read', () => {
    const proxy = new Proxy([...labels], {});
    expect(ContingencyTable.of(proxy, labels).n).toBe(5);
    expect(silhouetteScore(new Proxy(rows, {}), proxy)).toBe(silhouetteScore(rows, labels));
  });
});

describe('typed arrays of a subclass are read', () => {
  class Codes extends Int32Array {
    // Takes no buffer, unlike the constructor of the class.
    constructor(size: number) {
      super(Math.trunc(size));
    }
  }
  class Numbers extends Float64Array {
    // Takes no buffer, unlike the constructor of the class.
    constructor(size: number) {
      super(Math.trunc(size));
    }
  }

  test('as labels', () => {
    const codes = new Codes(40_000).map((_, i) => i % 7);
    const plain = Int32Array.from(codes);
    const names = Array.from(plain, (code) => `label ${code % 3}`);
    expect(codes).toBeInstanceOf(Codes);
    expect(adjustedRandScore(codes, names)).toBe(adjustedRandScore(plain, names));
    const floats = new Numbers(5000).map((_, i) => i % 7);
    expect(adjustedRandScore(floats, floats)).toBe(1);
  });

  test('as numbers', () => {
    const numbers = new Numbers(5000).map((_, i) => Math.sin(i));
    const plain = Float64Array.from(numbers);
    expect(r2Score(numbers, plain.slice().reverse())).toBe(r2Score(plain, plain.slice().reverse()));
    expect(silhouetteScore(numbers, labelsOf(plain))).toBe(silhouetteScore(plain, labelsOf(plain)));
  });
});

function labelsOf(values: Float64Array): Int32Array {
  return Int32Array.from(values, (value) => Number(value > 0));
}
