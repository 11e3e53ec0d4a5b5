import { describe, expect, test } from '@jest/globals';
import {
  contingencyMatrix,
  entropyScore,
  expectedMutualInfo,
  homogeneityCompletenessVMeasure,
  pairConfusionMatrix,
  type Label,
} from 'tfjs-metrics';
import { clusteringScores } from '../../parity/tableScores.ts';

type Side = Label[];
const kept: [Side, Side] = [
  [0, 0, 1, 1, 2, 0],
  [0, 0, 1, 2, 2, 2],
];

/** The kept pairs, interleaved with pairs that are ignored. */
const noisy: [string, Label | Label[], Side, Side][] = [
  ['a label of preds', -1, [-1, 0, 0, 1, 1, -1, 2, 0], [0, 0, 0, 1, 2, 2, 2, 2]],
  ['a label of target', -1, [0, 0, 0, 1, 1, 2, 2, 0], [0, 0, -1, 1, 2, -1, 2, 2]],
  ['a label of both', 9, [9, 0, 0, 1, 9, 1, 2, 0], [9, 0, 0, 1, 1, 2, 2, 2]],
  ['several labels', [-1, 9], [-1, 0, 0, 1, 1, 2, 9, 0], [0, 0, 0, 1, 2, 2, 2, 2]],
  ['labels that do not occur', [77, 'x', true], kept[0], kept[1]],
  ['an empty list', [], kept[0], kept[1]],
];

describe.each(noisy)('%s', (_, ignoreLabel, preds, target) => {
  test.each(clusteringScores.map((each) => [each.name, each] as const))('%s', (__, each) => {
    const expected = each.score(kept[0], kept[1], each.options);
    const options = { ...each.options, ignoreLabel };
    const metric = each.make({ ignoreLabel });
    metric.update(preds.slice(0, 4), target.slice(0, 4));
    metric.update(preds.slice(4), target.slice(4));
    expect(each.score(preds, target, options)).toBe(expected);
    expect(metric.compute()).toBe(expected);
  });

  test('functions without a class ignore labels', () => {
    for (const f of [contingencyMatrix, pairConfusionMatrix, expectedMutualInfo]) {
      expect(f(preds, target, { ignoreLabel })).toEqual(f(...kept));
    }
    expect(homogeneityCompletenessVMeasure(preds, target, { ignoreLabel })).toEqual(
      homogeneityCompletenessVMeasure(...kept),
    );
  });
});

test('strings and booleans can be ignored', () => {
  expect(contingencyMatrix(['noise', 'a', 'b'], [true, true, false], { ignoreLabel: 'noise' })).toEqual([
    [0, 1],
    [1, 0],
  ]);
  expect(contingencyMatrix(['a', 'b'], [true, false], { ignoreLabel: false })).toEqual([[1]]);
});

test('a label of one type does not match a label of another type', () => {
  expect(contingencyMatrix(['1', 'a'], [0, 0], { ignoreLabel: 1 })).toEqual([[1, 1]]);
});

test('functions of one labeling ignore labels', () => {
  expect(entropyScore([-1, 0, 0, -1, 1, 1], { ignoreLabel: -1, base: 2 })).toBe(1);
  expect(entropyScore([0, 0, 1, 1], { ignoreLabel: 0 })).toBe(0);
  expect(entropyScore([0, 1, 2, 2, 1], { ignoreLabel: 0, base: 2 })).toBe(1);
});

test('if all labels are ignored, scores are those of no samples', () => {
  for (const { name, score, options } of clusteringScores) {
    const none = score([], [], options);
    expect([name, score([-1, 0], [0, -1], { ...options, ignoreLabel: -1 })]).toEqual([name, none]);
  }
});
