import { describe, expect, test } from '@jest/globals';
import { runInNewContext } from 'node:vm';
import { ContingencyTable, MetricInputError, MutualInfoScore } from 'tfjs-metrics';
import { readLabels } from './readLabels.ts';

const MISSING = (got: string): string => `expected a label, got ${got}; leave out samples whose label is missing`;
const NO_KIND = (got: string): string => `expected an integer, a string or a boolean, got ${got}`;
const WHOLE = (got: string): string =>
  `expected an integer label, got ${got}; for continuous values use ksgMutualInfo or softMutualInfoScore, or cut them into bins first`;
const TOO_LARGE = (got: string): string =>
  `expected an integer between -2^53 and 2^53, got ${got}; pass larger ones as strings`;
const FLAT = (got: string): string => `expected 1-D labels, got ${got}; take argMax of the scores first`;
const NO_LABELS = 'expected a tensor, a typed array or an array';

const withHole = [0, 1, 2];
delete withHole[1];

/** Invalid preds, with the whole error message. */
const refused: [input: unknown, message: string][] = [
  [[0, 0.5], `preds[1]: ${WHOLE('0.5')}`],
  [Float32Array.of(0, 0, -1.5), `preds[2]: ${WHOLE('-1.5')}`],
  [Float64Array.of(1e-300), `preds[0]: ${WHOLE('1e-300')}`],
  [[0, Infinity], `preds[1]: ${WHOLE('Infinity')}`],
  [Float32Array.of(-Infinity), `preds[0]: ${WHOLE('-Infinity')}`],
  [[0, NaN], `preds[1]: ${MISSING('NaN')}`],
  [Float32Array.of(NaN), `preds[0]: ${MISSING('NaN')}`],
  [[null], `preds[0]: ${MISSING('null')}`],
  [[0, 1, null], `preds[2]: ${MISSING('null')}`],
  [[undefined, 1], `preds[0]: ${MISSING('undefined')}`],
  [['a', undefined], `preds[1]: ${MISSING('undefined')}`],
  [[true, null], `preds[1]: ${MISSING('null')}`],
  [withHole, `preds[1]: ${MISSING('undefined')}`],
  [new Array<number>(3), `preds[0]: ${MISSING('undefined')}`],
  [[2 ** 53], `preds[0]: ${TOO_LARGE('9007199254740992')}`],
  [[-(2 ** 53)], `preds[0]: ${TOO_LARGE('-9007199254740992')}`],
  [Float64Array.of(0, 2 ** 60), `preds[1]: ${TOO_LARGE('1152921504606847000')}`],
  [[2n ** 53n], `preds[0]: ${TOO_LARGE('9007199254740992n')}`],
  [BigInt64Array.of(0n, -(2n ** 53n)), `preds[1]: ${TOO_LARGE('-9007199254740992n')}`],
  [BigUint64Array.of(2n ** 64n - 1n), `preds[0]: ${TOO_LARGE('18446744073709551615n')}`],
  [[0, '1'], 'preds[1]: expected a number like the labels before it, got "1"'],
  [['a', 1], 'preds[1]: expected a string like the labels before it, got 1'],
  [['a', 1n], 'preds[1]: expected a string like the labels before it, got 1n'],
  [[true, 1], 'preds[1]: expected a boolean like the labels before it, got 1'],
  [[0.5, 'a'], `preds[0]: ${WHOLE('0.5')}`],
  [[1, true], 'preds[1]: expected a number like the labels before it, got true'],
  [[[0, 1], [1]], `preds[0]: ${FLAT('Array of length 2')}`],
  [[0, [1]], `preds[1]: ${FLAT('Array of length 1')}`],
  [[{}], `preds[0]: ${NO_KIND('an object (Object)')}`],
  [[new Date(0)], `preds[0]: ${NO_KIND('an object (Date)')}`],
  [[Symbol('s')], `preds[0]: ${NO_KIND('Symbol(s)')}`],
  [[() => 1], `preds[0]: ${NO_KIND('a function')}`],
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

describe('an invalid label is rejected with its index and value', () => {
  test.each(refused.map(([input, message]) => [message, input] as const))('%s', (message, input) => {
    expect(() => ContingencyTable.of(input as number[], [0])).toThrow(new MetricInputError(message));
  });

  test('the first of several invalid labels is named', () => {
    expect(() => ContingencyTable.of([0, 1.5, NaN], [0, 0, 0])).toThrow('preds[1]: expected an integer label, got 1.5');
  });

  test('an invalid target is named', () => {
    expect(() => ContingencyTable.of([0, 1], [0, 0.5])).toThrow('target[1]: expected an integer label, got 0.5');
    // Only predictions can be scores of classes.
    expect(() => ContingencyTable.of([0, 1], [[0], [1]] as never)).toThrow(
      new MetricInputError('target[0]: expected 1-D labels, got Array of length 1'),
    );
  });
});

describe('both sides must have the same length', () => {
  test.each([
    [[0, 1, 2], [0, 1], 'got 3 and 2'],
    [[], [0], 'got 0 and 1'],
    [[0, 1], [], 'got 2 and 0'],
  ])('%j and %j are rejected with both lengths', (preds, target, message) => {
    const call = () => ContingencyTable.of(preds, target);
    expect(call).toThrow(MetricInputError);
    expect(call).toThrow(`preds, target: expected the same number of labels, ${message}`);
  });
});

describe('arrays of another realm, such as an iframe or a vm context', () => {
  test.each(['Int32Array.of(1, 2)', 'Float64Array.of(1, 2)', 'BigInt64Array.of(1n, 2n)', '[1, 2]'])(
    '%s is read',
    (code) => {
      expect(readLabels(runInNewContext(code) as number[], 2)).toEqual([1, 2]);
    },
  );

  test('a fraction among them is rejected', () => {
    const labels = runInNewContext('Float32Array.of(1, 0.5)') as Float32Array;
    expect(() => ContingencyTable.of(labels, [0, 1])).toThrow('preds[1]: expected an integer label, got 0.5');
  });
});

test('an error is a TypeError with its own name', () => {
  const error = new MetricInputError('text');
  expect(error).toBeInstanceOf(TypeError);
  expect(error.name).toBe('MetricInputError');
});

describe('an error changes no state', () => {
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
