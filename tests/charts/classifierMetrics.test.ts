import { describe, expect, test } from '@jest/globals';
import { MetricCollection, RandScore } from 'tfjs-metrics';
import * as classification from 'tfjs-metrics/classification';
import { metricChart, type ChartPart } from 'tfjs-metrics/charts';
import { validArguments } from '../inputs/validArguments.ts';
import { drawChart } from './drawChart.ts';

const PREDS = [0.1, 0.4, 0.35, 0.8];
const TARGET = [0, 0, 1, 1];

describe('metricChart draws', () => {
  const classes = Object.values(classification as Record<string, unknown>).filter((exported) =>
    Object.hasOwn(exported as object, 'metricName'),
  ) as (new () => classification.F1Score & { readonly name: string })[];

  test.each(classes.map((of) => [of.name, of] as const))('%s without warnings', async (_, of) => {
    const metric = new of();
    // The arguments of the function that the class mirrors, without its options.
    const given = validArguments[of.name[0]!.toLowerCase() + of.name.slice(1)]!.slice(0, -1);
    metric.update(...(given as [number[], number[]]));
    const { warnings, svg } = await drawChart(metricChart(metric));
    expect(warnings).toEqual([]);
    expect(svg).not.toMatch(/NaN/);
  });

  test.each([
    ['Accuracy', 'Confusion matrix'],
    ['ConfusionMatrix', 'Confusion matrix'],
    ['Auroc', 'ROC curve'],
    ['RocCurve', 'ROC curve'],
    ['AveragePrecision', 'Precision–recall curve'],
    ['PrecisionRecallCurve', 'Precision–recall curve'],
    ['CalibrationError', 'Reliability diagram'],
    ['CalibrationCurve', 'Reliability diagram'],
  ])('the state of %s as "%s"', async (name, title) => {
    const metric = new (classes.find((of) => of.name === name)!)();
    metric.update(PREDS, TARGET);
    const { texts } = await drawChart(metricChart(metric));
    expect(texts).toContain(title);
    // Curves and matrices have no values on scales.
    expect(texts.some((text) => text.startsWith(name))).toBe(!/Curve|Matrix/.test(name));
  });

  test('quantile bins of a calibration error', async () => {
    const metric = new classification.CalibrationError({ strategy: 'quantile', bins: 2 });
    metric.update(PREDS, TARGET);
    const { vconcat } = metricChart(metric) as { vconcat?: ChartPart[] };
    expect((vconcat!.at(-1)!['data'] as { values: unknown[] }).values).toHaveLength(2);
  });

  test('a ROC curve for each class, by its label', async () => {
    const metric = new classification.Auroc({ multiclass: 'ovr', labels: ['cat', 'dog', 'cow'] });
    metric.update(
      [
        [0.7, 0.2, 0.1],
        [0.3, 0.4, 0.3],
        [0.2, 0.5, 0.3],
      ],
      ['cat', 'dog', 'cow'],
    );
    const { texts } = await drawChart(metricChart(metric));
    expect(texts).toEqual(expect.arrayContaining(['cat', 'dog', 'cow', 'ROC curves of classes against all others']));
  });

  test('each state of a collection once, and one confusion matrix for all scores of its table', async () => {
    const metrics = new MetricCollection([
      new classification.Accuracy(),
      new classification.Auroc(),
      new classification.AveragePrecision(),
      new classification.RocCurve(),
      new RandScore(),
    ]);
    metrics.update(PREDS, TARGET);
    const { texts } = await drawChart(metricChart(metrics));
    for (const title of ['Confusion matrix', 'ROC curve', 'Precision–recall curve']) {
      expect(texts.filter((text) => text === title)).toHaveLength(1);
    }
    expect(texts).not.toContain('Contingency table');
    expect(texts).toEqual(expect.arrayContaining(['Accuracy', 'Auroc', 'AveragePrecision', 'RandScore']));
  });
});
