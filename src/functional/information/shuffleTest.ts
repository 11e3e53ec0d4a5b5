import { indices } from '../../numeric/indices.ts';
import { inputError } from '../../inputs/metricInputError.ts';
import { defineOptions } from '../../inputs/options/defineOptions.ts';
import { countCheck, seedCheck, shareCheck, functionCheck } from '../../inputs/options/optionCheck.ts';
import { readRows } from '../../inputs/inputRows.ts';
import { RandomSource } from '../../numeric/random/randomSource.ts';
import { permutationPValue } from '../bootstrap/permutationPValue.ts';
import { quantile } from '../bootstrap/quantile.ts';
import { shuffle } from '../../numeric/random/shuffle.ts';
import { mean } from '../../numeric/mean.ts';

/** Options for {@link shuffleTest}. */
export interface ShuffleTestOptions {
  /** Number of permutations of the first variable. Default: 200. */
  readonly permutations?: number | undefined;
  /** Fraction of the permutation estimates inside the interval, between 0 and 1. Default: 0.95. */
  readonly confidence?: number | undefined;
  /** Seed of the permutations, a whole number. Default: 0. */
  readonly seed?: number | undefined;
  /** Called after each permutation with the number of permutations done and their total number. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Result of {@link shuffleTest}. */
export interface ShuffleTest {
  /** Estimate for the given samples. */
  readonly estimate: number;
  /** Mean of the permutation estimates: the estimate to expect for independent variables. */
  readonly nullMean: number;
  /** Central interval that contains a fraction `confidence` of the permutation estimates. */
  readonly nullInterval: readonly [lowest: number, highest: number];
  /** Probability of an estimate at least as high if the variables are independent, above 0 and at most 1. */
  readonly pValue: number;
  /** The estimate minus `nullMean`; 0 on average for independent variables. */
  readonly corrected: number;
}

const shuffleTestOptions = /* @__PURE__ */ defineOptions<ShuffleTestOptions>('shuffleTest', () => ({
  permutations: countCheck(),
  confidence: shareCheck(),
  seed: seedCheck(),
  onProgress: functionCheck(),
}));

/**
 * Permutation test of an estimate of dependence. It also corrects the estimate by its mean for independent variables.
 *
 * The samples of the first variable are permuted at random S times. For the estimate I of the given samples and the
 * estimate Iₛ of permutation s, the p-value is (1 + #{Iₛ ≥ I})/(1 + S), and the corrected estimate is I − ⟨Iₛ⟩, with
 * ⟨·⟩ the mean over permutations. For conditional mutual information, bind the third variable in the estimator:
 * `(x, y) => knnConditionalMutualInfo(x, y, z)`.
 *
 * @param estimator - function of both variables that returns a larger number for stronger dependence, such as
 * {@link ksgMutualInfo}, {@link mixedMutualInfo} or {@link mutualInfoScore}.
 * @param x - samples of one variable, `[N]` or `[N, d]`, in a form that the estimator accepts.
 * @param y - samples of the other variable.
 * @returns the estimate, mean and interval of the permutation estimates, p-value and corrected estimate. The p-value
 * is NaN if an estimate is NaN.
 * @throws {@link MetricInputError} if an option is invalid, or the estimator rejects its inputs or does not return a
 * number.
 * @see P. Good, Permutation, Parametric and Bootstrap Tests of Hypotheses, 3rd ed., chapter 3; B. Phipson and G. K.
 * Smyth, Statistical Applications in Genetics and Molecular Biology 9 (2010) 39, for the p-value.
 *
 * @example
 * ```ts
 * import { ksgMutualInfo, shuffleTest } from 'tfjs-metrics';
 *
 * const x = Array.from({ length: 100 }, (_, i) => Math.sin(i * i));
 * const y = x.map((value, i) => value ** 2 + Math.cos(i ** 3) / 2);
 * const { estimate, pValue, corrected } = shuffleTest(ksgMutualInfo, x, y, {
 *   permutations: 99,
 * });
 * [estimate, pValue, corrected]; // [0.5208, 0.01, 0.5153]
 * ```
 */
export function shuffleTest<X, Y>(
  estimator: (x: NoInfer<X>, y: NoInfer<Y>) => number,
  x: X,
  y: Y,
  options?: ShuffleTestOptions,
): ShuffleTest {
  const given = shuffleTestOptions(options);
  const { permutations = 200, confidence = 0.95, seed = 0, onProgress } = given;
  if (typeof estimator !== 'function') {
    throw inputError('shuffleTest', 'an estimator, a function of x and y', estimator);
  }
  const estimateOf = (first: X): number => requireNumber(estimator(first, y));
  const estimate = estimateOf(x);
  const rows = readRows(x, 'x');
  if (!rows) {
    throw inputError('x', 'a tensor, an array or { data, shape: [n, d] }', x);
  }
  const random = RandomSource.of(seed);
  const order = indices(rows.length);
  const shuffled = new Float64Array(permutations);
  for (let s = 0; s < permutations; s++) {
    shuffle(order, random);
    shuffled[s] = estimateOf(rows.choose(order) as X);
    onProgress?.(s + 1, permutations);
  }
  const nullMean = mean(shuffled);
  const pValue = permutationPValue(estimate, shuffled);
  shuffled.sort();
  const outside = (1 - confidence) / 2;
  return {
    estimate,
    nullMean,
    nullInterval: [quantile(shuffled, outside), quantile(shuffled, 1 - outside)],
    pValue,
    corrected: estimate - nullMean,
  };
}

function requireNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  throw inputError('shuffleTest', 'an estimator that returns a number', value);
}
