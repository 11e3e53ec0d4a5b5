import { describe, expect, test } from '@jest/globals';
import * as of from 'tfjs-metrics/classification';
import { probabilityCoverageTable } from '../../scripts/classifierCoverage.ts';
import { studentQuantile } from '../../src/numeric/special/studentQuantile.ts';
import { BITS, CLASSES, PROBABILITIES, quick, ROWS, scoreOf, times, valueOf } from './classifierData.ts';

const logit = (share: number): number => Math.log(share / (1 - share));

const without = <T>(all: readonly T[], i: number): T[] => all.filter((_, k) => k !== i);

/** Standard error by the jackknife: from the scores without each sample in turn. */
function jackknife(score: (rows: readonly number[][], target: readonly number[]) => number): number {
  const values = ROWS.map((_, i) => score(without(ROWS, i), without(CLASSES, i)));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) * (1 - 1 / values.length));
}

function meanPrecision(rows: readonly number[][], target: readonly number[]): number {
  const ofClass = (k: number): number =>
    of.averagePrecision(
      rows.map((row) => row[k]!),
      target.map((label) => Number(label === k)),
    );
  return (ofClass(0) + ofClass(1) + ofClass(2)) / 3;
}

test.each([
  ['float32, several classes', Float32Array, 3],
  ['float64, several classes', Float64Array, 3],
  ['float32, two classes', Float32Array, 1],
  ['float64, two classes', Float64Array, 1],
] as const)('the interval of the log loss contains it for saturated scores: %s', (_, Floats, columns) => {
  // Correct in nine of ten samples, with a probability of exactly 0 or 1.
  const target = Array.from({ length: 200 }, (__, i) => i % 2);
  const classes = target.map((label, i) => (i % 10 === 0 ? 1 - label : label));
  const data = Floats.from(
    classes.flatMap((label) =>
      columns === 1 ? [label] : Array.from({ length: columns }, (__, k) => Number(k === label)),
    ),
  );
  const scores = columns === 1 ? data : { data, shape: [target.length, columns] as const };
  const report = quick({ scores, target });
  const [lower, upper] = scoreOf(report, 'logLoss')!.interval!;
  const value = valueOf(report, 'logLoss');
  expect(lower).toBeLessThan(value);
  expect(upper).toBeGreaterThan(value);
  expect(Math.log(upper) + Math.log(lower)).toBeCloseTo(2 * Math.log(value), 8);
});

describe('intervals of several classes', () => {
  const report = quick({ scores: ROWS, target: CLASSES });

  test.each([
    ['auroc', (rows: readonly number[][], target: readonly number[]) => of.auroc(rows, target, { multiclass: 'ovr' })],
    ['averagePrecision', meanPrecision],
  ] as const)('%s has about the standard error of the jackknife', (name, score) => {
    const [lower, upper] = scoreOf(report, name)!.interval!;
    const value = valueOf(report, name);
    const width = ((logit(upper) - logit(lower)) / 2) * value * (1 - value);
    // The degrees of freedom are at least those of the smallest class, about 100.
    expect(width / 1.98 / jackknife(score)).toBeCloseTo(1, 1);
    expect(logit(upper) + logit(lower)).toBeCloseTo(2 * logit(value), 8);
  });

  test.each(['logLoss', 'brierScore'] as const)("%s has Student's interval of its logarithm", (name) => {
    const losses = ROWS.map((row, i) => of[name]([row], [CLASSES[i]!]));
    const n = losses.length;
    const mean = losses.reduce((sum, loss) => sum + loss, 0) / n;
    const variance = losses.reduce((sum, loss) => sum + (loss - mean) ** 2, 0) / (n - 1);
    const factor = Math.exp((studentQuantile(0.975, n - 1) * Math.sqrt(variance / n)) / mean);
    const [lower, upper] = scoreOf(report, name)!.interval!;
    expect(lower).toBeCloseTo(mean / factor, 10);
    expect(upper).toBeCloseTo(mean * factor, 10);
  });

  test('are those of all samples for logits, batches with ignored targets, and labels', () => {
    const logits = ROWS.map((row) => row.map((p) => Math.log(p) + 3));
    const ignored = [...CLASSES, ...times(50, -1)];
    const names = CLASSES.map((label) => 'abc'[label]!);
    for (const other of [
      quick({ scores: logits, target: CLASSES, fromLogits: true }),
      quick({ scores: [...ROWS, ...times(50, [0, 0, 1])], target: ignored, ignoreLabel: -1 }),
      quick({ scores: ROWS, target: names, labels: ['a', 'b', 'c'] }),
    ]) {
      for (const { name, interval } of report.scores) {
        const found = scoreOf(other, name)!.interval;
        expect(found === undefined).toBe(interval === undefined);
        interval?.forEach((end, k) => expect(found![k]).toBeCloseTo(end, 8));
      }
    }
  });

  test('need the samples, without weights', () => {
    const metrics = [new of.Accuracy(), new of.Auroc({ multiclass: 'ovr' })] as const;
    for (const metric of metrics) metric.update(ROWS as never, CLASSES as never);
    const weighted = quick({ scores: ROWS, target: CLASSES, sampleWeight: 2 });
    for (const other of [quick({ metrics }), weighted]) {
      expect(scoreOf(other, 'auroc')!.interval).toBeUndefined();
      expect(other.notes.join()).toContain('of several classes need the samples, without weights');
    }
  });

  test('of more samples than are kept are those of all, up to the sampling of their variance', () => {
    const many = quick({ scores: times(50, ROWS).flat(), target: times(50, CLASSES).flat() });
    for (const name of ['auroc', 'averagePrecision', 'logLoss', 'brierScore']) {
      const scale = name === 'auroc' || name === 'averagePrecision' ? logit : Math.log;
      const width = ([lower, upper]: readonly [number, number]): number => scale(upper) - scale(lower);
      expect(valueOf(many, name)).toBeCloseTo(valueOf(report, name), 10);
      // The quantile of 300 samples is 1.6 % above the normal one.
      const ratio = (width(scoreOf(many, name)!.interval!) * Math.sqrt(50)) / width(scoreOf(report, name)!.interval!);
      expect(Math.abs(ratio - 0.985)).toBeLessThan(0.03);
    }
  });

  test('of classes in order are not empty', () => {
    const rows = CLASSES.map((label) => [0, 1, 2].map((k) => (k === label ? 0.8 : 0.1)));
    const sizes = [0, 1, 2].map((label) => CLASSES.filter((other) => other === label).length);
    const perfect = quick({ scores: rows, target: CLASSES });
    for (const name of ['auroc', 'averagePrecision']) {
      const [lower, upper] = scoreOf(perfect, name)!.interval!;
      expect(lower).toBeCloseTo(0.025 ** (1 / Math.min(...sizes)), 12);
      expect(upper).toBe(1);
    }
    // All losses are equal, which says nothing of their variance.
    expect(scoreOf(perfect, 'logLoss')!.interval).toBeUndefined();
  });
});

describe('intervals of two classes', () => {
  const report = quick({ scores: PROBABILITIES, target: BITS });

  test('are those of the functions, and of the losses of all samples', () => {
    const { lower, upper } = of.averagePrecisionInterval(PROBABILITIES, BITS);
    expect(scoreOf(report, 'averagePrecision')!.interval).toEqual([lower, upper]);
    const rows = PROBABILITIES.map((p) => [1 - p, p, 0]);
    const asThree = quick({ scores: rows, target: BITS });
    expect(scoreOf(report, 'logLoss')!.interval![0]).toBeCloseTo(scoreOf(asThree, 'logLoss')!.interval![0], 10);
    // The Brier score of one probability is half that of two.
    expect(2 * scoreOf(report, 'brierScore')!.interval![1]).toBeCloseTo(
      scoreOf(asThree, 'brierScore')!.interval![1],
      10,
    );
  });

  test('come from metrics that have streamed, and from whole weights', () => {
    const metrics = [new of.Accuracy(), new of.Auroc(), new of.LogLoss(), new of.BrierScore()] as const;
    for (const metric of metrics) metric.update(PROBABILITIES as never, BITS as never);
    const twice = quick({ scores: [...PROBABILITIES, ...PROBABILITIES], target: [...BITS, ...BITS] });
    const weighted = quick({ scores: PROBABILITIES, target: BITS, sampleWeight: 2 });
    for (const name of ['auroc', 'averagePrecision', 'logLoss', 'brierScore']) {
      expect(scoreOf(quick({ metrics }), name)!.interval).toEqual(scoreOf(report, name)!.interval);
      scoreOf(twice, name)!.interval!.forEach((end, k) => {
        expect(scoreOf(weighted, name)!.interval![k]).toBeCloseTo(end, 10);
      });
    }
  });

  test('of scores in bins are those of the ranks only', () => {
    const binned = quick({ scores: PROBABILITIES, target: BITS, thresholds: 50 });
    expect(valueOf(binned, 'auroc')).toBe(of.auroc(PROBABILITIES, BITS, { thresholds: 50 }));
    expect(scoreOf(binned, 'averagePrecision')!.interval).toBeDefined();
    expect(scoreOf(binned, 'logLoss')!.interval).toBeUndefined();
    expect(valueOf(binned, 'logLoss')).toBe(valueOf(report, 'logLoss'));
  });
});

test('intervals contain the value of the population about as often as they say', () => {
  const table = probabilityCoverageTable({ sizes: [200], repetitions: 60, many: 15_000 });
  const rows = table
    .split('\n')
    .slice(2)
    .map((line) => Number(line.split('|')[3]));
  expect(rows.length).toBe(20);
  // 95 % of 60, with a standard deviation of 2.8 %.
  for (const share of rows) expect(share).toBeGreaterThanOrEqual(83);
  expect(rows.reduce((sum, share) => sum + share, 0) / rows.length).toBeGreaterThan(92);
});
