import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import * as lib from 'tfjs-metrics';
import { expectClose } from '../expectClose.ts';
import { binaryScores, type GeneratedScores } from './binaryScores.ts';

type Expected = number | 'Infinity' | null | { readonly value: number; readonly threshold: number | 'Infinity' };

interface ScoreCase {
  readonly name: string;
  readonly input: GeneratedScores;
  readonly expected: Readonly<Record<string, Expected>>;
}

// Made by scripts/goldenScores.ts.
const file = new URL('./golden/scores.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: readonly ScoreCase[] };

type Score = (...args: never[]) => unknown;
type MetricClass = new (options: object) => lib.ScoreMetric;

/** Function, class and options of each golden value. */
const scores: Readonly<Record<string, readonly [score: Score, metric: unknown, options?: object]>> = {
  auroc: [lib.auroc, lib.Auroc],
  'auroc maxFpr 0.3': [lib.auroc, lib.Auroc, { maxFpr: 0.3 }],
  averagePrecision: [lib.averagePrecision, lib.AveragePrecision],
  brierScore: [lib.brierScore, lib.BrierScore],
  'calibrationError l1': [lib.calibrationError, lib.CalibrationError, { bins: 10 }],
  'calibrationError l2': [lib.calibrationError, lib.CalibrationError, { bins: 10, norm: 'l2' }],
  'calibrationError max': [lib.calibrationError, lib.CalibrationError, { bins: 10, norm: 'max' }],
  equalErrorRate: [lib.equalErrorRate, lib.EqualErrorRate],
  ksStatistic: [lib.ksStatistic, lib.KsStatistic],
  'recallAtFixedPrecision 0.6': [lib.recallAtFixedPrecision, lib.RecallAtFixedPrecision, { minPrecision: 0.6 }],
  'precisionAtFixedRecall 0.7': [lib.precisionAtFixedRecall, lib.PrecisionAtFixedRecall, { minRecall: 0.7 }],
  'sensitivityAtSpecificity 0.8': [lib.sensitivityAtSpecificity, lib.SensitivityAtSpecificity, { minSpecificity: 0.8 }],
  'specificityAtSensitivity 0.8': [lib.specificityAtSensitivity, lib.SpecificityAtSensitivity, { minSensitivity: 0.8 }],
  'bestThreshold fBeta 2': [lib.bestThreshold, lib.BestThreshold, { beta: 2 }],
  'bestThreshold youden': [lib.bestThreshold, lib.BestThreshold, { by: 'youden' }],
  'bestThreshold cost 3': [lib.bestThreshold, lib.BestThreshold, { by: 'cost', falseNegativeCost: 3 }],
};

let comparisons = 0;

function expectGolden(name: string, actual: unknown, expected: Expected): void {
  comparisons++;
  if (typeof expected === 'object' && expected !== null) {
    const { threshold, ...rest } = actual as Record<string, number>;
    // The golden cost is the negative one, of which the greatest is the best.
    expectClose(Object.values(rest)[0]!, name.includes('cost') ? -expected.value : expected.value);
    expect(threshold).toBe(Number(expected.threshold));
  } else if (expected === null) expect(actual).toBeNaN();
  else expectClose(actual as number, Number(expected));
}

describe.each(cases.map((of) => [of.name, of] as const))('%s', (_, { input, expected }) => {
  const { preds, target, sampleWeight } = binaryScores(input);
  const known = Object.entries(expected).filter(([name]) => name in scores);

  test.each(known)('%s as a function', (name, value) => {
    const [score, , options] = scores[name]!;
    expectGolden(name, score(...([preds, target, { ...options, sampleWeight }] as never[])), value);
  });

  test.each(known)('%s as a metric of batches', (name, value) => {
    if (preds.length === 0) return;
    const [, metricClass, options] = scores[name]!;
    const parts = [0, 1].map(() => new (metricClass as MetricClass)(options ?? {}));
    const size = Math.ceil(preds.length / 7);
    for (let start = 0, i = 0; start < preds.length; start += size, i++) {
      const [from, to] = [start, start + size];
      const weights = sampleWeight && { sampleWeight: sampleWeight.subarray(from, to) };
      parts[i % 2]!.update(preds.subarray(from, to), target.subarray(from, to), weights);
    }
    parts[0]!.merge(parts[1]!);
    expectGolden(name, parts[0]!.compute(), value);
  });

  test('weights by class', () => {
    const counts = lib.ScoreCounts.of(preds, target, { sampleWeight });
    expect([counts.positives, counts.negatives]).toEqual([expected['positives'], expected['negatives']]);
  });

  test('the standard error by DeLong', () => {
    const variance = expected['delong variance'];
    if (typeof variance !== 'number') return;
    const { value, standardError, lower, upper } = lib.delongInterval(preds, target);
    expectClose(standardError, Math.sqrt(variance));
    expectClose(value, expected['auroc'] as number);
    expect(lower).toBeLessThanOrEqual(value);
    expect(upper).toBeGreaterThanOrEqual(value);
    comparisons++;
  });
});

afterAll(() => {
  expect(comparisons).toBeGreaterThan(250);
});
