import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as classification from 'tfjs-metrics/classification';
import { ClassificationMetric, MetricCollection, type Label } from 'tfjs-metrics';
import { expectClose } from '../expectClose.ts';

/** Value of scikit-learn: a number (null for NaN), a matrix, or values by class or by the option that was set. */
type Expected = number | null | readonly Expected[] | { readonly [name: string]: Expected };

interface ClassCase {
  readonly name: string;
  readonly preds: Label[];
  readonly target: Label[];
  readonly sampleWeight: number[] | null;
  readonly labels: Label[];
  readonly expected: Readonly<Record<string, Expected>>;
}

const { cases } = JSON.parse(readFileSync('tests/parity/golden/classes.json', 'utf8')) as { cases: ClassCase[] };

/** Option that the keys of the expected values stand for. */
const VARIED: Readonly<Record<string, string>> = {
  accuracy: 'average',
  cohenKappa: 'weights',
  confusionMatrix: 'normalize',
  f1Score: 'average',
  fBetaScore: 'average',
  jaccardIndex: 'average',
  precision: 'average',
  recall: 'average',
};

interface ClassScoreCase {
  readonly title: string;
  readonly className: string;
  readonly functionName: string;
  readonly options: Record<string, unknown>;
  readonly expected: Expected;
}

function scoresOf({ labels, expected }: ClassCase): ClassScoreCase[] {
  return Object.entries(expected).flatMap(([functionName, values]) => {
    const className = functionName[0]!.toUpperCase() + functionName.slice(1);
    const fixed = { labels, ...(functionName === 'fBetaScore' && { beta: 2 }) };
    const option = VARIED[functionName];
    if (option === undefined) {
      return [{ title: functionName, className, functionName, options: fixed, expected: values }];
    }
    return Object.entries(values as Record<string, Expected>).map(([value, one]) => {
      const positiveLabel = value === 'binary' ? { positiveLabel: labels[1] } : {};
      const varied = value === 'None' ? {} : { [option]: value };
      const title = `${functionName} with ${option} ${value}`;
      return { title, className, functionName, options: { ...fixed, ...varied, ...positiveLabel }, expected: one };
    });
  });
}

function expectEqual(actual: unknown, expected: Expected): void {
  if (expected === null) expect(actual).toBeNaN();
  else if (typeof expected === 'number') expectClose(actual as number, expected);
  else {
    const values = actual as Record<string, unknown>;
    expect(Object.keys(values)).toEqual(Object.keys(expected));
    for (const [name, value] of Object.entries(expected)) expectEqual(values[name], value as Expected);
  }
}

const functions = classification as unknown as Record<string, (...args: unknown[]) => unknown>;
const classes = classification as unknown as Record<string, new (options: object) => ClassificationMetric>;

describe.each(cases)('scores of classifiers equal those of scikit-learn: $name', (of) => {
  const { preds, target, sampleWeight } = of;
  const weightOf = (from: number, to: number): object =>
    sampleWeight === null ? {} : { sampleWeight: sampleWeight.slice(from, to) };
  const half = Math.floor(preds.length / 2);
  const first = [preds.slice(0, half), target.slice(0, half), weightOf(0, half)];
  const second = [preds.slice(half), target.slice(half), weightOf(half, preds.length)];

  test.each(scoresOf(of))('$title', ({ className, functionName, options, expected }) => {
    expectEqual(functions[functionName]!(preds, target, { ...options, ...weightOf(0, preds.length) }), expected);
    const [left, right] = [new classes[className]!(options), new classes[className]!(options)];
    left.update(...(first as [Label[], Label[]]));
    right.update(...(second as [Label[], Label[]]));
    left.merge(right);
    expectEqual(left.compute(), expected);
  });

  test('all together in a collection', () => {
    const scores = scoresOf(of);
    const members = scores.map(({ title, className, options }) => [title, new classes[className]!(options)] as const);
    const metrics = new MetricCollection(Object.fromEntries(members));
    for (const batch of [second, first]) metrics.update(...(batch as [Label[], Label[]]));
    const values = metrics.compute() as Record<string, unknown>;
    for (const { title, expected } of scores) expectEqual(values[title], expected);
  });
});
