import type { PairOptions } from '../../inputs/labelPairs.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import type { NominalLabels } from '../../inputs/presentPairs.ts';
import { nominalOptions, type NominalOptions } from '../../inputs/nominalOptions.ts';
import { RandomSource } from '../../numeric/random/randomSource.ts';
import { defineOptions } from '../../inputs/defineOptions.ts';
import { countCheck, seedCheck, oneOfCheck, booleanCheck } from '../../inputs/optionCheck.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import type { TableCells } from '../../state/tables/tableCells.ts';
import { mutualInfoScore } from '../information/discrete/mutualInfoScore.ts';
import { association } from './association.ts';
import { chiSquaredSurvival } from '../../numeric/special/chiSquaredSurvival.ts';
import { cramersV } from './cramersV.ts';
import { fisherExact } from './fisherExact.ts';
import { readNominalTable, type NominalArguments } from './nominalArguments.ts';
import { randomTableSums, tableSum } from './randomTableSums.ts';

/** How {@link independenceTest} compares a table with what chance gives. */
export type IndependenceMethod = 'gTest' | 'chiSquared' | 'permutation' | 'exact';

/** Options of {@link independenceTest}. */
export interface IndependenceTestOptions extends NominalOptions {
  /**
   * - `'gTest'` (when left out): G = 2 n I against the chi-squared distribution.
   * - `'chiSquared'`: Pearson's χ² against the same distribution.
   * - `'permutation'`: G against that of shuffled labels; for small samples and sparse tables.
   * - `'exact'`: the probability of the table against those of all tables with the same margins (R. A.
   *   Fisher; G. H. Freeman and J. H. Halton, 1951); for small samples.
   */
  readonly method?: IndependenceMethod | undefined;
  /** How often `'permutation'` shuffles; 999 when left out. */
  readonly permutations?: number | undefined;
  /** The seed of `'permutation'`, a whole number; 0 when left out. */
  readonly seed?: number | undefined;
  /** Whether `'chiSquared'` takes Yates's correction for a 2 × 2 table; false when left out. */
  readonly yatesCorrection?: boolean | undefined;
}

/** What {@link independenceTest} returns. */
export interface IndependenceTest {
  /** The method that was used. */
  readonly method: IndependenceMethod;
  /** G, or χ², or with `'exact'` the probability of the table for independent labels. */
  readonly statistic: number;
  /** (rows − 1)(columns − 1). */
  readonly degreesOfFreedom: number;
  /** How probable a table at least as far from independence is, for independent labels. */
  readonly pValue: number;
  /** Cramér's V without corrections, from 0 to 1. */
  readonly effectSize: number;
}

const METHODS = ['gTest', 'chiSquared', 'permutation', 'exact'] as const;

const independenceTestOptions = /* @__PURE__ */ defineOptions<IndependenceTestOptions>(
  'independenceTest',
  () => ({
    ...nominalOptions.checks(),
    method: oneOfCheck(METHODS),
    permutations: countCheck(),
    seed: seedCheck(),
    yatesCorrection: booleanCheck(),
  }),
  () => 'it counts samples',
);

/**
 * Tests whether two labelings are independent: how probable their association would be by chance.
 *
 * G = 2 n I(P; T) or χ² = Σ (nᵢⱼ − eᵢⱼ)²/eᵢⱼ, with p-values from the chi-squared distribution, from
 * permutations, (1 + #{Gₛ ≥ G})/(1 + S), or from all tables with the same margins.
 *
 * @param preds - labels of one variable, `[N]`.
 * @param target - labels of the other, `[N]`.
 * @returns statistic, degrees of freedom, p-value from 0 to 1 and effect size; a p-value of 1 where a
 * labeling has one label only. NaN without samples.
 * @throws {@link MetricInputError} when an input or option is not as described, a weight is no whole
 * number, or there are too many tables (`'exact'`, 10^7) or samples (`'permutation'`, 2^31) to visit.
 * @see A. Agresti, Categorical Data Analysis, 2nd ed., chapter 3.
 *
 * @example
 * ```ts
 * import { ContingencyTable, independenceTest } from 'tfjs-metrics';
 *
 * const table = ContingencyTable.fromMatrix([[3, 1], [1, 3]]);
 * const { statistic, degreesOfFreedom, pValue, effectSize } = independenceTest(table);
 * [statistic, degreesOfFreedom, pValue, effectSize]; // [2.0930, 1, 0.1480, 0.5]
 * independenceTest(table, { method: 'exact' }).pValue; // 0.485714
 * independenceTest(table, { method: 'permutation', seed: 1 }).pValue; // 0.5
 * ```
 */
export function independenceTest(
  preds: NominalLabels,
  target: NominalLabels,
  options?: IndependenceTestOptions & PairOptions,
): IndependenceTest;
/** The same of labels that are counted in a table already. */
export function independenceTest(table: ContingencyTable, options?: IndependenceTestOptions): IndependenceTest;
export function independenceTest(...args: NominalArguments<IndependenceTestOptions>): IndependenceTest {
  const { table, options } = readNominalTable('independenceTest', independenceTestOptions, args);
  const { method = 'gTest', onUndefined } = options;
  const { cells } = table;
  const rows = Math.max(0, cells.targetSizes.length - 1);
  const degreesOfFreedom = rows * Math.max(0, cells.predSizes.length - 1);
  const effectSize = cramersV(table, { biasCorrection: false, onUndefined });
  const test = { method, degreesOfFreedom, effectSize };
  if (cells.n === 0) return { ...test, statistic: NaN, pValue: NaN };
  if (method === 'exact') {
    const { probability, pValue } = fisherExact(cells);
    return { ...test, statistic: probability, pValue };
  }
  const statistic = method === 'chiSquared' ? chiSquared(cells, options) : 2 * cells.n * mutualInfoScore(table);
  const pValue =
    method === 'permutation' ? permutationPValue(cells, options) : chiSquaredSurvival(statistic, degreesOfFreedom);
  return { ...test, statistic, pValue };
}

function chiSquared(cells: TableCells, { yatesCorrection }: IndependenceTestOptions): number {
  const options = { biasCorrection: false, yatesCorrection };
  return cells.n * association('independenceTest', cells, options).phiSquared;
}

function permutationPValue(cells: TableCells, options: IndependenceTestOptions): number {
  const { permutations = 999, seed = 0 } = options;
  if (cells.n >= 2 ** 31) {
    throw new MetricInputError(
      `independenceTest: method "permutation" takes fewer than 2^31 samples, got ${cells.n}: use "gTest"`,
    );
  }
  const nextSum = randomTableSums(cells, RandomSource.of(seed));
  // Sums of equally unlikely tables differ by what rounding so many terms leaves, and not by more: of
  // 10^9 samples, 1e-11 of the sum is as much as the statistic itself.
  const tie = 8 * Number.EPSILON * Math.sqrt(cells.count.length);
  const threshold = tableSum(cells) * (1 - tie);
  let atLeastAsFar = 0;
  for (let s = 0; s < permutations; s++) if (nextSum() >= threshold) atLeastAsFar++;
  return (1 + atLeastAsFar) / (1 + permutations);
}
