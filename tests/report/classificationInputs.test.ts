import { describe, expect, test } from '@jest/globals';
import * as lib from 'tfjs-metrics';
import { ContingencyTable, MetricInputError, MetricStateError, type Label } from 'tfjs-metrics';
import * as of from 'tfjs-metrics/classification';
import { classificationReport, ClassificationReport } from 'tfjs-metrics/report';
import { BITS, CLASSES, PREDICTED, PROBABILITIES, quick, random, ROWS, times, valueOf } from './classifierData.ts';

describe('other inputs', () => {
  test('predictions and scores together have a warning if they differ', () => {
    const preds = PREDICTED.map((label, i) => (i < 30 ? (label + 1) % 3 : label));
    const report = quick({ preds, scores: ROWS, target: CLASSES });
    expect(report.warnings).toContain('For 30 samples (10.0 %), the predicted class is not that of the scores.');
    expect(quick({ preds: PREDICTED, scores: ROWS, target: CLASSES }).warnings.join()).not.toContain('of the scores');
    expect(valueOf(report, 'accuracy')).toBe(of.accuracy(preds, CLASSES));
  });

  test('predictions that are probabilities or logits are scores', () => {
    const ofRows = quick({ scores: ROWS, target: CLASSES }).toString();
    const oneHot = CLASSES.map((label) => [0, 1, 2].map((k) => Number(k === label)));
    expect(quick({ preds: ROWS, target: CLASSES }).toString()).toBe(ofRows);
    expect(quick({ preds: ROWS, target: oneHot }).toString()).toBe(ofRows);
    const image = [ROWS.slice(0, 150), ROWS.slice(150)];
    expect(quick({ preds: image, target: [CLASSES.slice(0, 150), CLASSES.slice(150)] }).toString()).toBe(ofRows);
    const ofBits = quick({ scores: PROBABILITIES, target: BITS, threshold: 0.4 }).toString();
    expect(quick({ preds: PROBABILITIES, target: BITS, threshold: 0.4 }).toString()).toBe(ofBits);
    const maps = [PROBABILITIES, BITS].map((list) => [list.slice(0, 200), list.slice(200)]);
    const sampleWeight = [times(200, 1), times(200, 2)];
    expect(quick({ preds: [maps[0]!], target: [maps[1]!], sampleWeight: [sampleWeight] }).toString()).toBe(
      quick({ scores: PROBABILITIES, target: BITS, sampleWeight: sampleWeight.flat() }).toString(),
    );
    const logits = [-2, 3, 1, -4];
    expect(quick({ preds: logits, target: [0, 1, 0, 0], fromLogits: true }).toString()).toBe(
      quick({ scores: logits, target: [0, 1, 0, 0], fromLogits: true }).toString(),
    );
  });

  test('predictions that are other scores give classes, and a note', () => {
    const report = quick({ preds: ROWS.map((row) => row.map((p) => 5 * p - 1)), target: CLASSES });
    expect(valueOf(report, 'accuracy')).toBe(of.accuracy(ROWS, CLASSES));
    expect(report.curves).toEqual([]);
    expect(report.notes[0]).toContain('because `preds` are not probabilities with a sum of 1: for logits, set');
    const oneHot = PREDICTED.map((label) => [0, 1, 2].map((k) => Number(k === label)));
    expect(quick({ preds: oneHot, target: CLASSES }).curves).toEqual([]);
  });

  test('predictions of a binary classifier are marked on its curves', () => {
    const preds = PROBABILITIES.map((score) => (score > 0.3 ? 'b' : 'a'));
    const target = BITS.map((bit) => (bit === 1 ? 'b' : 'a'));
    const report = quick({ preds, scores: PROBABILITIES, target, positiveLabel: 'b' });
    const chart = JSON.stringify(report.toVegaLite());
    expect(chart).toContain('"text":"predictions"');
    expect(chart).toContain(`"x":${1 - of.specificity(preds, target, { positiveLabel: 'b' })}`.slice(0, 12));
    expect(report.warnings.join()).toContain('the predicted class is not that of the scores');
  });

  test('ignored targets are left out everywhere, and a note counts them', () => {
    const target = CLASSES.map((label, i) => (i < 60 ? -1 : label));
    const preds = PREDICTED.map((label, i) => (i < 30 ? 1 : label));
    const report = quick({ preds, scores: ROWS, target, ignoreLabel: -1 });
    expect(report.samples).toBe(240);
    expect(report.warnings[0]).toBe('20.0 % of the samples are left out: 60 with ignored labels.');
    expect(report.notes.at(-1)).toBe('60 samples with ignored labels are left out.');
    expect(report.warnings.join()).not.toContain('of the scores');
    expect(valueOf(report, 'auroc')).toBeCloseTo(
      of.auroc(ROWS.slice(60), CLASSES.slice(60), { multiclass: 'ovr' }),
      12,
    );
  });

  test('a table gives the same scores as its labels; fractional weights give no intervals', () => {
    const table = ContingencyTable.of(PREDICTED, CLASSES);
    expect(quick({ table }).toString()).toBe(quick({ preds: PREDICTED, target: CLASSES }).toString());
    const weights = CLASSES.map((_, i) => (i % 4) / 3);
    const weighted = quick({ scores: ROWS, target: CLASSES, sampleWeight: weights });
    expect(valueOf(weighted, 'accuracy')).toBeCloseTo(of.accuracy(ROWS, CLASSES, { sampleWeight: weights }), 12);
    expect(valueOf(weighted, 'logLoss')).toBeCloseTo(of.logLoss(ROWS, CLASSES, { sampleWeight: weights }), 12);
    expect(weighted.scores.every(({ interval }) => interval === undefined)).toBe(true);
    expect(weighted.notes.join()).toContain('The weights are not integers');
  });

  test('binned scores of a metric have a curve too', () => {
    const metrics = [new of.Accuracy(), new of.Auroc({ thresholds: 100 })] as const;
    for (const metric of metrics) metric.update(PROBABILITIES as never, BITS as never);
    const report = quick({ metrics });
    expect(valueOf(report, 'auroc')).toBe(of.auroc(PROBABILITIES, BITS, { thresholds: 100 }));
    expect(report.curves).toHaveLength(1);
  });
});

describe('edge cases', () => {
  test('one class', async () => {
    const report = quick({ scores: [0.9, 0.8, 0.7], target: [1, 1, 1] });
    expect(report.warnings[0]).toBe('All samples belong to class 1.');
    expect(valueOf(report, 'auroc')).toBeNaN();
    expect(ClassificationReport.fromJSON(JSON.parse(JSON.stringify(report))).scores).toEqual(report.scores);
    expect(await report.toHTML()).not.toMatch(/NaN|<dd>undefined/);
  });

  test('no samples', async () => {
    for (const report of [
      quick({ preds: [], target: [] }),
      quick({ scores: [], target: [] }),
      quick({ table: new ContingencyTable() }),
    ]) {
      expect([report.samples, report.scores]).toEqual([0, []]);
      expect(report.notes).toContain('There are no samples.');
      expect(await report.toHTML()).not.toMatch(/NaN|<svg/);
      expect(ClassificationReport.fromJSON(JSON.parse(JSON.stringify(report))).toString()).toBe(report.toString());
    }
  });

  test('fifty classes show the six curves with the lowest area, and bounded text', async () => {
    const target = Array.from({ length: 1000 }, (_, i) => i % 50);
    const scores = target.map((label) => {
      const row = Array.from({ length: 50 }, (_, k) => random.uniform() + (k === label ? 1.2 - label / 60 : 0));
      const sum = row.reduce((total, value) => total + value, 0);
      return row.map((value) => value / sum);
    });
    const report = quick({ scores, target });
    const areas = [...report.classes].sort((a, b) => a.auroc! - b.auroc!).map(({ label }) => label);
    expect(report.curves.map(({ label }) => label)).toEqual(areas.slice(0, 6));
    expect(report.toString().length).toBeLessThan(12_000);
    expect((await report.toHTML()).length).toBeLessThan(600_000);
  });

  test('labels with markup are shown as text', async () => {
    const label = '</style><script>alert("x")</script>\u202e*b*';
    const preds = [label, 'y', 'y', label];
    const report = quick({ preds, target: [label, 'y', label, label], title: label });
    expect(await report.toHTML()).not.toMatch(/<script|\u202e/);
    expect(report.toMarkdown()).not.toMatch(/<script|(?<![\\*])\*b/);
    expect(report.toString()).not.toMatch(/[\u202e\u2068]/);
  });

  test.each([
    [
      {},
      'classificationReport: expected preds, scores or both with target; a table; or updated metrics, got none of them',
    ],
    [{ target: [0] }, 'expected preds, scores or both with target, got only target'],
    [{ preds: [0] }, 'expected preds, scores or both with target, got no target'],
    [{ table: new ContingencyTable(), preds: [0], target: [0] }, 'got more than one'],
    [{ table: [[1]] }, 'option "table": expected a ContingencyTable, got Array of length 1'],
    [{ metrics: new lib.MeanMetric() }, 'expected a metric of predicted classes, such as Accuracy, got none'],
    [{ metrics: [3] }, 'option "metrics": expected a metric or a list of them, got 3'],
    [{ preds: [0, 1], target: [0] }, 'preds, target: expected the same number of labels, got 2 and 1'],
    [{ preds: ['a'], target: [0] }, 'expected preds and target of one kind'],
    [{ scores: [0.2, NaN], target: [0, 1] }, 'scores[1]: expected a finite number, got NaN'],
    [{ scores: [[0.2, 0.7, NaN]], target: [0] }, 'scores: row 0, column 2: expected'],
    [{ scores: [[0.2, 0.2, 0.2]], target: [0] }, 'scores: row 0: expected probabilities with a sum of 1'],
    [{ scores: [[2, -1, 3]], target: [0] }, 'for logits, set the option "fromLogits" to true'],
    [{ scores: [0.2, 1.2], target: [0, 1] }, 'scores[1]: expected a probability from 0 to 1, got 1.2'],
    [{ scores: [0.2], target: ['a'] }, 'option "positiveLabel"'],
    [{ preds: [0.2, 1.2], target: [0, 1] }, 'preds[1]: expected a probability from 0 to 1, got 1.2'],
    [{ scores: [[0.2, 0.3, 0.5]], target: ['a'] }, 'expected the option "labels", which names the 3 columns'],
    [{ scores: [[0.2, 0.3, 0.5]], target: [3] }, 'target[0]: expected a class from 0 to 2'],
    [{ scores: [[0.4, 0.6]], target: [1], positiveLabel: 2 }, 'expected one of the classes 0 and 1, got 2'],
    [
      { preds: ['a', 'b'], target: ['a', 'b'], positiveLabel: 'c' },
      'option "positiveLabel": expected one of the classes "a" and "b", got "c"',
    ],
    [
      { preds: [0], target: [0], threshold: 0.3 },
      'option "threshold": expected only with scores and no preds, got 0.3',
    ],
    [
      { scores: [[0.2, 0.3, 0.5]], target: [1], threshold: 0.3 },
      'expected only with scores of two classes and no preds',
    ],
    [{ table: new ContingencyTable(), bins: 3 }, 'option "bins": expected only with preds or scores, got a table'],
    [{ preds: [0], target: [0], draws: 1 }, 'option "draws": expected a whole number from 2 up, got 1'],
    [{ preds: [0], target: [0], pred: 1 }, 'expected known options, got "pred"'],
  ])('invalid input %# is rejected', (options, message) => {
    const call = () => classificationReport(options as never);
    expect(call).toThrow(MetricInputError);
    expect(call).toThrow(message);
  });

  test('metrics with different numbers of samples are rejected', () => {
    const metrics = [new of.Accuracy(), new of.Auroc()] as const;
    metrics[0].update([0, 1], [0, 1]);
    metrics[1].update([0.5], [1]);
    expect(() => classificationReport({ metrics })).toThrow('got 2 for Accuracy and 1 for Auroc');
  });
});

describe('ClassificationReport.fromJSON rejects', () => {
  const plain = JSON.parse(JSON.stringify(quick({ scores: PROBABILITIES, target: BITS }))) as Record<string, unknown>;
  const [curve] = plain['curves'] as [Record<string, unknown>];
  test.each([
    ['null', null],
    ['another version', { ...plain, version: 2 }],
    ['another kind', { ...plain, kind: 'ClusteringReport' }],
    ['an unknown property', { ...plain, more: 1 }],
    ['an unknown score', { ...plain, scores: [{ name: '<b>', value: 1 }] }],
    [
      'a rate above 1',
      { ...plain, classes: [{ label: 0, support: 1, predicted: 1, precision: 2, recall: 1, f1Score: 1 }] },
    ],
    ['a damaged table', { ...plain, table: { kind: 'ContingencyTable' } }],
    ['curves of unequal length', { ...plain, curves: [{ ...curve, fpr: [0] }] }],
    ['a curve beyond 1', { ...plain, curves: [{ ...curve, fpr: [7], tpr: [0] }] }],
    ['an unknown criterion', { ...plain, thresholds: [{ by: 'x' }] }],
  ] as [string, unknown][])('%s', (_, value) => {
    expect(() => ClassificationReport.fromJSON(value)).toThrow(MetricStateError);
  });
});

test('a label of any kind keeps its kind', () => {
  const kinds: [preds: Label[], target: Label[]][] = [
    [
      [true, false, true],
      [true, true, false],
    ],
    [
      ['b', 'a', 'b'],
      ['b', 'b', 'a'],
    ],
    [
      [7, 3, 7],
      [7, 7, 3],
    ],
  ];
  for (const [preds, target] of kinds) {
    const { classes } = quick({ preds: preds as never, target: target as never });
    expect(classes.map(({ label }) => label)).toEqual([target[2], target[0]]);
  }
});
