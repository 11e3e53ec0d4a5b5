import { describe, expect, test } from '@jest/globals';
import { runInNewContext } from 'node:vm';
import { ContingencyTable, MetricInputError, MutualInfoScore } from 'tfjs-metrics';
import { readLabels } from './readLabels.ts';

const MISSING = 'expected a label; leave out samples whose label is missing';
const NO_KIND = 'expected an integer, a string or a boolean';
const WHOLE =
  'expected an integer label; for continuous values use ksgMutualInfo or softMutualInfoScore, or cut them into bins first';
const TOO_LARGE = 'expected an integer between -2^53 and 2^53; pass larger ones as strings';
const FLAT = 'expected 1-D labels; take argMax of the scores first';
const NO_LABELS = 'expected a tensor, a typed array or an array';

const withHole = [0, 1, 2];
delete withHole[1];

/** What is handed in as preds, and all that the error says. */
const refused: [input: unknown, message: string][] = [
  [[0, 0.5], `preds[1] is 0.5: ${WHOLE}`],
  [Float32Array.of(0, 0, -1.5), `preds[2] is -1.5: ${WHOLE}`],
  [Float64Array.of(1e-300), `preds[0] is 1e-300: ${WHOLE}`],
  [[0, Infinity], `preds[1] is Infinity: ${WHOLE}`],
  [Float32Array.of(-Infinity), `preds[0] is -Infinity: ${WHOLE}`],
  [[0, NaN], `preds[1] is NaN: ${MISSING}`],
  [Float32Array.of(NaN), `preds[0] is NaN: ${MISSING}`],
  [[null], `preds[0] is null: ${MISSING}`],
  [[0, 1, null], `preds[2] is null: ${MISSING}`],
  [[undefined, 1], `preds[0] is undefined: ${MISSING}`],
  [['a', undefined], `preds[1] is undefined: ${MISSING}`],
  [[true, null], `preds[1] is null: ${MISSING}`],
  [withHole, `preds[1] is undefined: ${MISSING}`],
  [new Array<number>(3), `preds[0] is undefined: ${MISSING}`],
  [[2 ** 53], `preds[0] is 9007199254740992: ${TOO_LARGE}`],
  [[-(2 ** 53)], `preds[0] is -9007199254740992: ${TOO_LARGE}`],
  [Float64Array.of(0, 2 ** 60), `preds[1] is 1152921504606847000: ${TOO_LARGE}`],
  [[2n ** 53n], `preds[0] is 9007199254740992n: ${TOO_LARGE}`],
  [BigInt64Array.of(0n, -(2n ** 53n)), `preds[1] is -9007199254740992n: ${TOO_LARGE}`],
  [BigUint64Array.of(2n ** 64n - 1n), `preds[0] is 18446744073709551615n: ${TOO_LARGE}`],
  [[0, '1'], 'preds[1] is "1": expected a number as in the labels before it'],
  [['a', 1], 'preds[1] is 1: expected a string as in the labels before it'],
  [['a', 1n], 'preds[1] is 1n: expected a string as in the labels before it'],
  [[true, 1], 'preds[1] is 1: expected a boolean as in the labels before it'],
  [[1, true], 'preds[1] is true: expected a number as in the labels before it'],
  [[[0, 1], [1]], `preds[0] is Array of length 2: ${FLAT}`],
  [[0, [1]], `preds[1] is Array of length 1: ${FLAT}`],
  [[{}], `preds[0] is an object (Object): ${NO_KIND}`],
  [[new Date(0)], `preds[0] is an object (Date): ${NO_KIND}`],
  [[Symbol('s')], `preds[0] is Symbol(s): ${NO_KIND}`],
  [[() => 1], `preds[0] is a function: ${NO_KIND}`],
  ['abc', `preds: ${NO_LABELS}, got "abc"`],
  ['x'.repeat(100), `preds: ${NO_LABELS}, got "${'x'.repeat(40)}…"`],
  [1, `preds: ${NO_LABELS}, got 1`],
  [-0, `preds: ${NO_LABELS}, got -0`],
  [1n, `preds: ${NO_LABELS}, got 1n`],
  [null, `preds: ${NO_LABELS}, got null`],
  [undefined, `preds: ${NO_LABELS}, got undefined`],
  [{ length: 2 }, `preds: ${NO_LABELS}, got Object of length 2`],
  [new Set([1]), `preds: ${NO_LABELS}, got an object (Set)`],
  [new DataView(new ArrayBuffer(4)), `preds: ${NO_LABELS}, got an object (DataView)`],
  [Object.create(null), `preds: ${NO_LABELS}, got an object (object)`],
];

describe('what is no label is refused by place and value', () => {
  test.each(refused.map(([input, message]) => [message, input] as const))('%s', (message, input) => {
    expect(() => ContingencyTable.of(input as number[], [0])).toThrow(new MetricInputError(message));
  });

  test('the first of several is named', () => {
    expect(() => ContingencyTable.of([0, 1.5, NaN], [0, 0, 0])).toThrow('preds[1] is 1.5');
  });

  test('target is named when it is at fault', () => {
    expect(() => ContingencyTable.of([0, 1], [0, 0.5])).toThrow('target[1] is 0.5');
  });
});

describe('both sides are as long', () => {
  test.each([
    [[0, 1, 2], [0, 1], 'preds has 3 labels and target 2'],
    [[], [0], 'preds has 0 labels and target 1'],
    [[0, 1], [], 'preds has 2 labels and target 0'],
  ])('%j and %j are refused with both lengths', (preds, target, message) => {
    const call = () => ContingencyTable.of(preds, target);
    expect(call).toThrow(MetricInputError);
    expect(call).toThrow(`${message}: expected as many of one as of the other`);
  });
});

describe('arrays of another realm, as of an iframe or a vm context', () => {
  test.each(['Int32Array.of(1, 2)', 'Float64Array.of(1, 2)', 'BigInt64Array.of(1n, 2n)', '[1, 2]'])(
    '%s is read',
    (code) => {
      expect(readLabels(runInNewContext(code) as number[], 2)).toEqual([1, 2]);
    },
  );

  test('a fraction among them is refused', () => {
    const labels = runInNewContext('Float32Array.of(1, 0.5)') as Float32Array;
    expect(() => ContingencyTable.of(labels, [0, 1])).toThrow('preds[1] is 0.5');
  });
});

test('an error is a TypeError with its own name', () => {
  const error = new MetricInputError('text');
  expect(error).toBeInstanceOf(TypeError);
  expect(error.name).toBe('MetricInputError');
});

describe('an error changes nothing', () => {
  const inputs: [string, unknown, unknown, unknown][] = [
    ['a fraction at the end', [0, 1, 0.5], [0, 1, 1], undefined],
    ['a fraction in target', [0, 1], [0, 0.5], undefined],
    ['other lengths', [0, 1, 2], [0, 1], undefined],
    ['another kind of label', ['a'], [0], undefined],
    ['another kind of label in target', [5], ['a'], undefined],
    ['a weight below 0', [7], [7], { sampleWeight: [-1] }],
    ['too few weights', [7, 8, 9], [7, 8, 9], { sampleWeight: [1, 1] }],
    ['an unknown option', [7], [7], { weight: [1] }],
    ['no target', [7], undefined, undefined],
  ];

  test.each(inputs)('%s', (_, preds, target, options) => {
    const table = ContingencyTable.of([0, 1], [0, 1]);
    const metric = new MutualInfoScore();
    metric.update([0, 1], [0, 1]);
    const before = JSON.stringify([table, metric]);
    const batch = [preds, target, options] as unknown as [number[], number[]];
    expect(() => table.add(...batch)).toThrow(MetricInputError);
    expect(() => metric.update(...batch)).toThrow(MetricInputError);
    expect(() => metric.forward(...batch)).toThrow(MetricInputError);
    expect(JSON.stringify([table, metric])).toBe(before);
    metric.update([2], [2]);
    expect(metric.compute()).toBeCloseTo(Math.log(3), 12);
  });
});
