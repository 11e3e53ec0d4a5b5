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

/** The labels in batches of random sizes, some of them empty. */
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

function inOneUpdate({ make }: TableScore, { labels, table }: DiscreteCase): number {
  const metric = make();
  if (labels) metric.update(labels.preds as Labels, labels.target as Labels);
  else metric.update(table);
  return metric.compute();
}

function inBatches({ make }: TableScore, of: DiscreteCase): number {
  const metric = make();
  for (const [preds, target] of batches(of)) metric.update(preds, target);
  return metric.compute();
}

function inMergedHalves({ make }: TableScore, of: DiscreteCase): number {
  const [left, right] = [make(), make()];
  batches(of).forEach(([preds, target], i) => {
    (i % 2 === 0 ? left : right).update(preds, target);
  });
  left.merge(right);
  return left.compute();
}

describe.each(discreteCases.map((of) => [of.name, of] as const))('%s', (_, of) => {
  const { expected, labels, table } = of;

  test.each(tableScores.map((score) => [score.name, score] as const))('%s', (__, score) => {
    const exact = score.expected(expected);
    expectGolden(score.score(table, score.options), exact);
    if (labels) {
      const { preds, target } = labels;
      expectGolden(score.score(preds as Labels, target as Labels, score.options), exact);
    }
    if (expected.n === 0) return;
    expectGolden(inOneUpdate(score, of), exact);
    if (!labels) return;
    expectGolden(inBatches(score, of), exact);
    expectGolden(inMergedHalves(score, of), exact);
  });

  test('all scores in one collection', () => {
    const members = Object.fromEntries(tableScores.map((score) => [score.name, score.make()]));
    const collection = new MetricCollection(members);
    for (const [preds, target] of batches(of)) collection.update(preds, target);
    if (!labels) collection.update(table);
    if (expected.n === 0) return;
    const values = collection.compute() as Record<string, number>;
    for (const score of tableScores) expectGolden(values[score.name]!, score.expected(expected));
  });

  test('functions that have no class', () => {
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

  test('a score is 0/0 exactly where the golden value is missing', () => {
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
