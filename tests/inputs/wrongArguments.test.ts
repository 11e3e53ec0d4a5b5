import { describe, expect, test } from '@jest/globals';
import { MetricCollection, MetricInputError, MetricStateError } from 'tfjs-metrics';
import { savedMetrics } from '../metrics/savedMetrics.ts';
import { exported, validArguments } from './validArguments.ts';

/** Values of types that are invalid for most arguments, by the names in {@link accepted}. */
const wrongValues: readonly (readonly [name: string, value: unknown])[] = [
  ['undefined', undefined],
  ['null', null],
  ['1', 1],
  ['-1', -1],
  ['2.5', 2.5],
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['"a"', 'a'],
  ['""', ''],
  ['true', true],
  ['a function', () => 1],
  ['a symbol', Symbol('s')],
  ['1n', 1n],
  ['{}', {}],
  ['{ foo }', { foo: 1 }],
  ['[]', []],
  ['["a", {}]', ['a', {}]],
  ['[{}]', [{}]],
  ['[null]', [null]],
  ['[[1], ["a"]]', [[1], ['a']]],
  ['[a symbol]', [Symbol('s')]],
  ['a Map', new Map()],
  ['a Date', new Date(0)],
  ['a DataView', new DataView(new ArrayBuffer(8))],
  ['a BigInt64Array', BigInt64Array.of(1n, 2n)],
];

/** Values that are valid, by function and index of the argument. An empty list means no samples. */
const accepted: Readonly<Record<string, readonly string[]>> = {
  'threshold 1': ['1', '-1', '2.5', 'Infinity'],
  'bootstrapInterval 0': ['a function'],
  'shuffleTest 0': ['a function'],
  'pairedPermutationTest 0': ['a function'],
  'wilsonInterval 0': ['1'],
  'subsampleInterval 0': ['a function'],
  'compose 0': ['a function'],
  'compose 2': ['1', '-1', '2.5', 'NaN', 'Infinity'],
  'entropyScore 0': ['[]', 'a BigInt64Array'],
  'gaussianMutualInfo 1': ['{}'],
  'jointEntropyScore 0': ['[]', '[[1], ["a"]]'],
  'totalCorrelationScore 0': ['[]', '[[1], ["a"]]'],
  'barberAgakovLowerBound 1': ['1', '-1', '2.5'],
  'histogram 2': ['1', '2.5'],
  'histogram2d 3': ['1', '2.5'],
  'imageHistogram2d 1': ['{}'],
  'interpolatedLowerBound 2': ['1'],
  'marginalPdf 2': ['1', '2.5'],
  'mineLowerBound 1': ['{}'],
  'evaluateMetrics 1': ['[]', 'a Map'],
  'bilinearCritic 0': ['1'],
  'bilinearCritic 1': ['1'],
  'concatCritic 0': ['1'],
  'concatCritic 1': ['1'],
  'separableCritic 0': ['1'],
  'separableCritic 1': ['1'],
  'learnedLogBaseline 0': ['1'],
  ...Object.fromEntries(
    [
      'conditionalEntropyScore 1',
      'argMax 0',
      'threshold 0',
      'conditionalMutualInfoScore 2',
      'conditionalTotalCorrelationScore 1',
      'totalCorrelationExplainedScore 1',
      'cramersVMatrix 0',
      'pearsonsContingencyCoefficientMatrix 0',
      'theilsUMatrix 0',
      'tschuprowsTMatrix 0',
      'fleissKappa 0',
      'softHistogram 0',
      'clusterSizesChart 0',
      'pointwiseMutualInfoChart 0',
      'historyChart 0',
      'precisionRecallCurveChart 0',
      'rocCurveChart 0',
      'visPrecisionRecallCurve 0',
      'visRocCurve 0',
      'scoresChart 0',
      'visLineChart 0',
    ].map((place) => [place, ['[]']]),
  ),
};

function isPlain(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Outcome of a call. */
async function outcomeOf(call: () => unknown): Promise<string> {
  try {
    await call();
    return 'accepted';
  } catch (error) {
    if (error instanceof MetricInputError || error instanceof MetricStateError) return 'refused';
    return String(error);
  }
}

const functions = Object.keys(exported).filter((name) => !/^class/.test(String(exported[name])));

test('every exported function is called', () => {
  expect(Object.keys(validArguments).sort()).toEqual(functions.sort());
});

describe('arguments of invalid types are rejected', () => {
  test.each(functions)('by %s', async (name) => {
    const valid = validArguments[name]!;
    const failures: string[] = [];
    for (const k of valid.keys()) {
      const place = `${name} ${k}`;
      const isOptional = isPlain(valid[k]) || accepted[place] !== undefined;
      for (const [label, value] of wrongValues) {
        if ((isOptional && label === 'undefined') || (isPlain(valid[k]) && label === '{}')) continue;
        // A runner is a function, so an invalid one fails only when it is called.
        if (name.endsWith('FromSql') && k === 0 && label === 'a function') continue;
        const args = [...valid.slice(0, k), value, ...valid.slice(k + 1)];
        const outcome = await outcomeOf(() => exported[name]!(...args));
        const expected = accepted[place]?.includes(label) ? 'accepted' : 'refused';
        if (outcome !== expected) failures.push(`${place}, ${label}: ${outcome}`);
      }
    }
    expect(failures).toEqual([]);
  });
});

describe('options and batches of invalid types are rejected, and change nothing', () => {
  test.each(savedMetrics)('by $name', async ({ make, batches }) => {
    const failures: string[] = [];
    const batch = batches[0]!;
    const metricClass = make().constructor as new (options: unknown) => unknown;
    // The argument of a collection is its members instead of options.
    const takesOptions = Object.values<unknown>(exported).includes(metricClass) && metricClass !== MetricCollection;
    for (const [label, value] of wrongValues) {
      if (!takesOptions || value === undefined || label === '{}') continue;
      const outcome = await outcomeOf(() => new metricClass(value));
      if (outcome !== 'refused') failures.push(`new, ${label}: ${outcome}`);
    }
    for (const k of batch.keys()) {
      for (const [label, value] of wrongValues) {
        const metric = make();
        const before = JSON.stringify(metric);
        const outcome = await outcomeOf(() => {
          metric.update(...batch.slice(0, k), value, ...batch.slice(k + 1));
        });
        if (outcome === 'accepted') continue;
        if (outcome !== 'refused') failures.push(`update ${k}, ${label}: ${outcome}`);
        if (JSON.stringify(metric) !== before) failures.push(`update ${k}, ${label}: changed`);
      }
    }
    expect(failures).toEqual([]);
  });
});
