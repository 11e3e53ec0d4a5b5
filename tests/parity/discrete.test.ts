import { afterAll, describe, expect, test } from '@jest/globals';
import {
  contingencyMatrix,
  ContingencyTable,
  entropyScore,
  expectedMutualInfo,
  homogeneityCompletenessVMeasure,
  MetricCollection,
  pairConfusionMatrix,
  purityScore,
  type ContingencyMetric,
  type Labels,
} from 'tfjs-metrics';
import { expectClose } from '../expectClose.ts';
import { discreteCases, type DiscreteCase } from './discreteCases.ts';
import { hash32 } from './hashLabels.ts';
import { tableScores, type TableScore } from './tableScores.ts';

let comparisons = 0;

function expectGolden(actual: number, expected: number | null | undefined): void {
  if (expected === null || expected === undefined) return;
  comparisons++;
  expectClose(actual, expected);
}

/** Splits the labels into batches of random sizes, some of which are empty. */
function batches({ labels }: DiscreteCase): [Labels, Labels][] {
  if (labels === undefined) return [];
  const preds = labels.preds as Int32Array;
  const target = labels.target as Int32Array;
  const most = 1 + Math.ceil(preds.length / 3);
  const parts: [Labels, Labels][] = [[preds.slice(0, 0), target.slice(0, 0)]];
  for (let start = 0, i = 0; start < preds.length; i++) {
    const end = start + (hash32(i, 5) % most);
    parts.push([preds.slice(start, end), target.slice(start, end)]);
    start = end;
  }
  return parts;
}

type Made = Pick<ContingencyMetric, 'update' | 'merge' | 'compute'>;

function inOneUpdate<M extends Made>(make: () => M, { labels, table }: DiscreteCase): M {
  const metric = make();
  if (labels) metric.update(labels.preds as Labels, labels.target as Labels);
  else metric.update(table);
  return metric;
}

function inBatches<M extends Made>(make: () => M, of: DiscreteCase): M {
  const metric = make();
  for (const [preds, target] of batches(of)) metric.update(preds, target);
  return metric;
}

function inMergedHalves<M extends Made>(make: () => M, of: DiscreteCase): M {
  const [left, right] = [make(), make()];
  batches(of).forEach(([preds, target], i) => {
    (i % 2 === 0 ? left : right).update(preds, target);
  });
  left.merge(right as never);
  return left;
}

const allScores = () => new MetricCollection(Object.fromEntries(tableScores.map(({ name, make }) => [name, make()])));

/**
 * For more samples than this, all scores of a case share one table, so that the labels are counted once. Of the
 * functions, which count labels alike, only the first is then given the labels.
 */
const MAX_COUNTED_SINGLY = 10_000;

/** Returns the values of all scores of a case, with one way of updating metrics. */
function valuesOf(way: typeof inBatches, of: DiscreteCase): (score: TableScore) => number {
  if (of.expected.n <= MAX_COUNTED_SINGLY) return ({ make }) => way(make, of).compute();
  let values: Record<string, number> | undefined;
  return ({ name }) => (values ??= way(allScores as never, of).compute() as never)[name]!;
}

describe.each(discreteCases.map((of) => [of.name, of] as const))('%s', (_, of) => {
  const { expected, labels, table } = of;
  const ways = labels ? [inOneUpdate, inBatches, inMergedHalves] : [inOneUpdate];
  const byWay = ways.map((way) => valuesOf(way, of));

  test.each(tableScores.map((score) => [score.name, score] as const))('%s', (__, score) => {
    const exact = score.expected(expected);
    expectGolden(score.score(table, score.options), exact);
    if (labels && (expected.n <= MAX_COUNTED_SINGLY || score === tableScores[0])) {
      const { preds, target } = labels;
      expectGolden(score.score(preds as Labels, target as Labels, score.options), exact);
    }
    if (expected.n === 0) return;
    for (const value of byWay) expectGolden(value(score), exact);
  });

  test('all scores in one collection', () => {
    const collection = allScores();
    for (const [preds, target] of batches(of)) collection.update(preds, target);
    if (!labels) collection.update(table);
    if (expected.n === 0) return;
    const values = collection.compute() as Record<string, number>;
    for (const score of tableScores) expectGolden(values[score.name]!, score.expected(expected));
  });

  test('functions without a class', () => {
    expectGolden(expectedMutualInfo(table), expected.expectedMutualInfo);
    const three = homogeneityCompletenessVMeasure(table, { beta: 2 });
    expectGolden(three.homogeneity, expected.homogeneity);
    expectGolden(three.completeness, expected.completeness);
    expectGolden(three.vMeasure, expected.vMeasure?.['2']);
    const pairs = pairConfusionMatrix(table).flat();
    (expected.pairConfusionMatrix ?? []).flat().forEach((exact, i) => {
      expectGolden(pairs[i]!, exact);
    });
    const swapped = ContingencyTable.fromCounts(
      Array.from(table.entries(), ({ pred, target, count }) => ({
        pred: target,
        target: pred,
        count,
      })),
    );
    expectGolden(purityScore(swapped), expected.inversePurity);
    if (labels) {
      expectGolden(entropyScore(labels.preds as Labels), expected.entropyPreds);
      expectGolden(entropyScore(labels.target as Labels), expected.entropyTarget);
    }
    const exactMatrix = expected.contingency;
    if (exactMatrix === undefined || !labels) return;
    const matrix = contingencyMatrix(labels.preds as Labels, labels.target as Labels);
    expect(matrix).toEqual(exactMatrix);
    comparisons++;
  });

  test('a score is undefined exactly where the golden value is null', () => {
    for (const score of tableScores) {
      const exact = score.expected(expected);
      if (exact === undefined) continue;
      const value = score.score(table, { ...score.options, onUndefined: 'nan' });
      expect([score.name, Number.isNaN(value)]).toEqual([score.name, exact === null]);
      comparisons++;
    }
  });
});

afterAll(() => {
  process.stdout.write(`golden comparisons: ${comparisons}\n`);
  expect(comparisons).toBeGreaterThan(7000);
});
