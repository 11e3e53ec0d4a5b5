import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  ContingencyTable,
  cramersV,
  entropyScore,
  independenceTest,
  mutualInfoScore,
  type EntropyEstimator,
} from 'tfjs-metrics';
import { chiSquaredSurvival } from '../../src/numeric/special/chiSquaredSurvival.ts';
import { expectClose } from '../expectClose.ts';

type Estimates = Readonly<Record<EntropyEstimator, number>>;
type StatisticAndP = readonly [statistic: number, pValue: number];

interface Golden {
  readonly tables: readonly {
    readonly name: string;
    readonly table: number[][];
    readonly degreesOfFreedom: number;
    readonly chiSquared: StatisticAndP;
    readonly gTest: StatisticAndP;
    readonly yates?: StatisticAndP;
    readonly exact?: number;
    readonly cramersV: number;
    readonly precise: Readonly<Record<'chiSquared' | 'gTest', StatisticAndP>> & {
      readonly yates?: StatisticAndP;
    };
  }[];
  readonly chiSquaredSurvival: readonly [statistic: number, df: number, p: number][];
  readonly preciseSurvival: readonly [statistic: number, df: number, p: number][];
  readonly entropies: readonly { readonly counts: number[]; readonly estimates: Estimates }[];
  readonly mutualInfo: readonly { readonly table: number[][]; readonly estimates: Estimates }[];
}

const file = new URL('./golden/significance.json', import.meta.url);
const golden = JSON.parse(readFileSync(file, 'utf8')) as Golden;

/** Expects a number, which may be very small, within a relative tolerance. */
function expectRelative(actual: number, expected: number, tolerance: number): void {
  if (Math.abs(actual - expected) <= tolerance * expected) return;
  // Always fails here, with a message that shows both numbers.
  expect(actual).toBe(expected);
}

describe.each(golden.tables)('independence tests agree with scipy: $name', (of) => {
  const table = ContingencyTable.fromMatrix(of.table);

  test.each(['chiSquared', 'gTest'] as const)('%s', (method) => {
    const { statistic, degreesOfFreedom, pValue, effectSize } = independenceTest(table, { method });
    const [expected, expectedP] = of[method];
    expectClose(statistic, expected, 1e-10);
    expect(degreesOfFreedom).toBe(of.degreesOfFreedom);
    expectRelative(pValue, expectedP, 1e-8);
    expectClose(effectSize, of.cramersV, 1e-10);
  });

  test("chiSquared with Yates' correction", () => {
    const options = { method: 'chiSquared', yatesCorrection: true } as const;
    const { statistic, pValue } = independenceTest(table, options);
    const [expected, expectedP] = of.yates ?? of.chiSquared;
    expectClose(statistic, expected, 1e-10);
    expectRelative(pValue, expectedP, 1e-8);
  });
});

describe.each(golden.tables)('independence tests agree with exact arithmetic: $name', ({ table, precise }) => {
  test.each(Object.entries(precise))('%s', (name, [expected, expectedP]) => {
    const yatesCorrection = name === 'yates';
    const method = name === 'gTest' ? 'gTest' : 'chiSquared';
    const options = { method, yatesCorrection } as const;
    const { statistic, pValue } = independenceTest(ContingencyTable.fromMatrix(table), options);
    expectClose(statistic, expected);
    // A relative error of the statistic is about an absolute error of ln p times the statistic.
    expectRelative(pValue, expectedP, 1e-12 * Math.max(1, expected));
  });
});

test.each(golden.tables.filter(({ exact }) => exact !== undefined))(
  'the exact test of $name agrees with the exact p-value',
  ({ table, exact }) => {
    const { pValue } = independenceTest(ContingencyTable.fromMatrix(table), { method: 'exact' });
    expectRelative(pValue, exact!, 1e-10);
  },
);

test.each(golden.chiSquaredSurvival)(
  'the chi-squared survival function at %d with %d degrees of freedom agrees with scipy',
  (statistic, degreesOfFreedom, expected) => {
    expectRelative(chiSquaredSurvival(statistic, degreesOfFreedom), expected, 1e-11);
  },
);

test.each(golden.preciseSurvival)(
  'the chi-squared survival function at %d with %d degrees of freedom is exact to 12 digits',
  (statistic, degreesOfFreedom, expected) => {
    expectRelative(chiSquaredSurvival(statistic, degreesOfFreedom), expected, 1e-12);
  },
);

test('the entropy estimates agree with the six published digits of the R package entropy', () => {
  const published: Partial<Estimates> = {
    plugIn: 1.522955,
    millerMadow: 1.745177,
    chaoShen: 1.876548,
    jamesStein: 1.609438,
  };
  const sampleWeight = [1, 2, 3, 2, 1];
  for (const [name, expected] of Object.entries(published)) {
    const estimator = name as EntropyEstimator;
    const value = entropyScore(['a', 'b', 'c', 'd', 'e'], { estimator, sampleWeight });
    expectClose(value, expected, 5e-7);
  }
});

test.each(golden.entropies)('the entropy estimates of $counts agree with their formulas', ({ counts, estimates }) => {
  const labels = counts.map((_, label) => label);
  for (const [estimator, expected] of Object.entries(estimates)) {
    const options = { estimator: estimator as EntropyEstimator, sampleWeight: counts };
    expectClose(entropyScore(labels, options), expected);
  }
});

test.each(golden.mutualInfo)('the mutual information estimates of $table agree with their formulas', (of) => {
  const table = ContingencyTable.fromMatrix(of.table);
  for (const [estimator, expected] of Object.entries(of.estimates)) {
    const value = mutualInfoScore(table, { estimator: estimator as EntropyEstimator });
    expectClose(value, expected);
  }
});

test("Cramér's V agrees with the chi-squared statistic", () => {
  for (const of of golden.tables) {
    const table = ContingencyTable.fromMatrix(of.table);
    const least = Math.min(of.table.length, of.table[0]!.length) - 1;
    const { statistic } = independenceTest(table, { method: 'chiSquared' });
    const v = cramersV(table, { biasCorrection: false });
    expectClose(table.n * v * v * least, statistic, 1e-10);
  }
});
