import { expect, test } from '@jest/globals';
import {
  conditionalEntropyScore,
  conditionalMutualInfoScore,
  conditionalTotalCorrelationScore,
  entropyScore,
  jointEntropyScore,
  mutualInfoScore,
  totalCorrelationExplainedScore,
  totalCorrelationScore,
} from 'tfjs-metrics';
import { hash32 } from '../../../parity/hashLabels.ts';

const column = (seed: number, kinds: number): number[] =>
  Array.from({ length: 300 }, (_, i) => hash32(i, seed) % kinds);
const z = column(1, 3);
const w = column(5, 2);
const x = column(2, 4).map((label, i) => (label === 0 ? z[i]! : label));
const y = column(3, 3).map((label, i) => (label === 0 ? x[i]! : label));
const u = column(4, 2).map((label, i) => label + z[i]!);
const variables = [x, y, u];

test('conditional total correlation is a sum of conditional entropies', () => {
  const apart = variables.reduce((sum, v) => sum + conditionalEntropyScore(v, z), 0);
  const together = jointEntropyScore([...variables, z]) - entropyScore(z);
  expect(conditionalTotalCorrelationScore(variables, z)).toBeCloseTo(apart - together, 12);
});

test('for two variables it is conditional mutual information, and with an empty condition total correlation', () => {
  const exact = conditionalMutualInfoScore(x, y, [z, w]);
  expect(conditionalTotalCorrelationScore([x, y], [z, w])).toBeCloseTo(exact, 12);
  expect(conditionalTotalCorrelationScore(variables, [])).toBe(totalCorrelationScore(variables));
});

test('the explained total correlation is total minus conditional', () => {
  for (const estimator of ['plugIn', 'millerMadow', 'grassberger'] as const) {
    const options = { estimator, base: 2 };
    const left = conditionalTotalCorrelationScore(variables, [z, w], options);
    const explained = totalCorrelationExplainedScore(variables, [z, w], options);
    expect(left + explained).toBeCloseTo(totalCorrelationScore(variables, options), 12);
  }
});

test('for a repeated variable, the explained total correlation is its mutual information', () => {
  expect(totalCorrelationExplainedScore([x, x], z)).toBeCloseTo(mutualInfoScore(x, z), 12);
});

test('weights and ignored labels are applied, and no samples give NaN', () => {
  const twice = x.map(() => 2);
  const plain = conditionalTotalCorrelationScore(variables, z);
  const weighted = conditionalTotalCorrelationScore(variables, z, { sampleWeight: twice });
  expect(weighted).toBeCloseTo(plain, 12);
  expect(totalCorrelationExplainedScore([[], []], [])).toBeNaN();
  expect(
    conditionalTotalCorrelationScore(
      [
        [1, 2],
        [3, 3],
      ],
      [0, 0],
      { ignoreLabel: 1 },
    ),
  ).toBe(0);
});
