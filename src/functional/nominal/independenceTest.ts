import type { PairOptions } from '../../inputs/labelPairs.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import type { NominalLabels } from '../../inputs/presentPairs.ts';
import { nominalOptions, type NominalOptions, type NominalTableOptions } from '../../inputs/options/nominalOptions.ts';
import { RandomSource } from '../../numeric/random/randomSource.ts';
import { defineOptions } from '../../inputs/options/defineOptions.ts';
import { countCheck, seedCheck, oneOfCheck, booleanCheck } from '../../inputs/options/optionCheck.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import type { TableCells } from '../../state/tables/tableCells.ts';
import { mutualInfoOfCells } from '../information/discrete/mutualInfoOfCells.ts';
import { association } from './association.ts';
import { chiSquaredSurvival } from '../../numeric/special/chiSquaredSurvival.ts';
import { cramersVOfCells } from './cramersV.ts';
import { fisherExact } from './fisherExact.ts';
import { readNominalTable, type NominalArguments } from './nominalArguments.ts';
import { scoreOfTable } from '../readTable.ts';
import { randomTableSums, tableSum } from './randomTableSums.ts';

/** Method of {@link independenceTest}. */
export type IndependenceMethod = 'gTest' | 'chiSquared' | 'permutation' | 'exact';

/** Options for {@link independenceTest}. */
export interface IndependenceTestOptions extends NominalOptions {
  /**
   * - `'gTest'` (default): G-test, with p-values from the chi-squared distribution.
   * - `'chiSquared'`: Pearson's χ² test, with p-values from the chi-squared distribution.
   * - `'permutation'`: G-test with p-values from random permutations of the labels, for small samples and sparse
   *   tables.
   * - `'exact'`: Fisher's exact test, and for larger tables that of G. H. Freeman and J. H. Halton (1951), for small
   *   samples. The p-value is the total probability of the tables with the same margins that are at most as probable.
   */
  readonly method?: IndependenceMethod | undefined;
  /** Number of permutations for `'permutation'`. Default: 999. */
  readonly permutations?: number | undefined;
  /** Seed for `'permutation'`, a whole number. Default: 0. */
  readonly seed?: number | undefined;
  /** Whether `'chiSquared'` applies Yates's correction to a 2 × 2 table. Default: false. */
  readonly yatesCorrection?: boolean | undefined;
}

/** Result of {@link independenceTest}. */
export interface IndependenceTest {
  /** Method that was used. */
  readonly method: IndependenceMethod;
  /** G or χ²; for `'exact'`, the probability of the table if the variables are independent. */
  readonly statistic: number;
  /** Degrees of freedom: (rows − 1)(columns − 1) of the contingency table. */
  readonly degreesOfFreedom: number;
  /** Probability of a table at least as far from independence if the variables are independent. */
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
 * Tests whether two nominal variables are independent.
 *
 * By default, and with `'permutation'`, the statistic is G = 2 n I(P; T), with I the mutual information (in nats) of n
 * samples of preds P and target T. With `'chiSquared'`, it is χ² = Σᵢⱼ (nᵢⱼ − eᵢⱼ)²/eᵢⱼ, with nᵢⱼ the counts of the
 * contingency table and eᵢⱼ their expectations for independent variables with the same margins. With `'exact'`, it is
 * the probability of the table. The p-value of `'permutation'` is (1 + #{Gₛ ≥ G}) / (1 + S), with Gₛ the statistic of
 * permutation s of S.
 *
 * @param preds - labels of one variable, `[N]`.
 * @param target - labels of the other, `[N]`.
 * @returns statistic, degrees of freedom, p-value and effect size (Cramér's V). If a variable has a single label, the
 * p-value is 1 and the effect size 0. If there are no samples, statistic, p-value and effect size are NaN.
 * `onUndefined` applies to the effect size alone, in both cases, and not to the statistic and the p-value.
 * @throws {@link MetricInputError} if an input or option is invalid, a weight is not a whole number, or if there are
 * more than 10^7 tables (`'exact'`) or at least 2^31 samples (`'permutation'`).
 * @see A. Agresti, Categorical Data Analysis, 2nd ed., chapter 3.
 *
 * @example
 * ```ts
 * import { ContingencyTable, independenceTest } from 'tfjs-metrics';
 *
 * const table = ContingencyTable.fromMatrix([
 *   [3, 1],
 *   [1, 3],
 * ]);
 * const { statistic, degreesOfFreedom, pValue, effectSize } =
 *   independenceTest(table);
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
/** Runs the test on a contingency table. */
export function independenceTest(
  table: ContingencyTable,
  options?: NominalTableOptions<IndependenceTestOptions>,
): IndependenceTest;
export function independenceTest(...args: NominalArguments<IndependenceTestOptions>): IndependenceTest {
  const { cells, options } = readNominalTable('independenceTest', independenceTestOptions, args);
  return testOfCells(cells, options);
}

/** Runs the test on the cells of a table. */
export function testOfCells(cells: TableCells, options: IndependenceTestOptions): IndependenceTest {
  const { method = 'gTest', onUndefined } = options;
  const rows = Math.max(0, cells.targetSizes.length - 1);
  const degreesOfFreedom = rows * Math.max(0, cells.predSizes.length - 1);
  const uncorrected = { owner: 'cramersV', cells, options: { biasCorrection: false, onUndefined } };
  const effectSize = scoreOfTable(() => uncorrected, cramersVOfCells);
  const test = { method, degreesOfFreedom, effectSize };
  if (cells.n === 0) return { ...test, statistic: NaN, pValue: NaN };
  if (method === 'exact') {
    const { probability, pValue } = fisherExact(cells);
    return { ...test, statistic: probability, pValue };
  }
  const statistic = method === 'chiSquared' ? chiSquared(cells, options) : 2 * cells.n * mutualInfoOfCells(cells);
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
      `independenceTest: method "permutation": expected fewer than 2^31 samples, got ${cells.n}; use "gTest"`,
    );
  }
  const nextSum = randomTableSums(cells, RandomSource.of(seed));
  // Sums of equally probable tables differ only by rounding error. The tolerance must not be larger: for 10^9
  // samples, 1e-11 of the sum is as large as the statistic itself.
  const tie = 8 * Number.EPSILON * Math.sqrt(cells.count.length);
  const threshold = tableSum(cells) * (1 - tie);
  let atLeastAsFar = 0;
  for (let s = 0; s < permutations; s++) if (nextSum() >= threshold) atLeastAsFar++;
  return (1 + atLeastAsFar) / (1 + permutations);
}
