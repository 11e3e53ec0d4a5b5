import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import {
  ContingencyTable,
  CramersV,
  cramersV,
  cramersVMatrix,
  homogeneityScore,
  MetricCollection,
  MutualInfoScore,
  pearsonsContingencyCoefficient,
  TheilsU,
  theilsU,
  TschuprowsT,
  tschuprowsT,
  tschuprowsTMatrix,
  type NominalLabels,
} from 'tfjs-metrics';
import { expectClose } from '../../expectClose.ts';

const scores = { cramersV, tschuprowsT, pearsonsContingencyCoefficient, theilsU };
const all = Object.entries(scores);
const yates = { biasCorrection: false, yatesCorrection: true };

describe('defects of other libraries that these scores do not have', () => {
  test('bias correction supports 2 × 2 tables (torchmetrics: RuntimeError)', () => {
    expectClose(cramersV([0, 0, 1, 1, 1], [0, 0, 1, 1, 0]), Math.sqrt(7 / 27));
    expectClose(tschuprowsT([0, 0, 1, 1, 1], [0, 0, 1, 1, 0]), Math.sqrt(7 / 27));
    const columns = [
      [0, 0],
      [0, 0],
      [1, 1],
      [1, 1],
      [1, 0],
    ];
    expectClose(cramersVMatrix(columns)[0]![1]!, Math.sqrt(7 / 27));
    expectClose(tschuprowsTMatrix(columns)[1]![0]!, Math.sqrt(7 / 27));
  });

  test("Yates's correction never moves counts past their expectation (torchmetrics: 0.3125)", () => {
    const table = ContingencyTable.fromMatrix([
      [1, 1],
      [1, 2],
    ]);
    expect(cramersV(table, yates)).toBe(0);
    expectClose(5 * cramersV(table, { biasCorrection: false }) ** 2, 5 / 36);
  });

  test('a label beyond the number of classes is a separate label (torchmetrics: another cell)', () => {
    const metric = new CramersV({ biasCorrection: false });
    metric.update([5, 0, 1], [0, -1, 1]);
    expect(metric.compute()).toBe(1);
    expect(() => metric.update([0.5], [0])).toThrow(/preds\[0\]: expected an integer label, got 0.5/);
    expect(() => metric.update([0, 1], [0])).toThrow(/preds, target: expected the same number of labels, got 2 and 1/);
  });

  test.each(all)('%s accepts labels with gaps, negative labels and strings', (_, score) => {
    const plain = score([0, 1, 2, 2, 0], [0, 0, 1, 1, 1]);
    expectClose(score([0, 5, -3, -3, 0], ['x', 'x', 'y', 'y', 'y']), plain);
    expect(plain).toBeGreaterThan(0);
  });

  test('counts above 2^24 are exact (torchmetrics: limited by float32)', () => {
    const metric = new CramersV({ biasCorrection: false });
    metric.update(
      ContingencyTable.fromMatrix([
        [2 ** 24, 0],
        [0, 2 ** 24],
      ]),
    );
    for (let i = 0; i < 4; i++) metric.update([0], [1]);
    const perfect = 2 ** 24;
    // Of a table [[a, 0], [4, a]], V² = a²/(a + 4)².
    expectClose(metric.compute(), perfect / (perfect + 4), 1e-15);
  });

  test("Theil's U checks its options and stays within 0 and 1 (torchmetrics: neither)", () => {
    const options = { nanStrategy: 'mean' } as never;
    expect(() => theilsU([0, 1], [0, 1], options)).toThrow(/expected one of "drop", "replace"/);
    const replaceByNothing = { nanStrategy: 'replace', nanReplaceValue: null } as never;
    expect(() => theilsU([0, 1], [0, 1], replaceByNothing)).toThrow(/nanReplaceValue/);
    expect(Object.is(theilsU([1, 1], [0, 1]), 0)).toBe(true);
    expect(theilsU([0, 0, 1, 1], [0, 1, 0, 1])).toBe(0);
  });
});

describe('missing labels', () => {
  const preds = ['a', null, 'b', 'b', undefined, 'a'];
  const target = [0, 1, NaN, 1, 0, 0];

  test.each(all)('%s rejects them without nanStrategy', (_, score) => {
    expect(() => score(preds, target)).toThrow(
      'preds[1]: expected a label, got null; set the option "nanStrategy" to "drop" or "replace"',
    );
    expect(() => score([0, 1], tf.tensor1d([0, NaN]))).toThrow(/target\[1\]: expected a label, got NaN/);
  });

  test.each(all)('%s drops pairs with a missing label', (_, score) => {
    const expected = score(['a', 'b', 'a'], [0, 1, 0]);
    expect(score(preds, target, { nanStrategy: 'drop' })).toBe(expected);
    const sampleWeight = [1, 7, 7, 2, 7, 1];
    const weighted = score(['a', 'b', 'a'], [0, 1, 0], { sampleWeight: [1, 2, 1] });
    expect(score(preds, target, { nanStrategy: 'drop', sampleWeight })).toBe(weighted);
  });

  test.each(all)('%s replaces them', (_, score) => {
    const options = { nanStrategy: 'replace', nanReplaceValue: 'b' } as const;
    const expected = score(['a', 'b', 'b', 'b', 'b', 'a'], [0, 1, 1, 1, 0, 0]);
    expect(score(preds, [0, 1, 1, 1, 0, 0], options)).toBe(expected);
    const zeros = score([1, 0, 1], [0, 0, 1]);
    expect(score([1, NaN, 1], [0, NaN, 1], { nanStrategy: 'replace' })).toBe(zeros);
  });

  test('a replacement of another type than the labels is rejected', () => {
    const options = { nanStrategy: 'replace' } as const;
    expect(() => cramersV(['a', null], [0, 1], options)).toThrow(/expected a string/);
  });

  test('metrics that handle them differently never share a table (torchmetrics: they do)', () => {
    const metrics = new MetricCollection({
      drop: new TheilsU({ nanStrategy: 'drop' }),
      replace: new TheilsU({ nanStrategy: 'replace', nanReplaceValue: 1 }),
    });
    metrics.update([0, 1, 0, 1], [0, 1, 0, 1]);
    metrics.update([0, 1] as never, [NaN, NaN] as never);
    const { drop, replace } = metrics.compute();
    expect(drop).toBe(1);
    expect(replace).toBeLessThan(1);
  });
});

test.each(all)('%s has its documented value for one label and for no samples', (name, score) => {
  const one: NominalLabels = [1, 1, 1];
  expect(score(one, [0, 1, 2])).toBe(0);
  expect(score([], [])).toBeNaN();
  expect(score([], [], { onUndefined: 0 })).toBe(0);
  expect(() => score([], [], { onUndefined: 'throw' })).toThrow(new RegExp(`${name}: expected a defined value`));
});

test('corrections require whole-number weights, and uncorrected scores accept any', () => {
  const sampleWeight = [0.5, 1, 1.5];
  for (const score of [cramersV, tschuprowsT]) {
    expect(() => score([0, 1, 1], [0, 1, 0], { sampleWeight })).toThrow(/biasCorrection counts/);
    const plain = { sampleWeight, biasCorrection: false };
    expect(score([0, 1, 1], [0, 1, 0], plain)).toBeGreaterThan(0);
    expect(() => score([0, 1, 1], [0, 1, 0], { ...plain, ...yates })).toThrow(/yatesCorrection counts/);
  }
  const metric = new TschuprowsT();
  expect(() => metric.update([0, 1, 1], [0, 1, 0], { sampleWeight })).toThrow(/whole numbers/);
  expect(metric.updateCount).toBe(0);
});

test('nominal scores share a table with clustering scores', () => {
  const metrics = new MetricCollection({ v: new CramersV(), mi: new MutualInfoScore() });
  metrics.update([0, 1], [0, 1]);
  expect(new CramersV().stateKey).toBe(new MutualInfoScore().stateKey);
});

const labels = fc.array(fc.tuple(fc.nat(4), fc.nat(3)), { minLength: 1, maxLength: 60 });

test('they are computed as their definitions say', () => {
  fc.assert(
    fc.property(labels, (pairs) => {
      const [preds, target] = [pairs.map(([p]) => p), pairs.map(([, t]) => t)];
      const n = pairs.length;
      const [rows, columns] = [new Set(target), new Set(preds)];
      const countOf = (of: number[], label: number): number => of.filter((l) => l === label).length;
      let chiSquared = 0;
      for (const row of rows) {
        for (const column of columns) {
          const expected = (countOf(target, row) * countOf(preds, column)) / n;
          const observed = pairs.filter(([p, t]) => p === column && t === row).length;
          chiSquared += (observed - expected) ** 2 / expected;
        }
      }
      const [r, k] = [rows.size, columns.size];
      const phi = chiSquared / n;
      const plain = { biasCorrection: false, onUndefined: 0 };
      const v = Math.min(r, k) === 1 ? 0 : Math.sqrt(phi / (Math.min(r, k) - 1));
      expectClose(cramersV(preds, target, plain), v, 1e-7);
      const t = Math.min(r, k) === 1 ? 0 : Math.sqrt(phi / Math.sqrt((r - 1) * (k - 1)));
      expectClose(tschuprowsT(preds, target, plain), t, 1e-7);
      const c = Math.sqrt(phi / (1 + phi));
      expectClose(pearsonsContingencyCoefficient(preds, target), c, 1e-7);
      expect(cramersV(preds, target)).toBeLessThanOrEqual(cramersV(preds, target, plain) + 1e-12);
      expectClose(cramersV(preds, target), cramersV(target, preds), 1e-7);
      if (new Set(target).size > 1) {
        expectClose(theilsU(target, preds), homogeneityScore(preds, target));
      }
    }),
  );
});
