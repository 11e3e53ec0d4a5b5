import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Labels } from '../../../inputs/labels.ts';
import { defineOptions } from '../../../inputs/defineOptions.ts';
import { countCheck, seedCheck } from '../../../inputs/optionCheck.ts';
import type { ContingencyTable } from '../../../state/tables/contingencyTable.ts';
import type { TableCells } from '../../../state/tables/tableCells.ts';
import { independenceTest, type IndependenceMethod } from '../../nominal/independenceTest.ts';
import { readTable, type TableArguments } from '../../tableArguments.ts';
import { expectedMutualInfo, permutationReason } from './expectedMutualInfo.ts';
import { informationOptions, type InformationOptions } from './informationOptions.ts';
import { mutualInfoScore } from './mutualInfoScore.ts';

/** Options of {@link mutualInfoTest}. */
export interface MutualInfoTestOptions extends InformationOptions {
  /** How often labels are shuffled where they are; 999 when left out, fewer for more than 20,000 samples. */
  readonly permutations?: number | undefined;
  /** The seed of the shuffles, a whole number; 0 when left out. */
  readonly seed?: number | undefined;
}

/** What {@link mutualInfoTest} returns. */
export interface MutualInfoTest {
  /** The mutual information of the labelings, in nats or the unit of `base`. */
  readonly value: number;
  /** What it is on average when either labeling is shuffled. */
  readonly expected: number;
  /** How often shuffled labelings share as much, from 0 to 1. */
  readonly pValue: number;
  /** Which test the p-value is of. */
  readonly method: IndependenceMethod;
}

/** The least expected count of a cell for which the chi-squared distribution is close. */
const LEAST_EXPECTED = 5;

/** For so many samples, shuffling takes too long. */
const MOST_SHUFFLED = 1e7;

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
 * Compares the mutual information of two labelings with what chance alone gives.
 *
 * The baseline is {@link expectedMutualInfo}. The p-value is that of {@link independenceTest}: the G-test,
 * G = 2 n I, where every cell is expected to hold 5 samples or more (W. G. Cochran, Biometrics 10, 1954); else
 * R. A. Fisher's exact test for a 2 × 2 table, and shuffled labels for others, tables drawn with their margins
 * from the hypergeometric distribution. Beyond 10^7 samples it is always the G-test.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns the mutual information, its baseline, the p-value and the method that it is from. NaN
 * without samples.
 * @throws {@link MetricInputError} when an input or option is not as described, or a weight is no whole number.
 * @see A. Agresti, Categorical Data Analysis, 2nd ed., chapter 3.
 *
 * @example
 * ```ts
 * import { ContingencyTable, mutualInfoTest } from 'tfjs-metrics';
 *
 * const few = ContingencyTable.fromMatrix([[3, 1], [1, 3]]);
 * mutualInfoTest(few); // { value: 0.130812, expected: 0.079604, pValue: 0.485714, method: 'exact' }
 * const many = ContingencyTable.fromMatrix([[30, 10], [10, 30]]);
 * mutualInfoTest(many).method; // 'gTest'
 * mutualInfoTest(many).pValue; // 4.764e-6
 * ```
 */
export function mutualInfoTest(
  preds: Labels,
  target: Labels,
  options?: MutualInfoTestOptions & PairOptions,
): MutualInfoTest;
/** The same of labels that are counted in a table already. */
export function mutualInfoTest(table: ContingencyTable, options?: MutualInfoTestOptions): MutualInfoTest;
export function mutualInfoTest(...args: TableArguments<MutualInfoTestOptions>): MutualInfoTest {
  const { table, options } = readTable('mutualInfoTest', mutualInfoTestOptions, args);
  const { base, onUndefined, seed } = options;
  const method = methodFor(table.cells);
  const permutations = options.permutations ?? shufflesFor(table.n);
  return {
    value: mutualInfoScore(table, { base, onUndefined }),
    expected: expectedMutualInfo(table, { base, onUndefined }),
    pValue: independenceTest(table, { method, permutations, seed }).pValue,
    method,
  };
}

function methodFor({ targetSizes, predSizes, n }: TableCells): IndependenceMethod {
  const least = targetSizes.reduce(smaller, Infinity) * predSizes.reduce(smaller, Infinity);
  if (n > MOST_SHUFFLED || least >= LEAST_EXPECTED * n) return 'gTest';
  const isTwoByTwo = targetSizes.length === 2 && predSizes.length === 2;
  return isTwoByTwo ? 'exact' : 'permutation';
}

function smaller(a: number, b: number): number {
  return Math.min(a, b);
}

/** At most 20 million labels are shuffled, but a p-value of 0.01 can always be told. */
function shufflesFor(n: number): number {
  return Math.max(99, Math.min(999, Math.floor(2e7 / Math.max(1, n))));
}
