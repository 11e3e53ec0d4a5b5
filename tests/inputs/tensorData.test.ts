import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, test } from '@jest/globals';
import * as lib from 'tfjs-metrics';
import { MetricInputError } from 'tfjs-metrics';
import * as information from 'tfjs-metrics/information';
import { exported, validArguments } from './validArguments.ts';

type Elements = Float32Array | Float64Array | Int32Array | Uint8Array | BigInt64Array | string[];

/** Tensor like that of onnxruntime, with all properties as getters of its class. */
class OnnxTensor {
  readonly #data: Elements | undefined;
  readonly #dims: readonly number[];
  readonly #type: string;

  constructor(type: string, data: Elements | undefined, dims: readonly number[]) {
    this.#type = type;
    this.#data = data;
    this.#dims = dims;
  }

  get data(): Elements {
    if (this.#data === undefined) throw new Error('The tensor is disposed.');
    return this.#data;
  }

  get dims(): readonly number[] {
    return this.#dims;
  }

  get type(): string {
    return this.#type;
  }
}

const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'number');

const isRows = (value: unknown): value is number[][] =>
  Array.isArray(value) && value.length > 0 && value.every((row) => isNumbers(row) && row.length === value[0].length);

/** Arguments that are lists of inputs, options, or numbers that are not samples. */
const NO_TENSORS =
  /^(conditionalTotalCorrelationScore|jointEntropyScore|totalCorrelationExplainedScore|totalCorrelationScore) 0$|^(histogram 1|histogram2d 2|marginalPdf 1|gaussianMutualInfo 0|simplifiedSilhouetteSql 1)$|^(trainCritic|silhouetteChart) /;

function toTensor(
  values: number[] | number[][],
  toData: (values: number[]) => [type: string, data: Elements],
): OnnxTensor {
  const dims = isRows(values) ? [values.length, values[0]!.length] : [values.length];
  return new OnnxTensor(...toData(values.flat()), dims);
}

async function resultOf(name: string, args: readonly unknown[]): Promise<unknown> {
  const result = await exported[name]!(...args);
  if (result instanceof tf.Tensor) return Array.from(result.dataSync());
  const { bound } = (result ?? {}) as { bound?: unknown };
  return bound instanceof tf.Tensor ? Array.from(bound.dataSync()) : result;
}

/** Returns the elements of the argument of a bound, a tensor of TensorFlow.js, as arrays. */
const arrayOf = (name: string, value: unknown): unknown =>
  /(Bound|structuredInfoNce)$/.test(name) && value instanceof tf.Tensor ? value.arraySync() : value;

const cases = Object.entries(validArguments).flatMap(([name, args]) =>
  args
    .map((arg) => arrayOf(name, arg))
    .flatMap((value, k) =>
      (isNumbers(value) || isRows(value)) && !NO_TENSORS.test(`${name} ${k}`) ? [[name, k, value] as const] : [],
    ),
);

describe('a tensor of onnxruntime gives the result of an array', () => {
  test.each(cases)('%s, argument %i', async (name, k, value) => {
    const args = validArguments[name]!;
    const expected = await resultOf(name, args);
    const withTensor = (tensor: unknown) => resultOf(name, [...args.slice(0, k), tensor, ...args.slice(k + 1)]);
    const areWhole = value.flat().every(Number.isInteger);
    expect(await withTensor(toTensor(value, (flat) => ['float64', Float64Array.from(flat)]))).toEqual(expected);
    if (!areWhole) return;
    expect(await withTensor(toTensor(value, (flat) => ['int32', Int32Array.from(flat)]))).toEqual(expected);
    const toInt64 = (flat: number[]): [string, Elements] => ['int64', BigInt64Array.from(flat, BigInt)];
    expect(await withTensor(toTensor(value, toInt64))).toEqual(expected);
  });

  test('for most exported functions', () => {
    expect(new Set(cases.map(([name]) => name)).size).toBeGreaterThan(50);
  });

  test('for all variational bounds', () => {
    const bounds = Object.keys(exported).filter((name) => /(Bound|^structuredInfoNce)$/.test(name));
    expect(bounds.length).toBeGreaterThan(12);
    expect(bounds.filter((bound) => !cases.some(([name]) => name === bound))).toEqual([]);
  });

  test('without a leak in variational bounds', async () => {
    const scores = { data: Float32Array.of(2, 0, 0, 2), dims: [2, 2] };
    const baseline = { data: BigInt64Array.of(0n, 1n), shape: [2, 1], type: 'int64' };
    const before = tf.memory().numTensors;
    expect(information.infoNceLowerBound(scores).arraySync()).toBeCloseTo(0.5662, 4);
    information.mineLowerBound(scores);
    information.nwjLowerBound(scores);
    expect(tf.memory().numTensors).toBe(before + 4);
    const ofTensor = new information.VariationalMutualInfo({ bound: 'tuba' });
    ofTensor.update(tf.tensor2d([2, 0, 0, 2], [2, 2]), tf.tensor1d([0, 1]));
    const between = tf.memory().numTensors;
    const metric = new information.VariationalMutualInfo({ bound: 'tuba' });
    metric.update(scores, baseline);
    expect(metric.compute()).toEqual(ofTensor.compute());
    await metric.updateAsync({ data: BigInt64Array.of(3n), dims: [] });
    expect(() => {
      metric.update({ data: new Float32Array(6), dims: [2, 3] }, baseline);
    }).toThrow('tubaLowerBound: scores: expected a tensor of shape [K, K], K ≥ 2, got [2, 3]');
    expect(metric.updateCount).toBe(2);
    expect(tf.memory().numTensors).toBe(between);
  });

  test('for values of 64-bit integers', () => {
    const tensor = new OnnxTensor('int64', BigInt64Array.of(0n, 4n, 1n, 3n), [4]);
    const values = [0, 4, 1, 3];
    const mean = new lib.MeanMetric();
    mean.update(tensor, { sampleWeight: tensor });
    expect(mean.compute()).toBe(26 / 8);
    expect(lib.ksgMutualInfo(tensor, values, { k: 1 })).toBe(lib.ksgMutualInfo(values, values, { k: 1 }));
    const soft = [
      new information.SoftMutualInfoScore({ range: [0, 4] }),
      new information.SoftMutualInfoScore({ range: [0, 4] }),
    ];
    soft[0]!.update(tensor, values, { mask: tensor });
    soft[1]!.update(values, values, { mask: values });
    expect(soft[0]!.compute()).toBe(soft[1]!.compute());
  });

  test.each([
    [[0, 1, 1, 0, 1, 0], 'int64', BigInt64Array.of(0n, 1n, 1n, 0n, 1n, 0n)],
    [['a', 'b', 'b', 'a', 'b', 'a'], 'string', ['a', 'b', 'b', 'a', 'b', 'a']],
    [[false, true, true, false, true, false], 'bool', Uint8Array.of(0, 1, 1, 0, 1, 0)],
  ] as const)('for the labels %j of %s', (labels, type, data) => {
    const tensor = new OnnxTensor(type, data as never, [6, 1]);
    const table = lib.ContingencyTable.of(tensor, [0, 1, 0, 0, 1, 1]);
    expect(table.toJSON()).toEqual(lib.ContingencyTable.of(labels as never, [0, 1, 0, 0, 1, 1]).toJSON());
  });

  test.each([['shape'], ['dims']])('in an object with data and %s', (sizes) => {
    const preds = { data: Int32Array.of(0, 1, 1), [sizes]: [3] };
    expect(lib.mutualInfoScore(preds as never, [0, 1, 0])).toBe(lib.mutualInfoScore([0, 1, 1], [0, 1, 0]));
  });

  test('for weights, masks and values of metrics', () => {
    const weights = new OnnxTensor('float32', Float32Array.of(1, 2, 0), [3]);
    const mean = new lib.MeanMetric();
    mean.update(new OnnxTensor('int32', Int32Array.of(1, 4, 9), [3]), { sampleWeight: weights });
    expect(mean.compute()).toBe(3);
    const purity = new lib.PurityScore();
    purity.update([0, 1, 0], [0, 0, 1], { sampleWeight: weights });
    expect(purity.compute()).toBe(1);
    expect(purity.updateCount).toBe(1);
  });

  test('in each update, also without blocking', async () => {
    const [preds, target] = [
      new OnnxTensor('int64', BigInt64Array.of(0n, 1n, 1n), [3]),
      new OnnxTensor('int64', BigInt64Array.of(0n, 1n, 0n), [3]),
    ];
    const metrics = [
      new lib.RandScore(),
      new lib.RandScore(),
      new lib.BootStrapper(new lib.RandScore(), { draws: 20 }),
    ];
    metrics[0]!.update([0, 1, 1], [0, 1, 0]);
    await metrics[1]!.updateAsync(preds, target);
    expect(metrics[1]!.compute()).toBe(metrics[0]!.compute());
    metrics[2]!.update(preds, target);
    expect(metrics[2]!.updateCount).toBe(1);
  });

  test('is resampled like an array', () => {
    const samples = Array.from({ length: 60 }, (_, i) => Math.sin(i * i));
    const tensor = new OnnxTensor('float64', Float64Array.from(samples), [60]);
    const interval = (x: unknown) => lib.subsampleInterval(lib.ksgMutualInfo as never, x as never, samples as never);
    expect(interval(tensor)).toEqual(interval(samples));
    const p = (x: unknown) =>
      lib.shuffleTest(lib.ksgMutualInfo as never, x as never, samples as never, { permutations: 9 });
    expect(p(tensor)).toEqual(p(samples));
  });
});

describe('an invalid tensor is rejected, and nothing changes', () => {
  const refused: [what: string, tensor: unknown, message: string][] = [
    [
      'that is disposed',
      new OnnxTensor('float32', undefined, [3]),
      'expected a readable tensor, got an error (The tensor is disposed.)',
    ],
    [
      'of float16 bits',
      new OnnxTensor('float16', Uint8Array.of(1, 2, 3), [3]),
      'got one of float16; cast it to float32',
    ],
    ['of other sizes', new OnnxTensor('int32', Int32Array.of(1, 2, 3), [2]), '.dims: expected [n, d] with n · d = 3'],
    [
      'without elements',
      { data: 5, dims: [1] },
      '.data: expected a Float64Array, another typed array or an array of strings, got 5',
    ],
    ['with invalid sizes', { data: Int32Array.of(1), dims: [1.5] }, 'got [1.5]'],
    ['of large integers', { data: BigInt64Array.of(0n, 2n ** 60n, 1n), dims: [3] }, 'got 1152921504606846976n'],
    ['of scores', new OnnxTensor('float32', new Float32Array(6), [3, 2]), 'take argMax of the scores first'],
  ];

  test.each(refused)('%s', (_, tensor, message) => {
    const metric = new lib.RandScore();
    const update = (): void => {
      metric.update(tensor as never, [0, 1, 1]);
    };
    expect(update).toThrow(MetricInputError);
    expect(update).toThrow(message);
    expect(metric.updateCount).toBe(0);
  });

  test('with values that float64 cannot represent', () => {
    const tensor = { data: BigUint64Array.of(1n, 2n ** 53n), dims: [2] };
    const message = '.data[1]: expected an integer between -2^53 and 2^53, got 9007199254740992n; cast the tensor to';
    expect(() => {
      new lib.SumMetric().update(tensor);
    }).toThrow(`values${message}`);
    expect(() => lib.knnEntropy(tensor)).toThrow(message);
    expect(() => information.softHistogram(tensor)).toThrow(message);
  });
});
