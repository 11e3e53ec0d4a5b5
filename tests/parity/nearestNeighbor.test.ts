import { afterAll, describe, expect, test } from '@jest/globals';
import {
  knnConditionalEntropy,
  knnConditionalEntropyGivenLabels,
  conditionalEntropyScore,
  knnConditionalMutualInfo,
  conditionalMutualInfoScore,
  knnConditionalTotalCorrelation,
  knnEntropy,
  entropyScore,
  knnKlDivergence,
  ksgMutualInfo,
  mixedMutualInfo,
  mutualInfoClassif,
  mutualInfoRegression,
  mutualInfoScore,
  rossMutualInfo,
  knnTotalCorrelation,
  knnTotalCorrelationExplained,
  totalCorrelationScore,
  type Label,
} from 'tfjs-metrics';
import {
  continuousCases,
  discreteCases,
  tiedValues,
  type ContinuousCase,
  type Stored,
} from './nearestNeighborCases.ts';

let comparisons = 0;

/** Expects the exact value to ten digits. */
function expectGolden(actual: () => number, expected: Stored | undefined): void {
  if (expected === undefined) return;
  comparisons++;
  const value = Number(expected);
  if (typeof expected === 'number') expect(Math.abs(actual() - value)).toBeLessThan(1e-10);
  else expect(actual()).toBe(value);
}

/** NPEET subtracts 1e-15 from radii to count strictly nearer samples: too little at some scales, too much at others. */
const hasOtherCounts = ({ expected: { npeet, bruteForce } }: ContinuousCase): boolean =>
  !(Math.abs(Number(npeet.baseE.mi) - Number(bruteForce.ksg1ZeroAware)) < 1e-10);

test('cases with ties at the distance of a neighbor have separate golden values', () => {
  expect(Object.keys(tiedValues)).toEqual([
    'integerTies_1x1',
    'duplicatedPairs',
    'roundedToEighths',
    'mixedContinuousXdiscreteY',
    'mixedZeroInflated',
  ]);
});

test('NPEET differs from the formula only for tied values, and at scales that its tolerance does not fit', () => {
  expect(continuousCases.filter(hasOtherCounts).map(({ name }) => name)).toEqual([
    'scaleTimes4096',
    'scaleTimesTiny',
    'integerTies_1x1',
    'mixedZeroInflated',
  ]);
});

describe.each(continuousCases.map((of) => [of.name, of] as const))('%s', (name, of) => {
  const { x, y, z, xPrime, k, labels, alphas } = of.input;
  const { bruteForce, npeet } = of.expected;
  const joint = x.map((row, i) => [...row, ...y[i]!]);

  test('mutual information', () => {
    const tied = tiedValues[name];
    expectGolden(() => ksgMutualInfo(x, y, { k }), tied?.ksg1 ?? bruteForce.ksg1ZeroAware);
    expectGolden(() => ksgMutualInfo(x, y, { k, variant: 2 }), tied?.ksg2 ?? bruteForce.ksg2);
    expectGolden(() => mixedMutualInfo(x, y, { k }), tied?.mixed ?? bruteForce.gaoMixedCode);
    expectGolden(() => mixedMutualInfo(x, y, { k, variant: 'paper' }), bruteForce.gaoMixedPaper);
  });

  test('entropies', () => {
    for (const [name, samples] of Object.entries({ x, y, xy: joint })) {
      for (const metric of ['chebyshev', 'euclidean'] as const) {
        const key = `${name}${metric === 'chebyshev' ? 'Max' : 'Euclidean'}` as const;
        const value = bruteForce.kozachenkoLeonenko[key as 'xMax'];
        expectGolden(() => knnEntropy(samples, { k, metric }), value);
      }
    }
  });

  test('conditional mutual information, KL divergence, and mutual information with labels', () => {
    expectGolden(() => knnConditionalMutualInfo(x, y, z!, { k }), bruteForce.frenzelPompeCmi);
    expectGolden(() => knnKlDivergence(x, xPrime!, { k }), bruteForce.klDivergence);
    expectGolden(() => rossMutualInfo(x, labels!, { k }), bruteForce.ross);
  });

  test.each([
    ['bits', npeet.base2, { k, base: 2 }],
    ['nats', npeet.baseE, { k }],
  ] as const)('NPEET in %s', (_unit, values, options) => {
    const { ksg1 = bruteForce.ksg1ZeroAware } = tiedValues[name] ?? {};
    const isAsFormula = Math.abs(Number(ksg1) - Number(bruteForce.ksg1ZeroAware)) < 1e-10;
    if (!hasOtherCounts(of) && isAsFormula) expectGolden(() => ksgMutualInfo(x, y, options), values.mi);
    expectGolden(() => knnEntropy(x, options), values.entropyX);
    expectGolden(() => knnEntropy(y, options), values.entropyY);
    expectGolden(() => knnConditionalEntropy(x, y, options), values.centropyXgivenY);
    expectGolden(() => knnTotalCorrelation(x, options), values.tcX);
    expectGolden(() => knnConditionalTotalCorrelation(x, y, options), values.ctcXgivenY);
    expectGolden(() => knnTotalCorrelationExplained(x, y, options), values.corexXY);
    expectGolden(() => knnConditionalMutualInfo(x, y, z!, options), values.cmi);
    expectGolden(() => knnKlDivergence(x, xPrime!, options), values.kldiv);
    for (const alpha of alphas ?? []) {
      const corrected = { ...options, variant: 1, lncAlpha: alpha } as const;
      expectGolden(() => ksgMutualInfo(x, y, corrected), values.miLnc?.[String(alpha)]);
    }
    const fromEntropies = (): number => knnEntropy(x, options) - knnConditionalEntropyGivenLabels(x, labels!, options);
    expectGolden(() => Math.abs(fromEntropies()), values.micd);
  });
});

/** Returns true if the values of a column are distinct: then neither scikit-learn nor this package adds noise. */
const isUntied = (rows: readonly (readonly number[])[], j: number): boolean =>
  new Set(rows.map((row) => row[j])).size === rows.length;

describe.each(continuousCases.map((of) => [of.name, of] as const))('scikit-learn: %s', (_, of) => {
  const { x, y, k, labels } = of.input;
  const { mutualInfoRegression: ofValues } = of.expected.sklearn ?? {};
  // Without its scaling, which changes only which distances are equal after rounding.
  const { computeMiCdUnscaled: ofLabels } = of.expected.sklearn ?? {};

  test.each(x[0]!.map((__, j) => j))('column %i', (j) => {
    if (!isUntied(x, j)) return;
    const options = { nNeighbors: k };
    if (isUntied(y, 0)) {
      expectGolden(() => mutualInfoRegression(x, y, options)[j]!, ofValues?.[j]);
    }
    expectGolden(() => mutualInfoClassif(x, labels!, options)[j]!, ofLabels?.[j]);
  });
});

describe.each(discreteCases.map((of) => [of.name, of] as const))('%s', (_, of) => {
  const asLabels = (rows: (Label | Label[])[]): Label[] => rows.map((row) => String(row));
  const x = asLabels(of.input.x);
  const y = asLabels(of.input.y);
  const z = of.input.z && asLabels(of.input.z);

  test.each([
    ['bits', of.expected.npeet.base2, { base: 2 }],
    ['nats', of.expected.npeet.baseE, {}],
  ] as const)('NPEET in %s', (_unit, values, options) => {
    expectGolden(() => entropyScore(x, options), values.entropydX);
    expectGolden(() => entropyScore(y, options), values.entropydY);
    expectGolden(() => mutualInfoScore(x, y, options), values.midd);
    expectGolden(() => conditionalEntropyScore(x, y, options), values.centropydXgivenY);
    expectGolden(() => conditionalMutualInfoScore(x, y, z!, options), values.cmidd);
    const columns = [0, 1].map((j) => of.input.x.map((row) => (row as Label[])[j]!));
    expectGolden(() => totalCorrelationScore(columns, options), values.tcdX);
  });
});

afterAll(() => {
  process.stdout.write(`golden comparisons: ${comparisons}\n`);
  expect(comparisons).toBeGreaterThan(700);
});
