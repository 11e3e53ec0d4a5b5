import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as lib from 'tfjs-metrics';
import { expectClose } from '../../expectClose.ts';
import { binaryScores } from '../../parity/binaryScores.ts';
import { hash32 } from '../../parity/hashLabels.ts';

/** Samples of both classes: multiples of 1/16 with whole weights. */
const samples = fc
  .array(
    fc.record({ score: fc.integer({ min: 0, max: 16 }), label: fc.nat(1), weight: fc.integer({ min: 1, max: 3 }) }),
    {
      minLength: 2,
      maxLength: 30,
    },
  )
  .filter((all) => new Set(all.map(({ label }) => label)).size === 2)
  .map((all) => ({
    preds: all.map(({ score }) => score / 16),
    target: all.map(({ label }) => label),
    sampleWeight: all.map(({ weight }) => weight),
  }));

type Score = (preds: number[], target: number[], options: object) => number;

interface RankClass {
  readonly prototype: unknown;
  readonly range: readonly [low: number, high: number];
  readonly higherIsBetter: boolean | null;
  readonly hasOwnChart: boolean;
}

/** Every exported class of a score of ranks, without curves. */
const rankClasses = (Object.entries(lib) as unknown as [name: string, exported: RankClass][]).filter(
  ([, { prototype, hasOwnChart }]) => prototype instanceof lib.ScoreMetric && !hasOwnChart,
);

/** Returns the function of a class, without the threshold in its value. */
function scoreOf(className: string, fixed: object = {}): Score {
  const name = className[0]!.toLowerCase() + className.slice(1);
  const compute = (lib as unknown as Record<string, (...args: unknown[]) => number | object>)[name]!;
  return (preds, target, options) => {
    const value = compute(preds, target, { ...fixed, ...options });
    if (typeof value === 'number') return value;
    return Object.entries(value).find(([part]) => part !== 'threshold')![1] as number;
  };
}

const rankScores: readonly (readonly [string, Score, RankClass])[] = [
  ...rankClasses.map(([name, rankClass]) => [name, scoreOf(name), rankClass] as const),
  ['partial Auroc', scoreOf('Auroc', { maxFpr: 0.4 }), lib.Auroc],
];

test('the scores of ranks are enumerated', () => {
  expect(rankClasses.length).toBeGreaterThan(8);
});

describe.each(rankScores)('%s', (_, score, { range, higherIsBetter }) => {
  test('depends on the order of the scores only', () => {
    fc.assert(
      fc.property(samples, ({ preds, target, ...weights }) => {
        const moved = preds.map((value) => Math.exp(3 * value) - 1000);
        expect(score(moved, target, weights)).toBe(score(preds, target, weights));
      }),
    );
  });

  test('counts a sample of weight 3 as three samples', () => {
    fc.assert(
      fc.property(samples, ({ preds, target, sampleWeight }) => {
        const repeat = (values: number[]): number[] =>
          values.flatMap((value, i) => Array<number>(sampleWeight[i]!).fill(value));
        expectClose(score(preds, target, { sampleWeight }), score(repeat(preds), repeat(target), {}));
      }),
    );
  });

  test('does not change if all weights are multiplied', () => {
    fc.assert(
      fc.property(samples, ({ preds, target, sampleWeight }) => {
        const scaled = { sampleWeight: sampleWeight.map((weight) => weight / 8) };
        expectClose(score(preds, target, scaled), score(preds, target, { sampleWeight }));
      }),
    );
  });

  test('is in its range, and best for separated classes', () => {
    const [low, high] = range;
    fc.assert(
      fc.property(samples, ({ preds, target, ...weights }) => {
        const value = score(preds, target, weights);
        expect(value).toBeGreaterThanOrEqual(low);
        expect(value).toBeLessThanOrEqual(high + 1e-15);
      }),
    );
    if (higherIsBetter === null) return;
    expectClose(score([0.1, 0.2, 0.7, 0.9], [0, 0, 1, 1], {}), higherIsBetter ? high : low);
  });

  test('is NaN without a class, or says why', () => {
    const one = [[0.1, 0.2], [0, 0], {}] as const;
    expect(score([...one[0]], [...one[1]], {})).toBeNaN();
    expect(score([], [], {})).toBeNaN();
    expect(score([...one[0]], [...one[1]], { onUndefined: 0.5 })).toBe(0.5);
    expect(() => score([...one[0]], [...one[1]], { onUndefined: 'throw' })).toThrow('there are no positive samples');
    expect(() => score([], [], { onUndefined: 'throw' })).toThrow(lib.MetricStateError);
  });
});

test('the best threshold of separated classes has an F-score of 1', () => {
  expect(lib.bestThreshold([0.1, 0.2, 0.7, 0.9], [0, 0, 1, 1])).toEqual({ value: 1, threshold: 0.7 });
});

test('the AUROC of negated scores, and of swapped classes, is 1 minus the AUROC', () => {
  fc.assert(
    fc.property(samples, ({ preds, target, ...weights }) => {
      const area = lib.auroc(preds, target, weights);
      expectClose(
        lib.auroc(
          preds.map((value) => -value),
          target,
          weights,
        ),
        1 - area,
      );
      expectClose(lib.auroc(preds, target, { ...weights, positiveLabel: 0 }), 1 - area);
    }),
  );
});

test('the areas of the curves are AUROC and average precision', () => {
  fc.assert(
    fc.property(samples, ({ preds, target, ...weights }) => {
      const { fpr, tpr } = lib.rocCurve(preds, target, weights);
      const area = fpr.reduce((sum, x, k) => sum + (k > 0 ? (x - fpr[k - 1]!) * (tpr[k]! + tpr[k - 1]!) * 0.5 : 0), 0);
      expectClose(lib.auroc(preds, target, weights), area);
      const { precision, recall, thresholds } = lib.precisionRecallCurve(preds, target, weights);
      const steps = thresholds.reduce((sum, _, k) => sum + (recall[k]! - recall[k + 1]!) * precision[k]!, 0);
      expectClose(lib.averagePrecision(preds, target, weights), steps);
    }),
  );
});

test('brackets of binned scores contain the exact values', () => {
  const thresholds = fc.oneof(
    fc.integer({ min: 2, max: 20 }),
    fc.array(fc.double({ min: -0.5, max: 1.5, noNaN: true }), { minLength: 1, maxLength: 10 }),
  );
  fc.assert(
    fc.property(samples, thresholds, ({ preds, target, ...weights }, bins) => {
      const options = { ...weights, thresholds: bins };
      for (const [bracket, score] of [
        [lib.aurocBracket, lib.auroc],
        [lib.averagePrecisionBracket, lib.averagePrecision],
      ] as const) {
        const [low, high] = bracket(preds, target, options);
        for (const value of [score(preds, target, weights), score(preds, target, options)]) {
          expect(value).toBeGreaterThanOrEqual(low - 1e-12);
          expect(value).toBeLessThanOrEqual(high + 1e-12);
        }
      }
      const [low, high] = lib.aurocBracket(preds, target, options);
      expectClose(lib.auroc(preds, target, options), (low + high) / 2);
    }),
  );
});

test('the bracket of many bins is narrow', () => {
  const { preds, target } = binaryScores({ n: 3000, seed: 1, levels: 2 ** 20, onePositiveIn: 2 });
  const [low, high] = lib.aurocBracket(preds, target, { thresholds: 200 });
  expect(high - low).toBeLessThan(0.01);
});

test('partial areas of a random order are 0.5, and logAuc is its integral', () => {
  const [preds, target] = [
    [0.5, 0.5],
    [0, 1],
  ];
  for (const maxFpr of [0.1, 0.5, 1]) expectClose(lib.auroc(preds, target, { maxFpr }), 0.5);
  for (const [low, high] of [
    [0.001, 0.1],
    [0.1, 1],
  ] as const) {
    expectClose(lib.logAuc(preds, target, { fprRange: [low, high] }), (high - low) / Math.log(high / low));
  }
});

test('logAuc equals a numerical integral', () => {
  const { preds, target } = binaryScores({ n: 500, seed: 2, levels: 64, onePositiveIn: 3 });
  const { fpr, tpr } = lib.rocCurve(preds, target);
  const tprAt = (x: number): number => {
    const k = fpr.findIndex((rate) => rate > x);
    const share = (x - fpr[k - 1]!) / (fpr[k]! - fpr[k - 1]!);
    return tpr[k - 1]! + share * (tpr[k]! - tpr[k - 1]!);
  };
  const steps = 20_000;
  let sum = 0;
  for (let s = 0; s < steps; s++) sum += tprAt(Math.exp(Math.log(0.001) + ((s + 0.5) / steps) * Math.log(100)));
  expectClose(lib.logAuc(preds, target), sum / steps, 1e-5);
});

describe('auroc of several classes', () => {
  const n = 120;
  const rows = Array.from({ length: n }, (_, i) => [1, 2, 3].map((seed) => (hash32(i, seed) % 10) / 10));
  const target = rows.map((row, i) => (hash32(i, 4) % 3 === 0 ? row.indexOf(Math.max(...row)) : hash32(i, 5) % 3));
  const column = (k: number, keep: (label: number) => boolean): [number[], boolean[]] => {
    const kept = rows.flatMap((row, i) => (keep(target[i]!) ? [[row[k]!, target[i] === k] as const] : []));
    return [kept.map(([score]) => score), kept.map(([, label]) => label)];
  };
  const sizes = [0, 1, 2].map((k) => target.filter((label) => label === k).length);
  const mean = (values: number[], weights = values.map(() => 1)): number =>
    values.reduce((sum, value, i) => sum + value * weights[i]!, 0) / weights.reduce((sum, weight) => sum + weight, 0);

  test('one-vs-rest is the mean of the areas of each class', () => {
    const areas = [0, 1, 2].map((k) => lib.auroc(...column(k, () => true)));
    expectClose(lib.auroc(rows, target, { multiclass: 'ovr' }), mean(areas));
    expectClose(lib.auroc(rows, target, { multiclass: 'ovr', average: 'weighted' }), mean(areas, sizes));
  });

  test('one-vs-one is the mean of the areas of each pair', () => {
    const pairs = [0, 1].flatMap((j) => [1, 2].filter((k) => k > j).map((k) => [j, k] as const));
    const areas = pairs.map((pair) =>
      mean(pair.map((k) => lib.auroc(...column(k, (label) => (pair as readonly number[]).includes(label))))),
    );
    expectClose(lib.auroc(rows, target, { multiclass: 'ovo' }), mean(areas));
    const weights = pairs.map(([j, k]) => sizes[j]! + sizes[k]!);
    expectClose(lib.auroc(rows, target, { multiclass: 'ovo', average: 'weighted' }), mean(areas, weights));
  });

  test.each(['ovr', 'ovo'] as const)(
    '%s: labels name the columns, and classes without samples are left out',
    (multiclass) => {
      const names = target.map((k) => 'abc'[k]!);
      const area = lib.auroc(rows, target, { multiclass });
      expect(lib.auroc(rows, names, { multiclass, labels: ['a', 'b', 'c'] })).toBe(area);
      const wider = rows.map((row) => [...row, 0.5]);
      const metric = new lib.Auroc({ multiclass });
      metric.update(wider.slice(0, 50) as never, target.slice(0, 50));
      metric.update(wider.slice(50) as never, target.slice(50));
      expect(metric.compute()).toBe(area);
      expect(lib.auroc([[0.1, 0.9]], [0], { multiclass })).toBeNaN();
      expect(() => lib.auroc([[0.1, 0.9]], [0], { multiclass, onUndefined: 'throw' })).toThrow('of one class');
    },
  );

  test('scores of several classes need the option, which excludes options of binary scores', () => {
    expect(() => lib.auroc(rows, target)).toThrow('expected one score for each sample, [N] or [N, 1]');
    expect(() => lib.auroc(rows, target, { multiclass: 'ovr', maxFpr: 0.5 })).toThrow('option "maxFpr"');
  });
});

test('metrics of the same scores share one state in a collection', () => {
  const metrics = new lib.MetricCollection({
    auroc: new lib.Auroc(),
    ap: new lib.AveragePrecision(),
    roc: new lib.RocCurve(),
    best: new lib.BestThreshold({ by: 'youden' }),
    binned: new lib.Auroc({ thresholds: 5 }),
  });
  metrics.update([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]);
  const snapshot = JSON.stringify(metrics);
  expect(snapshot.match(/"kind":"ScoreCounts"/g)).toHaveLength(1);
  expect(metrics.compute()).toMatchObject({ auroc: 0.75, best: { threshold: 0.8, value: 0.5 }, binned: 0.875 });
});

test('a window of batches is exact', () => {
  const { preds, target } = binaryScores({ n: 300, seed: 3, levels: 64, onePositiveIn: 2 });
  const window = new lib.Running(new lib.Auroc(), { window: 4 });
  for (let i = 0; i < 300; i += 10) window.update(preds.subarray(i, i + 10), target.subarray(i, i + 10));
  expect(window.compute()).toBe(lib.auroc(preds.subarray(260), target.subarray(260)));
});

test('metrics of labels in the same collection get the predicted classes', () => {
  const metrics = new lib.MetricCollection({
    purity: new lib.PurityScore(),
    auroc: new lib.Auroc(),
    loss: new lib.LogLoss(),
  });
  metrics.update([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]);
  const { purity, auroc, loss } = metrics.compute();
  expect([purity, auroc]).toEqual([0.75, 0.75]);
  expectClose(loss, lib.logLoss([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]));
});
