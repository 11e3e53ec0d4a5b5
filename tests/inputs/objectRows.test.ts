import { describe, expect, test } from '@jest/globals';
import * as lib from 'tfjs-metrics';
import { MetricInputError } from 'tfjs-metrics';
import { sampleMetricClasses } from '../clustering/metricClasses.ts';

type Call = (...args: unknown[]) => unknown;

const library = lib as unknown as Record<string, Call & (new () => { update(...batch: unknown[]): void })>;
const good = [
  [1, 2],
  [2, 1],
  [8, 2],
  [9, 1],
  [9.5, 3],
];
const labels = [0, 0, 1, 1, 1];

/** Arrays in which a row is not an array of numbers, and the index in the error message. */
const badRows: readonly [string, unknown[], string][] = [
  ['objects', good.map(([a, b]) => ({ a, b })), '[0]'],
  ['one object among arrays', [good[0], good[1], { a: 8, b: 2 }, good[3], good[4]], '[2]'],
  ['an object with a length', [{ length: 2, 0: 1, 1: 2 }, ...good.slice(1)], '[0]'],
  ['sets', good.map((row) => new Set(row)), '[0]'],
  ['strings', ['12', ...good.slice(1)], '[0]'],
  ['a string among arrays', [...good.slice(0, 4), '12'], '[4]'],
  ['null', [...good.slice(0, 4), null], '[4]'],
  ['rows of strings', good.map((row) => row.map(String)), '[0][0]'],
  ['rows of booleans', good.map((row) => row.map(Boolean)), '[0][0]'],
  ['rows of bigint', good.map((row) => row.map((x) => BigInt(Math.floor(x)))), '[0][0]'],
  ['rows of arrays', good.map((row) => row.map((x) => [x])), '[0][0]'],
  ['rows with holes', [good[0], new Array<number>(2), ...good.slice(2)], '[1][0]'],
  ['shorter rows', [good[0], [1], ...good.slice(2)], '[1]'],
  ['DataViews', good.map(() => new DataView(new ArrayBuffer(2))), '[0]'],
  ['tensors', good.map(() => ({ dtype: 'float32', shape: [2], dataSync: () => [1, 2] })), '[0]'],
];

/** Functions that read samples: calls with rows as each argument, and the name of the argument. */
const readers: Readonly<Record<string, readonly [name: string, call: Call][]>> = {
  ...Object.fromEntries(
    ['silhouetteSamples', ...sampleMetricClasses.map(([name]) => name[0]!.toLowerCase() + name.slice(1))].map(
      (name) => [name, [['data', (rows: unknown) => library[name]!(rows, labels)]]],
    ),
  ),
  ...Object.fromEntries(
    sampleMetricClasses.map(([name]) => [
      name,
      [['data', (rows: unknown) => new library[name]!().update(rows, labels)]],
    ]),
  ),
  ...Object.fromEntries(
    ['ksgMutualInfo', 'mixedMutualInfo', 'gaussianCopulaMutualInfo'].map((name) => [
      name,
      [
        ['x', (rows: unknown) => library[name]!(rows, good)],
        ['y', (rows: unknown) => library[name]!(good, rows)],
      ],
    ]),
  ),
  rossMutualInfo: [['x', (rows) => lib.rossMutualInfo(rows as never, labels)]],
  knnEntropy: [['x', (rows) => lib.knnEntropy(rows as never)]],
  knnConditionalEntropyGivenLabels: [['x', (rows) => lib.knnConditionalEntropyGivenLabels(rows as never, labels)]],
  knnKlDivergence: [
    ['x', (rows) => lib.knnKlDivergence(rows as never, good)],
    ['xPrime', (rows) => lib.knnKlDivergence(good, rows as never)],
  ],
  knnConditionalEntropy: [['y', (rows) => lib.knnConditionalEntropy(good, rows as never)]],
  knnConditionalMutualInfo: [
    ['z', (rows) => lib.knnConditionalMutualInfo(good as never, good as never, rows as never)],
  ],
  mutualInfoClassif: [['features', (rows) => lib.mutualInfoClassif(rows as never, labels)]],
  mutualInfoRegression: [['features', (rows) => lib.mutualInfoRegression(rows as never, [1, 2, 3, 4, 5])]],
  argMax: [['scores', (rows) => lib.argMax(rows as never)]],
  KsgMutualInfo: [['x', (rows) => new lib.KsgMutualInfo().update(rows as never, good)]],
  ClusterMoments: [['data', (rows) => lib.ClusterMoments.of(rows as never, labels)]],
};

describe.each(Object.entries(readers))('%s', (_, calls) => {
  test.each(badRows)('rejects %s', (__, rows, place) => {
    for (const [name, call] of calls) {
      let error: unknown;
      try {
        call(rows);
      } catch (caught) {
        error = caught;
      }
      expect(error).toBeInstanceOf(MetricInputError);
      expect((error as Error).message).toContain(place);
      expect((error as Error).message).toMatch(new RegExp(`^${name}\\b`));
    }
  });
});

test('the message names the row and the value', () => {
  expect(() => lib.silhouetteScore(badRows[0]![1] as never, labels)).toThrow(
    'data[0]: expected an array of numbers as row, got an object (Object)',
  );
});

test.each([
  ['an array', new Array(5).fill([])],
  ['a flat array', { data: new Float64Array(0), shape: [5, 0] as const }],
])('rows without values are rejected: %s', (_, empty) => {
  expect(() => lib.silhouetteScore(empty as never, labels)).toThrow(MetricInputError);
  expect(() => lib.argMax(empty as never)).toThrow('scores: expected at least one value in each row, got none');
});

test('rows of labels and counts must be arrays too', () => {
  const rows = [
    { a: 1, b: 2 },
    { a: 2, b: 1 },
  ];
  for (const matrix of [rows, ['ab', 'cd'], [['a', 'b'], null]]) {
    expect(() => lib.cramersVMatrix(matrix as never)).toThrow(MetricInputError);
    expect(() => lib.ContingencyTable.fromMatrix(matrix as never)).toThrow(MetricInputError);
    expect(() => lib.fleissKappa(matrix as never)).toThrow(MetricInputError);
    expect(() => lib.fleissKappa(matrix as never, { mode: 'probs' })).toThrow(MetricInputError);
  }
});
