import { describe, expect, test } from '@jest/globals';
import * as lib from 'tfjs-metrics';
import { ContingencyTable } from 'tfjs-metrics';
import * as of from 'tfjs-metrics/classification';
import { classificationReport, ClassificationReport } from 'tfjs-metrics/report';
import { shuffle } from '../../src/numeric/random/shuffle.ts';
import {
  BITS,
  CLASSES,
  PREDICTED,
  PROBABILITIES,
  quick,
  random,
  ROWS,
  scoreOf,
  times,
  valueOf,
} from './classifierData.ts';

describe('the report of a binary classifier', () => {
  const report = classificationReport({ scores: PROBABILITIES, target: BITS, title: 'Bits' });
  const preds = lib.threshold(PROBABILITIES);

  test('has the values of the functions', () => {
    const pairs: [name: string, value: number][] = [
      ['accuracy', of.accuracy(preds, BITS)],
      ['balancedAccuracy', of.accuracy(preds, BITS, { average: 'macro' })],
      ['precision', of.precision(preds, BITS)],
      ['recall', of.recall(preds, BITS)],
      ['specificity', of.specificity(preds, BITS)],
      ['f1Score', of.f1Score(preds, BITS)],
      ['matthewsCorrCoef', of.matthewsCorrCoef(preds, BITS)],
      ['cohenKappa', of.cohenKappa(preds, BITS)],
      ['auroc', of.auroc(PROBABILITIES, BITS)],
      ['averagePrecision', of.averagePrecision(PROBABILITIES, BITS)],
      ['logLoss', of.logLoss(PROBABILITIES, BITS)],
      ['brierScore', of.brierScore(PROBABILITIES, BITS)],
      ['calibrationError', of.calibrationError(PROBABILITIES, BITS)],
    ];
    expect(report.scores.map(({ name, value }) => [name, value])).toEqual(pairs);
  });

  test('has the intervals of Wilson for shares of samples', () => {
    const sizes = {
      accuracy: 400,
      precision: preds.filter((bit) => bit === 1).length,
      recall: BITS.filter((bit) => bit === 1).length,
      specificity: BITS.filter((bit) => bit === 0).length,
    };
    for (const [name, n] of Object.entries(sizes)) {
      const { value, interval } = scoreOf(report, name)!;
      // Ends p of the interval satisfy (share − p)² = z² p(1 − p) / n.
      for (const end of interval!) expect((value - end) ** 2).toBeCloseTo((1.959964 ** 2 * end * (1 - end)) / n, 8);
    }
  });

  test('has the intervals of bootstrapInterval and delongInterval', () => {
    const table = ContingencyTable.of(preds, BITS);
    const { lower, upper } = lib.bootstrapInterval(of.matthewsCorrCoef, table);
    expect(scoreOf(report, 'matthewsCorrCoef')!.interval).toEqual([lower, upper]);
    const delong = of.delongInterval(PROBABILITIES, BITS);
    expect(scoreOf(report, 'auroc')!.interval).toEqual([delong.lower, delong.upper]);
  });

  test('has curves with the area of AUROC, and the calibration curve', () => {
    const [{ fpr, tpr }] = report.curves as [(typeof report.curves)[number]];
    const area = fpr.slice(1).reduce((sum, x, k) => sum + ((x - fpr[k]!) * (tpr[k + 1]! + tpr[k]!)) / 2, 0);
    expect(area).toBeCloseTo(of.auroc(PROBABILITIES, BITS), 3);
    const { meanPredicted, positiveShare } = of.calibrationCurve(PROBABILITIES, BITS);
    expect(report.calibration!.meanPredicted).toEqual(Array.from(meanPredicted));
    expect(report.calibration!.positiveShare).toEqual(Array.from(positiveShare));
  });

  test('has the thresholds of bestThreshold, with the rates at each', () => {
    for (const { by, threshold, precision, recall, f1Score, fpr } of report.thresholds) {
      expect(threshold).toBe(of.bestThreshold(PROBABILITIES, BITS, { by }).threshold);
      const chosen = PROBABILITIES.map((score) => Number(score >= threshold));
      expect(precision).toBeCloseTo(of.precision(chosen, BITS), 12);
      expect(recall).toBeCloseTo(of.recall(chosen, BITS), 12);
      expect(f1Score).toBeCloseTo(of.f1Score(chosen, BITS), 12);
      expect(fpr).toBeCloseTo(1 - of.specificity(chosen, BITS), 12);
    }
  });

  test('states the accuracy, and that of the most common class', () => {
    const zeros = BITS.filter((bit) => bit === 0).length / 4;
    expect(report.toString()).toContain(`predicting class 0 for all samples gives ${zeros.toFixed(1)} %`);
    expect(report.toString()).toContain(`${(100 * of.accuracy(preds, BITS)).toFixed(1)} % of the samples`);
  });

  test('is the same for class scores of two columns, for string labels, for logits and for booleans', () => {
    const names = BITS.map((bit) => (bit === 1 ? 'yes' : 'no'));
    const text = report.toString();
    const plain = (other: ClassificationReport): string => other.toString();
    expect(
      plain(classificationReport({ scores: PROBABILITIES.map((p) => [1 - p, p]), target: BITS, title: 'Bits' })),
    ).toBe(text);
    const named = quick({ scores: PROBABILITIES, target: names, positiveLabel: 'yes' });
    expect(named.classes.map(({ label }) => label)).toEqual(['no', 'yes']);
    expect(named.scores.map(({ value }) => value)).toEqual(report.scores.map(({ value }) => value));
    const logits = PROBABILITIES.map((p) => Math.log(p / (1 - p)));
    const finite = logits.map((logit) => Math.max(-30, Math.min(30, logit)));
    const pairs = quick({ scores: finite.map((logit) => [1, 1 + logit]), target: BITS, fromLogits: true });
    for (const { name, value } of pairs.scores) expect(value).toBeCloseTo(valueOf(report, name), 6);
    const bools = quick({ scores: PROBABILITIES, target: BITS.map((bit) => bit === 1) });
    expect(bools.scores.map(({ value }) => value)).toEqual(report.scores.map(({ value }) => value));
  });

  test('predicts above the threshold', () => {
    const strict = quick({ scores: PROBABILITIES, target: BITS, threshold: 0.7 });
    expect(valueOf(strict, 'precision')).toBe(of.precision(PROBABILITIES, BITS, { threshold: 0.7 }));
    expect(JSON.stringify(strict.toVegaLite())).toContain('threshold 0.7');
  });

  test('has baselines equal to the mean over shuffled predictions', () => {
    const order = Int32Array.from(preds.keys());
    const sums = new Map<string, number>();
    const functions = {
      ...of,
      balancedAccuracy: (...a: [number[], number[]]) => of.accuracy(...a, { average: 'macro' }),
    };
    const names = report.scores.map(({ name }) => name).slice(0, 8);
    for (let s = 0; s < 400; s++) {
      shuffle(order, random);
      const shuffled = Array.from(order, (i) => preds[i]!);
      for (const name of names) {
        const value = (functions as unknown as Record<string, (...a: unknown[]) => number>)[name]!(shuffled, BITS);
        sums.set(name, (sums.get(name) ?? 0) + value / 400);
      }
    }
    for (const name of names) expect(Math.abs(scoreOf(report, name)!.baseline! - sums.get(name)!)).toBeLessThan(0.01);
  });
});

describe('the report of several classes', () => {
  const report = classificationReport({ scores: ROWS, target: CLASSES });

  test('has the values of the functions', () => {
    const macro = { average: 'macro' } as const;
    expect(report.scores.map(({ name, value }) => [name, value])).toEqual([
      ['accuracy', of.accuracy(ROWS, CLASSES)],
      ['balancedAccuracy', of.accuracy(ROWS, CLASSES, macro)],
      ['macroPrecision', of.precision(ROWS, CLASSES, macro)],
      ['macroF1Score', of.f1Score(ROWS, CLASSES, macro)],
      ['weightedF1Score', of.f1Score(ROWS, CLASSES, { average: 'weighted' })],
      ['matthewsCorrCoef', of.matthewsCorrCoef(ROWS, CLASSES)],
      ['cohenKappa', of.cohenKappa(ROWS, CLASSES)],
      ['auroc', of.auroc(ROWS, CLASSES, { multiclass: 'ovr' })],
      ['averagePrecision', expect.any(Number)],
      ['logLoss', of.logLoss(ROWS, CLASSES)],
      ['brierScore', of.brierScore(ROWS, CLASSES)],
      ['calibrationError', of.calibrationError(ROWS, CLASSES)],
    ]);
    const each = [0, 1, 2].map((k) =>
      of.averagePrecision(
        ROWS.map((row) => row[k]!),
        CLASSES.map((label) => Number(label === k)),
      ),
    );
    expect(valueOf(report, 'averagePrecision')).toBeCloseTo((each[0]! + each[1]! + each[2]!) / 3, 12);
  });

  test('has the rates of each class', () => {
    const none = { average: 'none' } as const;
    const [precision, recall, f1Score] = [of.precision, of.recall, of.f1Score].map((f) => f(ROWS, CLASSES, none));
    for (const each of report.classes) {
      const { label } = each;
      expect(each).toMatchObject({
        support: CLASSES.filter((other) => other === label).length,
        predicted: PREDICTED.filter((other) => other === label).length,
      });
      const name = String(label);
      expect(each.precision).toBe(precision![name]);
      expect(each.recall).toBe(recall![name]);
      expect(each.f1Score).toBeCloseTo(f1Score![name]!, 12);
      const own = CLASSES.map((other) => Number(other === label));
      expect(each.auroc).toBeCloseTo(
        of.auroc(
          ROWS.map((row) => row[label as number]!),
          own,
        ),
        12,
      );
    }
  });

  test('has baselines equal to the mean over shuffled predictions', () => {
    const order = Int32Array.from(PREDICTED.keys());
    const sums = [0, 0, 0];
    for (let s = 0; s < 400; s++) {
      shuffle(order, random);
      const shuffled = Array.from(order, (i) => PREDICTED[i]!);
      sums[0]! += of.precision(shuffled, CLASSES, { average: 'macro' }) / 400;
      sums[1]! += of.f1Score(shuffled, CLASSES, { average: 'macro' }) / 400;
      sums[2]! += of.f1Score(shuffled, CLASSES, { average: 'weighted' }) / 400;
    }
    ['macroPrecision', 'macroF1Score', 'weightedF1Score'].forEach((name, k) => {
      expect(Math.abs(scoreOf(report, name)!.baseline! - sums[k]!)).toBeLessThan(0.01);
    });
  });

  test('is the same for logits, one-hot targets, and batches of metrics', () => {
    const oneHot = CLASSES.map((label) => [0, 1, 2].map((k) => Number(k === label)));
    const logits = ROWS.map((row) => row.map((p) => Math.log(p) + 3));
    for (const { name, value } of quick({ scores: logits, target: oneHot, fromLogits: true }).scores) {
      expect(value).toBeCloseTo(valueOf(report, name), 10);
    }
    const metrics = new lib.MetricCollection([
      new of.Accuracy({ labels: [0, 1, 2] }),
      new of.Auroc({ multiclass: 'ovr' }),
      new of.CalibrationError(),
      new of.LogLoss(),
      new of.BrierScore(),
    ]);
    for (let from = 0; from < 300; from += 70) {
      metrics.update(ROWS.slice(from, from + 70) as never, CLASSES.slice(from, from + 70) as never);
    }
    const streamed = classificationReport({ metrics });
    // Intervals of probabilities of several classes need the samples.
    const ofClasses = (all: typeof report.scores) => all.slice(0, 7).map(({ name, interval }) => [name, interval]);
    expect(ofClasses(streamed.scores)).toEqual(ofClasses(report.scores));
    for (const { name, value } of streamed.scores) expect(value).toBeCloseTo(valueOf(report, name), 12);
    expect(streamed.curves).toEqual(report.curves);
  });

  test('lists the most common confusions in words, and all counts in order of the classes', () => {
    const target = [...times(9, 'cat'), ...times(9, 'dog'), ...times(9, 'cow')];
    const preds = target.map((label, i) => (i < 4 ? 'dog' : i === 26 ? 'cat' : label));
    const text = quick({ preds, target }).toString();
    expect(text).toMatch(/cat predicted as dog +4 +44\.4 %\n/);
    expect(text).toMatch(/cow predicted as cat +1 +11\.1 %\n/);
    expect(text).toMatch(/\n {5}cat {2}cow {2}dog\n.*\ncat +5 +· +4\ncow +1 +8 +·\ndog +· +· +9\n/);
  });

  test('survives a round trip through JSON, with its page', async () => {
    const back = ClassificationReport.fromJSON(JSON.parse(JSON.stringify(report)));
    expect(JSON.stringify(back)).toBe(JSON.stringify(report));
    expect(back.scores).toEqual(report.scores);
    expect(await back.toHTML()).toBe(await report.toHTML());
    const binary = quick({ scores: PROBABILITIES, target: BITS });
    expect(ClassificationReport.fromJSON(JSON.parse(JSON.stringify(binary))).scores).toEqual(binary.scores);
  });

  test('has a page with four charts, ordered headings and no scripts', async () => {
    const html = await report.toHTML();
    expect(html.match(/<svg [^>]*role="img"/g)).toHaveLength(4);
    const headings = Array.from(html.matchAll(/<h(\d)/g), ([, level]) => Number(level));
    expect(headings).toEqual([1, 2, 2, 2, 2, 2]);
    expect(html).not.toMatch(/<(script|img|link|iframe|a|form)\b|url\(|NaN|undefined/);
    const markdown = report.toMarkdown();
    expect(markdown).toMatch(/\| Accuracy \| 0\.\d{3} \|/);
    expect((report.toVegaLite()['vconcat'] as unknown[]).length).toBeGreaterThan(4);
  });
});
