import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, test } from '@jest/globals';
import { BootStrapper, MetricCollection, MetricInputError, MetricStateError, Running } from 'tfjs-metrics';
import { expectClose } from '../../expectClose.ts';
import { watchWarnings } from '../../metrics/warnings.ts';
import { batchOf, mapNumbers, PREDS, regressionScores, TARGET } from './regressionScores.ts';

watchWarnings();

/** Power of the unit of the values in a score: 0 for scale-free scores. Undefined for other functions of the unit. */
const UNITS: Readonly<Record<string, number | undefined>> = {
  concordanceCorrCoef: 0,
  cosineSimilarity: 0,
  criticalSuccessIndex: undefined,
  crps: 1,
  explainedVariance: 0,
  jensenShannonDivergence: 0,
  kendallRankCorrCoef: 0,
  klDivergence: 0,
  logCoshError: undefined,
  meanAbsoluteError: 1,
  meanAbsolutePercentageError: 0,
  meanSquaredError: 2,
  meanSquaredLogError: undefined,
  minkowskiDistance: 1,
  normalizedRootMeanSquaredError: 0,
  pearsonCorrCoef: 0,
  pinballLoss: 1,
  r2Score: 0,
  relativeSquaredError: 0,
  spearmanCorrCoef: 0,
  symmetricMeanAbsolutePercentageError: 0,
  tweedieDeviance: 2,
  weightedMeanAbsolutePercentageError: 0,
};

test('the table of units has all scores', () => {
  expect(regressionScores.map(({ name }) => name).sort()).toEqual(Object.keys(UNITS));
});

const unweighted = ['kendallRankCorrCoef', 'spearmanCorrCoef'];

describe.each(regressionScores)('$name', ({ name, kind, score, make }) => {
  const [preds, target] = batchOf(kind);
  const value = score(preds, target) as number;

  test('changes with the scale of the values as its unit does, from 1e-200 to 1e200', () => {
    const unit = UNITS[name];
    // Squares of the values themselves underflow and overflow.
    const exponents = unit === 2 || name === 'minkowskiDistance' ? [-100, 100] : [-660, -330, 330, 660];
    for (const exponent of unit === undefined ? [] : exponents) {
      const scaled = [preds, target].map((values) => mapNumbers(values, (v) => v * 2 ** exponent));
      const expected = value * (unit === 0 ? 1 : 2 ** (exponent * unit!));
      expectClose((score(scaled[0], scaled[1]) as number) / expected, 1, 1e-14);
    }
  });

  test('is the same for arrays, typed arrays and tensors', () => {
    const flat = (values: unknown[]): number[] => values.flat() as number[];
    const d = (values: unknown[]): number => flat(values).length / values.length;
    const made = [preds, target].map((values) => ({
      data: Float64Array.from(flat(values)),
      shape: [values.length, d(values)],
    }));
    expect(score(made[0], made[1])).toBe(value);
    const tensors = [preds, target].map((values) => tf.tensor2d(flat(values), [values.length, d(values)]));
    expectClose(score(tensors[0], tensors[1]) as number, value, 1e-6);
  });

  test('of batches, merged states and snapshots is that of all samples', async () => {
    const options = kind === 'ranks' ? { maxSamples: 100 } : {};
    const [first, second] = [make(options), make(options)];
    first.update(...batchOf(kind, 0, 5));
    first.update([], []);
    await second.updateAsync(...batchOf(kind, 5, 6));
    second.update(...batchOf(kind, 6));
    const clone = first.clone();
    first.merge(JSON.parse(JSON.stringify(second)));
    expectClose(first.compute() as number, value, 1e-13);
    clone.merge(second);
    expect(clone.compute()).toEqual(first.compute());
    expect(clone.updateCount).toBe(3);
    clone.reset();
    expect(clone.compute()).toBeNaN();
    expectClose(clone.forward(preds, target) as number, value, 1e-13);
  });

  test('with whole weights is that of repeated samples', () => {
    const weights = preds.map((_, i) => i % 3);
    if (unweighted.includes(name)) {
      expect(() => score(preds, target, { sampleWeight: weights })).toThrow('"sampleWeight"');
      return;
    }
    const repeated = [preds, target].map((values) => values.flatMap((v, i) => Array<unknown>(weights[i]!).fill(v)));
    const weighted = score(preds, target, { sampleWeight: weights }) as number;
    expectClose(weighted, score(repeated[0], repeated[1]) as number, 1e-13);
    // Only ratios of weights matter, except for a sum.
    if (name === 'minkowskiDistance') return;
    const small = weights.map((weight) => weight / 64);
    expectClose(score(preds, target, { sampleWeight: small }) as number, weighted, 1e-14);
  });

  test('rejects values that are not finite, and inputs of different lengths', () => {
    for (const [k, bad] of [NaN, Infinity, -Infinity].entries()) {
      for (const side of [0, 1]) {
        const batch = batchOf(kind);
        batch[side] = mapNumbers(batch[side]!, (v) => v);
        const hasRows = Array.isArray(batch[side][3]);
        const last = (hasRows ? batch[side][3] : batch[side]) as number[];
        last[k] = bad;
        const place = hasRows ? `: row 3, column ${k}` : `\\[${k}\\]`;
        expect(() => score(...batch)).toThrow(MetricInputError);
        expect(() => score(...batch)).toThrow(
          new RegExp(`^(preds|target|p|q)${place}: expected a finite number, got ${bad}$`),
        );
      }
    }
    expect(() => score(preds.slice(1), target)).toThrow('expected the same number of samples, got 11 and 12');
    expect(() => score(preds, target, { multiOutput: 'rawValues' })).toThrow('expected known options');
  });

  test('is NaN without samples, or the value of onUndefined', () => {
    const none = unweighted.includes(name) ? [] : [() => score(preds, target, { sampleWeight: 0 })];
    for (const empty of [() => score([], []), ...none, () => make().forward([], [])]) expect(empty()).toBeNaN();
    expect(score([], [], { onUndefined: 0.25 })).toBe(0.25);
    expect(() => score([], [], { onUndefined: 'throw' })).toThrow(MetricStateError);
    if (kind === 'outputs') expect(score([], [], { multioutput: 'rawValues' })).toEqual([]);
  });

  test('of several outputs is that of each output', () => {
    if (kind === 'rows' || kind === 'ensembles') return;
    const column = (values: typeof PREDS, j: number): number[] => values.map((row) => row[j]!);
    if (kind === 'pooled') {
      return expectClose(score(PREDS, TARGET) as number, score(PREDS.flat(), TARGET.flat()) as number, 1e-13);
    }
    const each = [0, 1, 2].map((j) => score(column(PREDS, j), column(TARGET, j)) as number);
    expect(score(PREDS, TARGET, { multioutput: 'rawValues' })).toEqual(each);
    expectClose(score(PREDS, TARGET) as number, (each[0]! + each[1]! + each[2]!) / 3, 1e-14);
    const metric = make({ multioutput: 'rawValues' });
    metric.update(PREDS, TARGET);
    expect(metric.compute()).toEqual(each);
    const before = JSON.stringify(metric);
    expect(() => {
      metric.update(preds, target);
    }).toThrow(/\[N, 3\]|columns/);
    expect(JSON.stringify(metric)).toBe(before);
    expect(() => score(PREDS, target)).toThrow('preds, target: expected equal shapes, got [12, 3] and [12, 1]');
  });

  test('works in a window and with bootstrap draws', () => {
    const running = new Running(make(), { window: 2 });
    for (const from of [0, 3, 6]) running.update(...batchOf(kind, from, from + 3));
    expectClose(running.compute() as number, score(...batchOf(kind, 3, 9)) as number, 1e-12);
    const bootstrap = new BootStrapper(make(), { draws: 5 });
    bootstrap.update(...batchOf(kind));
    const { lower, upper } = bootstrap.compute() as { lower: number; upper: number };
    expect(upper - lower).toBeGreaterThan(0);
  });
});

test('scores of moments share one state in a collection, and roots share the sums of their squares', () => {
  const members = Object.fromEntries(
    regressionScores
      .filter(({ kind }) => kind === 'outputs' || kind === 'ranks')
      .map(({ name, make }) => [name, make()]),
  );
  const collection = new MetricCollection(members);
  collection.update(...batchOf('outputs'));
  const states = new Set(Object.values(members).map((metric) => metric.stateKey));
  const keys = ['explainedVariance', 'pearsonCorrCoef', 'concordanceCorrCoef', 'relativeSquaredError', 'r2Score'];
  expect(new Set(keys.map((name) => members[name]!.stateKey)).size).toBe(1);
  expect(states.size).toBeLessThan(Object.keys(members).length - 5);
  const values = collection.compute() as Record<string, number>;
  for (const { name, score, kind } of regressionScores) {
    if (name in values) expect(values[name]).toBe(score(...batchOf(kind)));
  }
  const squared = regressionScores.find(({ name }) => name === 'meanSquaredError')!;
  expect(squared.make({ squared: false }).stateKey).toBe(squared.make().stateKey);
  const pinball = regressionScores.find(({ name }) => name === 'pinballLoss')!;
  expect(pinball.make({ alpha: 0.1 }).stateKey).not.toBe(pinball.make().stateKey);
});
