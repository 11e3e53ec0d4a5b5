import { describe, expect, test } from '@jest/globals';
import {
  DemographicParity,
  demographicParity,
  EqualOpportunity,
  equalOpportunity,
  MetricCollection,
  MetricInputError,
  MultiwayTable,
} from 'tfjs-metrics';

const preds = [1, 0, 1, 1, 0, 0, 1, 1, 0, 1];
const target = [1, 0, 0, 1, 1, 0, 1, 0, 1, 1];
const groups = ['a', 'a', 'a', 'b', 'b', 'b', 'c', 'c', 'c', 'c'];

/** Share of positive predictions of each group, by a loop over samples. */
function ratesBy(counts: (i: number) => boolean): Record<string, number> {
  return Object.fromEntries(
    ['a', 'b', 'c'].map((group) => {
      const rows = [...preds.keys()].filter((i) => groups[i] === group && counts(i));
      return [group, rows.filter((i) => preds[i] === 1).length / rows.length];
    }),
  );
}

describe.each([
  ['demographicParity', demographicParity, DemographicParity, () => true],
  ['equalOpportunity', equalOpportunity, EqualOpportunity, (i: number) => target[i] === 1],
] as const)('%s', (_, score, Fairness, counts) => {
  const rates = ratesBy(counts);
  const [least, greatest] = [Math.min(...Object.values(rates)), Math.max(...Object.values(rates))];
  const expected = { ratio: least / greatest, difference: greatest - least, rates };

  test('compares the rates of groups, from samples, batches and tables', () => {
    expect(score(preds, target, groups)).toEqual(expected);
    expect(score(MultiwayTable.of([preds, target, groups]))).toEqual(expected);
    const [left, right] = [new Fairness(), new Fairness()];
    left.update(preds.slice(0, 4), target.slice(0, 4), groups.slice(0, 4));
    right.update(preds.slice(4), target.slice(4), groups.slice(4));
    left.merge(JSON.parse(JSON.stringify(right)));
    expect(left.compute()).toEqual(expected);
  });

  test('reads booleans, probabilities, logits and named classes', () => {
    const name = (bit: number): string => (bit === 1 ? 'yes' : 'no');
    const options = { positiveLabel: 'yes', labels: ['no', 'yes'] };
    const probabilities = preds.map((bit) => 0.3 + 0.4 * bit);
    expect(score(preds.map(Boolean), target.map(Boolean), groups)).toEqual(expected);
    expect(score(probabilities, target, groups)).toEqual(expected);
    expect(
      score(
        probabilities.map((p) => p - 0.5),
        target,
        groups,
        { fromLogits: true },
      ),
    ).toEqual(expected);
    expect(score(preds.map(name), target.map(name), groups, options)).toEqual(expected);
    expect(score(probabilities, target.map(name), groups, options)).toEqual(expected);
  });

  test('weighs samples, and leaves out ignored ones', () => {
    const sampleWeight = preds.map((_bit, i) => (groups[i] === 'c' ? 0 : 2));
    const { c, ...others } = rates;
    expect(c).toBeDefined();
    expect(score([...preds, 1], [...target, -1], [...groups, 'z'], { ignoreLabel: -1 })).toEqual(expected);
    expect(score(preds, target, groups, { sampleWeight }).rates).toMatchObject(others);
  });

  test('rejects wrong inputs, and is not changed', () => {
    const metric = new Fairness();
    metric.update(preds, target, groups);
    const before = JSON.stringify(metric);
    for (const [call, message] of [
      [() => metric.update([1, 0], [1, 0], ['a']), 'groups: expected the group of each of 2 samples, got 1'],
      [
        () => metric.update([1, 2], [1, 0], ['a', 'b']),
        'preds[1]: expected 0 or 1, got 2; set the option "positiveLabel"',
      ],
      [() => metric.update([1, 0], [1, 0], [1, 2]), 'expected'],
      [() => metric.update([1, 0], [1, 0], [0.5, 1]), 'groups[0]: expected an integer label, got 0.5'],
      [() => metric.update(MultiwayTable.of([[1], [0]])), 'and groups, got 2 variables'],
      [() => metric.update(MultiwayTable.of([[2], [0], ['a']])), 'got 3 variables with other labels'],
    ] as const) {
      expect(call).toThrow(MetricInputError);
      expect(call).toThrow(message);
    }
    expect(JSON.stringify(metric)).toBe(before);
  });
});

test('groups without positive samples have no true positive rate', () => {
  const value = equalOpportunity([1, 0, 1], [1, 1, 0], ['a', 'a', 'b']);
  expect(value).toEqual({ ratio: 1, difference: 0, rates: { a: 0.5, b: NaN } });
  expect(demographicParity([0, 0], [1, 0], [1, 2])).toEqual({ ratio: NaN, difference: 0, rates: { 1: 0, 2: 0 } });
  expect(demographicParity([0, 0], [1, 0], [1, 2], { onUndefined: 1 }).ratio).toBe(1);
  expect(demographicParity([], [], [])).toEqual({ ratio: NaN, difference: NaN, rates: {} });
});

test('measures of fairness share their table in a collection', () => {
  const metrics = new MetricCollection({ parity: new DemographicParity(), opportunity: new EqualOpportunity() });
  metrics.update(preds, target, groups);
  expect(Object.keys(metrics.toJSON().state as object)).toHaveLength(1);
  expect(metrics.compute().parity).toEqual(demographicParity(preds, target, groups));
});
