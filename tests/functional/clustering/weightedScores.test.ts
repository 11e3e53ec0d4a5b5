import { describe, expect, test } from '@jest/globals';
import { AdjustedRandScore, entropyScore, MetricInputError } from 'tfjs-metrics';
import { expectClose } from '../../expectClose.ts';
import { hash32 } from '../../parity/hashLabels.ts';
import { clusteringScores, type TableScore } from '../../parity/tableScores.ts';

const SAMPLES = 60;
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const preds = range(SAMPLES).map((i) => hash32(i, 1) % 4);
const target = range(SAMPLES).map((i) => (hash32(i, 2) % 3 === 0 ? preds[i]! : hash32(i, 3) % 5));
const times = range(SAMPLES).map((i) => hash32(i, 4) % 4);
const repeated = (labels: number[]): number[] => labels.flatMap((l, i) => range(times[i]!).map(() => l));

const needsWholeWeights = ({ make }: TableScore): boolean => make().wholeWeightsReason !== undefined;
const withFractions = clusteringScores.filter((of) => !needsWholeWeights(of));
const withoutFractions = clusteringScores.filter(needsWholeWeights);

describe('a sample of weight 3 counts as three samples', () => {
  test.each(clusteringScores.map((each) => [each.name, each] as const))('%s', (_, each) => {
    const expected = each.score(repeated(preds), repeated(target), each.options);
    const metric = each.make();
    metric.update(preds.slice(0, 20), target.slice(0, 20), { sampleWeight: times.slice(0, 20) });
    metric.update(preds.slice(20), target.slice(20), { sampleWeight: times.slice(20) });
    expect(each.score(preds, target, { ...each.options, sampleWeight: times })).toBe(expected);
    expect(metric.compute()).toBe(expected);
  });

  test('entropy', () => {
    const expected = entropyScore(repeated(preds));
    expect(entropyScore(preds, { sampleWeight: times })).toBe(expected);
  });
});

describe('scores do not depend on a common factor of all weights', () => {
  // Weights with a sum above 1e60 are invalid.
  const factors = [0.1, 1e-6, 1e6, 1e-200, 1e58];

  test.each(withFractions.map((each) => [each.name, each] as const))('%s', (_, each) => {
    const expected = each.score(preds, target, { ...each.options, sampleWeight: times });
    for (const factor of factors) {
      const sampleWeight = times.map((weight) => weight * factor);
      expectClose(each.score(preds, target, { ...each.options, sampleWeight }), expected);
    }
  });
});

describe('scores that count pairs or permute samples reject fractional weights with the reason', () => {
  const reason = /expected whole numbers as weights, because it (counts pairs of|permutes) samples, got/;
  const sampleWeight = times.map((weight) => weight + 0.5);

  test.each(withoutFractions.map((each) => [each.name, each] as const))('%s', (_, each) => {
    const metric = each.make();
    const calls = [
      () => each.score(preds, target, { ...each.options, sampleWeight }),
      () => metric.update(preds, target, { sampleWeight }),
      () => metric.forward(preds, target, { sampleWeight }),
    ];
    for (const call of calls) {
      expect(call).toThrow(MetricInputError);
      expect(call).toThrow(reason);
    }
    expect([metric.updateCount, metric.toJSON()]).toEqual([0, each.make().toJSON()]);
  });

  test('function and class reject halves, even if they add up to whole counts', () => {
    const halves = { sampleWeight: [0.5, 0.5, 1] };
    const { score } = withoutFractions.find(({ name }) => name === 'AdjustedRandScore')!;
    expect(() => {
      new AdjustedRandScore().update([0, 0, 1], [0, 0, 1], halves);
    }).toThrow(reason);
    expect(() => score([0, 0, 1], [0, 0, 1], halves)).toThrow(reason);
  });
});
