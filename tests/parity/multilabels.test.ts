import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as classification from 'tfjs-metrics/classification';
import { MetricCollection, type AnyMetric } from 'tfjs-metrics';
import { expectClose } from '../expectClose.ts';

type Expected = number | { readonly [name: string]: Expected };

interface MultilabelCase {
  readonly name: string;
  readonly preds: number[][];
  readonly target: number[][];
  readonly sampleWeight: number[] | null;
  readonly expected: Readonly<Record<string, Expected>> & { readonly confusion: number[][][] };
}

// Made by scripts/goldenMultilabels.py.
const { cases } = JSON.parse(readFileSync('tests/parity/golden/multilabels.json', 'utf8')) as {
  cases: MultilabelCase[];
};

interface ScoreCase {
  readonly title: string;
  readonly name: string;
  readonly options: object | undefined;
  readonly expected: Expected;
}

function scoresOf({ expected }: MultilabelCase): ScoreCase[] {
  return Object.entries(expected).flatMap(([name, value]): ScoreCase[] => {
    if (name === 'confusion') return [];
    if (typeof value === 'number') return [{ title: name, name, options: undefined, expected: value }];
    return Object.entries(value).map(([average, one]) => {
      const options = { average, ...(name === 'multilabelFBetaScore' && { beta: 2 }) };
      return { title: `${name}, ${average}`, name, options, expected: one };
    });
  });
}

function expectEqual(actual: unknown, expected: Expected): void {
  if (typeof expected === 'number') return expectClose(actual as number, expected);
  const values = actual as Record<string, unknown>;
  expect(Object.keys(values)).toEqual(Object.keys(expected));
  for (const [name, value] of Object.entries(expected)) expectEqual(values[name], value);
}

const functions = classification as unknown as Record<string, (...args: unknown[]) => unknown>;
const classes = classification as unknown as Record<string, new (options?: object) => AnyMetric>;
const classOf = (name: string): new (options?: object) => AnyMetric => classes[name[0]!.toUpperCase() + name.slice(1)]!;

describe.each(cases)('scores of several labels equal those of scikit-learn: $name', (of) => {
  const { preds, target, sampleWeight } = of;
  const batch = (from: number, to: number): unknown[] => [
    preds.slice(from, to),
    target.slice(from, to),
    sampleWeight === null ? {} : { sampleWeight: sampleWeight.slice(from, to) },
  ];
  const half = Math.floor(preds.length / 2);
  const [first, second] = [batch(0, half), batch(half, preds.length)];

  test.each(scoresOf(of))('$title', ({ name, options, expected }) => {
    const weights = sampleWeight === null ? {} : { sampleWeight };
    expectEqual(functions[name]!(preds, target, { ...options, ...weights }), expected);
    const [left, right] = [new (classOf(name))(options), new (classOf(name))(options)];
    left.update(...first);
    right.update(...second);
    left.merge(JSON.parse(JSON.stringify(right)));
    expectEqual(left.compute(), expected);
  });

  test('the counts of each label', () => {
    const counts = classification.multilabelStatScores(preds, target, { sampleWeight: sampleWeight ?? 1 });
    const matrices = Object.values(counts).map(({ tp, fp, fn, tn }) => [
      [tn, fp],
      [fn, tp],
    ]);
    expect(matrices).toEqual(of.expected.confusion);
  });

  test('all together in a collection', () => {
    const scores = scoresOf(of);
    const metrics = new MetricCollection(
      Object.fromEntries(scores.map(({ title, name, options }) => [title, new (classOf(name))(options)])),
    );
    for (const each of [second, first]) metrics.update(...(each as [never, never]));
    const values = metrics.compute() as Record<string, unknown>;
    for (const { title, expected } of scores) expectEqual(values[title], expected);
  });
});
