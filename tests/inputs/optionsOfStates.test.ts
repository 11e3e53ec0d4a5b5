import { expect, test } from '@jest/globals';
import * as classification from 'tfjs-metrics/classification';
import * as nominal from 'tfjs-metrics/nominal';
import { clusteringReport } from 'tfjs-metrics/report';
import {
  bootstrapInterval,
  ContingencyTable,
  f1Score,
  MetricInputError,
  mutualInfoScore,
  MultiwayTable,
  totalCorrelationScore,
} from 'tfjs-metrics';
import { exported } from './validArguments.ts';

type MetricClass = new (options?: object) => { createState(): object; computeFrom(state: object): unknown };

/** Options that determine how samples are read, each with a valid value. */
const READING: Readonly<Record<string, unknown>> = {
  threshold: 0.7,
  fromLogits: true,
  topK: 2,
  thresholds: 5,
  strategy: 'uniform',
  squared: true,
  mode: 'counts',
  nanStrategy: 'drop',
  nanReplaceValue: 1,
};

/** Each metric of two entries with the options above that it accepts. */
const cases = Object.entries({ ...classification, ...nominal })
  .filter(([, value]) => Object.hasOwn(value, 'metricName'))
  .map(([name, value]) => {
    const Metric = value as unknown as MetricClass;
    const accepts = ([option, of]: readonly [string, unknown]): boolean => {
      try {
        new Metric({ [option]: of });
        return true;
      } catch {
        return false;
      }
    };
    return [name, Metric, Object.entries(READING).filter(accepts)] as const;
  });

test('nearly every metric has options that determine how samples are read', () => {
  expect(cases.length).toBeGreaterThan(50);
  const without = cases.filter(([, , options]) => options.length === 0).map(([name]) => name);
  expect(without).toEqual(['CoverageError', 'LabelRankingAveragePrecision', 'LabelRankingLoss']);
});

test.each(cases)('the function of %s rejects options for samples beside a state', (name, Metric, options) => {
  const score = exported[name.charAt(0).toLowerCase() + name.slice(1)]!;
  for (const [option, value] of options) {
    const call = (): unknown => score(new Metric().createState(), { [option]: value });
    expect(call).toThrow(MetricInputError);
    expect(call).toThrow(`option "${option}": expected only with samples, not their counts, got`);
  }
});

test.each(cases)('%s computes its value with such options', (_, Metric, options) => {
  for (const [option, value] of options) {
    const metric = new Metric({ [option]: value });
    expect(() => metric.computeFrom(metric.createState())).not.toThrow();
  }
});

test('options of labels are rejected beside counted scores, which have no labels', () => {
  const counts = new classification.Auroc().createState();
  for (const options of [{ positiveLabel: 'a' }, { ignoreLabel: -1 }, { multiclass: 'ovr' }]) {
    expect(() => classification.rocCurve(counts, options as never)).toThrow(MetricInputError);
    expect(() => classification.auroc(counts, options as never)).toThrow(MetricInputError);
  }
  expect(() => classification.auroc([0.1, 0.7], [0, 1], { average: 'weighted' })).toThrow(
    'auroc: option "average": expected only with the option "multiclass", got "weighted"',
  );
});

test("options of classes are rejected beside the counts of McNemar's test", () => {
  const table = [
    [5, 1],
    [2, 4],
  ] as const;
  for (const options of [{ threshold: 0.7 }, { labels: ['a', 'b'] }, { ignoreLabel: 1 }]) {
    expect(() => classification.mcnemarTest(table, options as never)).toThrow(MetricInputError);
  }
});

test('a number of bins must be that of binned probabilities', () => {
  const counts = new classification.CalibrationError({ bins: 4 }).createState();
  expect(() => classification.calibrationError(counts, { bins: 5 })).toThrow(
    'calibrationError: option "bins": expected 4, as in the counts, got 5',
  );
});

test('a distance is rejected in a report without samples', () => {
  expect(() => clusteringReport({ preds: [0, 1], target: [0, 1], metric: 'cosine' })).toThrow(
    'clusteringReport: option "metric": expected only with data or samples, got "cosine"',
  );
});

test('sample weights are rejected beside a table', () => {
  const table = MultiwayTable.of([[0, 1]]);
  expect(() => totalCorrelationScore(table, { sampleWeight: 2 } as never)).toThrow(MetricInputError);
  expect(() => mutualInfoScore(ContingencyTable.of([0], [0]), { sampleWeight: 2 } as never)).toThrow(MetricInputError);
});

test('bootstrapInterval reads samples with such options, and scores tables without them', () => {
  const [preds, target] = [
    [0.2, 0.6, 0.9, 0.65],
    [0, 1, 1, 0],
  ];
  const options = { threshold: 0.7, positiveLabel: 1 };
  const { value } = bootstrapInterval(f1Score, preds, target, { scoreOptions: options, draws: 20 });
  expect(value).toBe(f1Score(preds, target, options));
  const table = ContingencyTable.of([0, 1], [0, 1]);
  expect(() => bootstrapInterval(f1Score, table, { scoreOptions: options, draws: 20 })).toThrow(MetricInputError);
});
