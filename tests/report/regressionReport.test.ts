import { describe, expect, test } from '@jest/globals';
import { MetricInputError, MetricStateError, regressionInterval, type RegressionScoreName } from 'tfjs-metrics';
import { regressionReport, RegressionReport } from 'tfjs-metrics/report';
import { RandomSource } from '../../src/numeric/random/randomSource.ts';
import { normalQuantile } from '../../src/numeric/special/normalQuantile.ts';
import { expectClose } from '../expectClose.ts';

const random = RandomSource.of(4);
const normal = (): number => normalQuantile(random.uniform() + 2 ** -54);
const PREDS = Float64Array.from({ length: 400 }, () => 20 + 4 * normal());
const TARGET = PREDS.map((value) => value + normal());
const report = regressionReport({ preds: PREDS, target: TARGET, title: 'Prices' });

describe('the report on a regression', () => {
  test('has the values and intervals of regressionInterval', () => {
    expect(report.scores.map(({ name }) => name)).toEqual([
      'r2Score',
      'explainedVariance',
      'rootMeanSquaredError',
      'meanAbsoluteError',
      'meanAbsolutePercentageError',
      'meanResidual',
      'pearsonCorrCoef',
      'spearmanCorrCoef',
    ]);
    for (const { name, value, interval } of report.scores) {
      const expected = regressionInterval(PREDS, TARGET, { score: name as RegressionScoreName });
      expect({ value, interval }).toEqual({ value: expected.value, interval: [expected.lower, expected.upper] });
    }
  });

  test('has the scores of always predicting the mean target', () => {
    const mean = TARGET.reduce((sum, value) => sum + value, 0) / TARGET.length;
    for (const { name, baseline } of report.scores) {
      if (name.endsWith('CorrCoef')) expect(baseline).toBeUndefined();
      else {
        const score = name as RegressionScoreName;
        expectClose(
          baseline!,
          regressionInterval(
            PREDS.map(() => mean),
            TARGET,
            { score },
          ).value,
          1e-9,
        );
      }
    }
  });

  test('has the quantiles of numpy.quantile with the method averaged_inverted_cdf', () => {
    const residuals = TARGET.map((value, i) => value - PREDS[i]!).sort();
    const sizes = residuals.map(Math.abs).sort();
    for (const { share, residual, absolute } of report.quantiles) {
      // All shares but 0 and 1 are those of a whole number of the 400 samples.
      const place = Math.min(Math.max(0, Math.round(share * 400) - 1), 398);
      const isEnd = share === 0 || share === 1;
      const of = (sorted: typeof sizes): number =>
        isEnd ? sorted[share * 399]! : sorted[place]! / 2 + sorted[place + 1]! / 2;
      expect({ residual, absolute }).toEqual({ residual: of(residuals), absolute: of(sizes) });
    }
    expect(report.quantiles.map(({ share }) => share)).toEqual([0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1]);
    const few = regressionReport({ preds: [1, 2, 3, 4], target: [1, 3, 2, 7] });
    expect(few.quantiles.map(({ share }) => share)).toEqual([0, 0.25, 0.5, 0.75, 1]);
  });

  test('has groups of similar predictions, with equal predictions in the same group', () => {
    expect(report.groups.map(({ samples }) => samples)).toEqual(Array.from({ length: 10 }, () => 40));
    report.groups.slice(1).forEach(({ least }, k) => {
      expect(least).toBeGreaterThan(report.groups[k]!.greatest);
    });
    for (const group of report.groups) {
      const inside = Array.from(PREDS.keys()).filter((i) => PREDS[i]! >= group.least && PREDS[i]! <= group.greatest);
      const mean = (of: (i: number) => number): number => inside.reduce((sum, i) => sum + of(i), 0) / inside.length;
      expectClose(
        group.prediction,
        mean((i) => PREDS[i]!),
        1e-9,
      );
      expectClose(
        group.residual,
        mean((i) => TARGET[i]! - PREDS[i]!),
        1e-9,
      );
      expectClose(
        group.absolute,
        mean((i) => Math.abs(TARGET[i]! - PREDS[i]!)),
        1e-9,
      );
    }
    const steps = regressionReport({ preds: PREDS.map((value) => Number(value > 22)), target: TARGET });
    expect(steps.groups.map(({ least, greatest }) => [least, greatest])).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(regressionReport({ preds: PREDS.slice(0, 19), target: TARGET.slice(0, 19) }).groups).toEqual([]);
  });

  test('lists the worst samples by name, or by index', () => {
    const sizes = Array.from(TARGET, (value, i) => ({ i, residual: value - PREDS[i]! })).sort(
      (a, b) => Math.abs(b.residual) - Math.abs(a.residual),
    );
    expect(report.worst).toEqual(
      sizes.slice(0, 10).map(({ i, residual }) => ({ name: i, prediction: PREDS[i], target: TARGET[i], residual })),
    );
    const names = Array.from(TARGET, (_, i) => `house ${i}`);
    const named = regressionReport({ preds: PREDS, target: TARGET, names, worst: 2 });
    expect(named.worst.map(({ name }) => name)).toEqual(sizes.slice(0, 2).map(({ i }) => `house ${i}`));
    expect(named.toString()).toContain(`house ${sizes[0]!.i}`);
    expect(regressionReport({ preds: [1, 2], target: [1, 2] }).worst).toEqual([]);
  });

  test('counts all samples in the histogram and in the points', () => {
    const { start, width, samples, below, above } = report.histogram!;
    expect(below + above + samples.reduce((sum, count) => sum + count, 0)).toBe(400);
    samples.forEach((count, k) => {
      const [from, to] = [start + k * width, start + (k + 1) * width];
      const inside = TARGET.filter((value, i) => value - PREDS[i]! >= from && value - PREDS[i]! < to);
      expect(count).toBe(inside.length);
    });
    expect(report.points.samples.reduce((sum, count) => sum + count, 0)).toBe(400);
    const far = regressionReport({ preds: PREDS, target: TARGET.map((value, i) => (i < 3 ? 1e6 : value)) });
    expect(far.histogram!.above).toBe(3);
    expect(far.histogram!.samples.length).toBeLessThan(50);
    const tiny = regressionReport({ preds: [0, 0, 5e-324, 1], target: [5e-324, 0, 0, 1] });
    expect(tiny.histogram).toEqual({ start: -1, width: 1, samples: [0, 4], below: 0, above: 0 });
  });

  test('counts a sample with weight k as k samples, and reports no intervals for fractional weights', () => {
    const weights = Array.from(TARGET, (_, i) => i % 3);
    const repeated = (values: Float64Array): number[] =>
      Array.from(values).flatMap((value, i) => Array.from({ length: weights[i]! }, () => value));
    const weighted = regressionReport({ preds: PREDS, target: TARGET, sampleWeight: weights });
    const plain = regressionReport({ preds: repeated(PREDS), target: repeated(TARGET) });
    expect(weighted.samples).toBe(plain.samples);
    expect(weighted.quantiles).toEqual(plain.quantiles);
    expect(weighted.histogram).toEqual(plain.histogram);
    expect(weighted.groups.map(({ samples }) => samples)).toEqual(plain.groups.map(({ samples }) => samples));
    weighted.scores.forEach(({ value, interval }, k) => {
      expectClose(value, plain.scores[k]!.value, 1e-10);
      expectClose(interval![0], plain.scores[k]!.interval![0], 1e-10);
    });
    expect(weighted.worst.every(({ name }) => weights[name as number]! > 0)).toBe(true);
    const fractional = regressionReport({ preds: PREDS, target: TARGET, sampleWeight: 0.5 });
    expect(fractional.samples).toBe(200);
    expect(fractional.scores.every(({ interval }) => interval === undefined)).toBe(true);
    expect(fractional.notes).toContain('The weights are not integers: confidence intervals are omitted.');
    expect(fractional.quantiles).toEqual(report.quantiles);
  });

  test('states the explained variance, and the error beside that of the mean target', () => {
    const [r2] = report.scores;
    const text = report.toString();
    expect(text).toContain(`The predictions explain ${(100 * r2!.value).toFixed(1)} % of the variance of the targets`);
    expect(text).toContain('for always predicting the mean target.');
    expect(text.split('\n', 3)).toEqual(['Prices', '══════', '400 samples']);
    const bad = regressionReport({ preds: PREDS.map((value) => -value), target: TARGET });
    expect(bad.toString()).toContain('The predictions are not better than the mean target');
  });

  test('omits the percentage error if a target is 0', () => {
    const zero = regressionReport({ preds: [1, 2, 3], target: [0, 2, 4] });
    expect(zero.scores.map(({ name }) => name)).not.toContain('meanAbsolutePercentageError');
    expect(zero.notes).toContain('A target is 0: the mean absolute percentage error is omitted.');
  });
});

describe('the formats of a report on a regression', () => {
  test('are the same after a round trip through JSON', async () => {
    for (const one of [
      report,
      regressionReport({ preds: [], target: [] }),
      regressionReport({ preds: [1, 1, 1], target: [2, 2, 2] }),
      regressionReport({ preds: [1e300, 2], target: [1, 2], sampleWeight: [0, 3] }),
    ]) {
      const json = JSON.stringify(one);
      const restored = RegressionReport.fromJSON(JSON.parse(json));
      expect(JSON.stringify(restored)).toBe(json);
      expect(restored.toMarkdown()).toBe(one.toMarkdown());
      expect(await restored.toHTML()).toBe(await one.toHTML());
    }
  });

  test('reject other snapshots', () => {
    const plain = report.toJSON();
    for (const damaged of [
      null,
      { ...plain, version: 2 },
      { ...plain, kind: 'ClassificationReport' },
      { ...plain, scores: [{ name: 'accuracy', value: 1 }] },
      { ...plain, points: { prediction: [1], residual: [], samples: [1] } },
      { ...plain, histogram: { ...plain.histogram, width: 0 } },
      { ...plain, quantiles: [{ share: 2, residual: 1, absolute: 1 }] },
    ]) {
      expect(() => RegressionReport.fromJSON(damaged)).toThrow(MetricStateError);
    }
  });

  test('are a page with both charts, and a key for the mean target', async () => {
    const html = await report.toHTML();
    expect(html).toContain('<p class="kind">Regression report</p>');
    expect(html.match(/<svg /g)).toHaveLength(2);
    expect(html).toContain('</i>always predicting the mean target</li>');
    expect(html).toContain('data-head="Mean target"');
    expect(html).not.toContain('chance</li>');
    expect(JSON.stringify(report.toVegaLite())).toContain('Distribution of residuals');
    expect(await regressionReport({ preds: [], target: [] }).toHTML()).not.toContain('<svg');
  });

  test('show names that contain markup as text', async () => {
    const html = await regressionReport({ preds: [1, 2], target: [3, 1], names: ['<script>', '&'] }).toHTML();
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
  });

  test('have a bounded size for 1,000,000 samples', async () => {
    const preds = Float64Array.from({ length: 1e6 }, () => normal());
    const large = regressionReport({ preds, target: preds.map((value) => value + random.uniform()) });
    expect(JSON.stringify(large).length).toBeLessThan(100_000);
    expect((await large.toHTML()).length).toBeLessThan(400_000);
    expect(large.groups.map(({ samples }) => samples)).toEqual(Array.from({ length: 10 }, () => 100_000));
  }, 60_000);
});

describe('regressionReport rejects', () => {
  const call = (options: object) => () => regressionReport(options as never);
  test.each([
    ['no input', {}, 'regressionReport: expected options "preds" and "target", got neither'],
    ['no target', { preds: [1] }, 'regressionReport: expected options "preds" and "target", got only "preds"'],
    [
      'other lengths',
      { preds: [1, 2], target: [1] },
      'preds, target: expected the same number of samples, got 2 and 1',
    ],
    ['NaN', { preds: [1, 2], target: [1, NaN] }, 'target[1]: expected a finite number, got NaN'],
    [
      'several outputs',
      { preds: [[1, 2]], target: [[1, 2]] },
      'preds, target: expected shape [N] or [N, 1], got [1, 2]; create a report on each output',
    ],
    [
      'too few names',
      { preds: [1, 2], target: [1, 2], names: ['a'] },
      'names: expected one name for each of 2 samples, got 1',
    ],
    [
      'a negative weight',
      { preds: [1], target: [1], sampleWeight: [-1] },
      'sampleWeight[0]: expected a finite number ≥ 0',
    ],
    ['an unknown option', { preds: [1], target: [1], draws: 3 }, 'expected known options, got "draws"'],
  ])('%s', (_, options, message) => {
    expect(call(options)).toThrow(MetricInputError);
    expect(call(options)).toThrow(message);
  });
});

test('losses of small units have their own format', () => {
  const target = Array.from({ length: 60 }, (_, i) => 1e-4 * Math.sin(i * i));
  const preds = target.map((value, i) => value + 1e-5 * Math.cos(i ** 3));
  const text = regressionReport({ preds, target }).toString();
  expect(text).toMatch(/Root mean squared error +\d\.\d\de-6 +\d\.\d\de-6 … \d\.\d\de-6 +\d\.\d\de-5/);
  expect(text).toMatch(/R² +0\.9\d\d +0\.9\d\d … 0\.9\d\d +0\.000/);
});

test('all samples are in a cell of the chart, also with the smallest spread', () => {
  for (const unit of [1e-310, 1e-323]) {
    const target = Array.from({ length: 60 }, (_, i) => Math.sin(i * i) * unit);
    const { points } = regressionReport({ preds: target.map((value) => value / 2), target });
    expect(points.samples.reduce((sum, count) => sum + count, 0)).toBe(60);
  }
});

test('promises no intervals that are not there', () => {
  const { notes } = regressionReport({ preds: [1], target: [2] });
  expect(notes.join()).not.toContain('interval');
});
