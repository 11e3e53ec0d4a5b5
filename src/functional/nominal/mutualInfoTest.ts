import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import { defineOptions } from '../../inputs/options/defineOptions.ts';
import { countCheck, seedCheck } from '../../inputs/options/optionCheck.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import type { TableCells } from '../../state/tables/tableCells.ts';
import { testOfCells, type IndependenceMethod } from './independenceTest.ts';
import { readTable, scoreOfTable, type TableArguments } from '../readTable.ts';
import { expectedInformation, permutationReason } from '../information/discrete/expectedMutualInfo.ts';
import { inBase, informationOptions, type InformationOptions } from '../information/discrete/informationOptions.ts';
import { mutualInfoOfCells } from '../information/discrete/mutualInfoOfCells.ts';

/** Options for {@link mutualInfoTest}. */
export interface MutualInfoTestOptions extends InformationOptions {
  /**
   * Number of permutations, if the method is `'permutation'`. Default: 999, or fewer (at least 99) for more than about
   * 20,000 samples.
   */
  readonly permutations?: number | undefined;
  /** Seed of the permutations, a whole number. Default: 0. */
  readonly seed?: number | undefined;
}

/** Result of {@link mutualInfoTest}. */
export interface MutualInfoTest {
  /** Mutual information of the labelings, in nats or the unit of `base`. */
  readonly value: number;
  /** Expected mutual information if one labeling is randomly permuted. */
  readonly expected: number;
  /** Probability of at least this mutual information if the labelings are independent, from 0 to 1. */
  readonly pValue: number;
  /** Method of {@link independenceTest} that computed the p-value. */
  readonly method: IndependenceMethod;
}

/** Expected count from which on the chi-squared distribution is a good approximation. */
const MIN_EXPECTED = 5;

/** Number of samples above which permuting takes too long. */
const MAX_PERMUTED_SAMPLES = 1e7;

const mutualInfoTestOptions = /* @__PURE__ */ defineOptions<MutualInfoTestOptions>(
  'mutualInfoTest',
  () => ({
    ...informationOptions.checks(),
    permutations: countCheck(),
    seed: seedCheck(),
  }),
  permutationReason,
);

/**
 * Tests whether the mutual information of two labelings exceeds what is expected by chance.
 *
 * The result includes the mutual information that is expected by chance, {@link expectedMutualInfo}. The p-value is
 * that of {@link independenceTest}. Its method is the G-test if the expected count of every cell is at least 5 (W. G.
 * Cochran, Biometrics 10, 1954) or there are more than 10^7 samples. Otherwise it is Fisher's exact test for 2 × 2
 * tables, and a permutation test for larger tables.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns the mutual information, its expectation by chance, the p-value and the method. All numbers are NaN if there
 * are no samples; `onUndefined` applies to all but the p-value.
 * @throws {@link MetricInputError} if an input or option is invalid, or a weight is not a whole number.
 * @see A. Agresti, Categorical Data Analysis, 2nd ed., chapter 3.
 *
 * @example
 * ```ts
 * import { ContingencyTable, mutualInfoTest } from 'tfjs-metrics';
 *
 * const few = ContingencyTable.fromMatrix([
 *   [3, 1],
 *   [1, 3],
 * ]);
 * mutualInfoTest(few);
 * // => { value: 0.130812, expected: 0.079604, pValue: 0.485714,
 * //   method: 'exact' }
 * const many = ContingencyTable.fromMatrix([
 *   [30, 10],
 *   [10, 30],
 * ]);
 * mutualInfoTest(many).method; // 'gTest'
 * mutualInfoTest(many).pValue; // 4.764e-6
 * ```
 */
export function mutualInfoTest(
  preds: Labels,
  target: Labels,
  options?: MutualInfoTestOptions & PairOptions,
): MutualInfoTest;
/** Runs the test on a contingency table. */
export function mutualInfoTest(table: ContingencyTable, options?: MutualInfoTestOptions): MutualInfoTest;
export function mutualInfoTest(...args: TableArguments<MutualInfoTestOptions>): MutualInfoTest {
  const { cells, options } = readTable('mutualInfoTest', mutualInfoTestOptions, args);
  const method = methodFor(cells);
  const { permutations = defaultPermutations(cells.n), seed } = options;
  const score = (owner: string, nats: (cells: TableCells) => number): number =>
    scoreOfTable(
      () => ({ owner, cells, options }),
      () => inBase(nats(cells), options.base),
    );
  return {
    value: score('mutualInfoScore', mutualInfoOfCells),
    expected: score('expectedMutualInfo', expectedInformation),
    pValue: testOfCells(cells, { method, permutations, seed }).pValue,
    method,
  };
}

function methodFor({ targetSizes, predSizes, n }: TableCells): IndependenceMethod {
  const least = targetSizes.reduce(smaller, Infinity) * predSizes.reduce(smaller, Infinity);
  if (n > MAX_PERMUTED_SAMPLES || least >= MIN_EXPECTED * n) return 'gTest';
  const isTwoByTwo = targetSizes.length === 2 && predSizes.length === 2;
  return isTwoByTwo ? 'exact' : 'permutation';
}

function smaller(a: number, b: number): number {
  return Math.min(a, b);
}

/** At most 20 million labels are permuted, but at least 99 times, so that a p-value of 0.01 can be reached. */
function defaultPermutations(n: number): number {
  return Math.max(99, Math.min(999, Math.floor(2e7 / Math.max(1, n))));
}
