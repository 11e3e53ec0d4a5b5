import { describeValue } from '../../inputs/describeValue.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { defineOptions } from '../../inputs/defineOptions.ts';
import { countCheck, seedCheck, shareCheck, functionCheck } from '../../inputs/optionCheck.ts';
import { reorderable } from '../../inputs/reorderable.ts';
import { RandomSource } from '../../numeric/random/randomSource.ts';
import { shuffle } from '../../numeric/random/shuffle.ts';

/** Options of {@link shuffleTest}. */
export interface ShuffleTestOptions {
  /** How often the first variable is shuffled; 200 when left out. */
  readonly permutations?: number | undefined;
  /** The share of the shuffled values that the interval holds, between 0 and 1; 0.95 when left out. */
  readonly confidence?: number | undefined;
  /** The seed of the shuffling, a whole number; 0 when left out. */
  readonly seed?: number | undefined;
  /** Is told after each shuffling how many are done, and how many there are. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** What {@link shuffleTest} returns. */
export interface ShuffleTest {
  /** The estimate of the samples as they are. */
  readonly estimate: number;
  /** The mean of the estimates of shuffled samples: what the estimator gives for independent variables. */
  readonly nullMean: number;
  /** The interval that holds a share of `confidence` of them, with as many below it as above. */
  readonly nullInterval: readonly [lowest: number, highest: number];
  /** How probable an estimate at least as high is for independent variables, above 0 and at most 1. */
  readonly pValue: number;
  /** The estimate less the mean of the shuffled ones: 0 in the mean for independent variables. */
  readonly corrected: number;
}

const shuffleTestOptions = /* @__PURE__ */ defineOptions<ShuffleTestOptions>('shuffleTest', () => ({
  permutations: countCheck(),
  confidence: shareCheck(),
  seed: seedCheck(),
  onProgress: functionCheck(),
}));

/**
 * Tests by shuffling whether an estimate of dependence may be chance, and corrects it for what chance gives.
 *
 * The samples of the first variable are brought into random orders, S times: p = (1 + #{Iₛ ≥ I})/(1 + S), and
 * the corrected estimate is I − ⟨Iₛ⟩. For conditional information let the estimator hold the third variable:
 * `(x, y) => knnConditionalMutualInfo(x, y, z)`.
 *
 * @param estimator - takes both variables and returns a number that is larger for stronger dependence:
 * {@link ksgMutualInfo}, {@link mixedMutualInfo}, {@link mutualInfoScore} or a function of your own.
 * @param x - samples of one variable, `[N]` or `[N, d]`, as the estimator takes them.
 * @param y - those of the other.
 * @returns the estimate, mean and interval of the shuffled ones, p-value, and the corrected estimate. The p-value is
 * NaN where an estimate is.
 * @throws {@link MetricInputError} when an option is not as described, or the estimator refuses its inputs or
 * returns no number.
 * @see P. Good, Permutation, Parametric and Bootstrap Tests of Hypotheses, 3rd ed., chapter 3; B. Phipson and
 * G. K. Smyth, Statistical Applications in Genetics and Molecular Biology 9 (2010) 39, for the p-value.
 *
 * @example
 * ```ts
 * import { ksgMutualInfo, shuffleTest } from 'tfjs-metrics';
 *
 * const x = Array.from({ length: 100 }, (_, i) => Math.sin(i * i));
 * const y = x.map((value, i) => value ** 2 + Math.cos(i ** 3) / 2);
 * const { estimate, pValue, corrected } = shuffleTest(ksgMutualInfo, x, y, { permutations: 99 });
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
    throw new MetricInputError('shuffleTest: expected an estimator, a function of x and y');
  }
  const estimateOf = (first: X): number => requireNumber(estimator(first, y));
  const estimate = estimateOf(x);
  const { length, inOrder } = reorderable(x, 'x');
  const random = RandomSource.of(seed);
  const order = Int32Array.from({ length }, (_, i) => i);
  const shuffled = new Float64Array(permutations);
  for (let s = 0; s < permutations; s++) {
    shuffle(order, random);
    shuffled[s] = estimateOf(inOrder(order));
    onProgress?.(s + 1, permutations);
  }
  const nullMean = shuffled.reduce((sum, value) => sum + value, 0) / permutations;
  const atLeast = shuffled.reduce((count, value) => count + (value >= estimate ? 1 : 0), 0);
  const isKnown = !Number.isNaN(estimate) && !shuffled.includes(NaN);
  shuffled.sort();
  const outside = (1 - confidence) / 2;
  return {
    estimate,
    nullMean,
    nullInterval: [quantile(shuffled, outside), quantile(shuffled, 1 - outside)],
    pValue: isKnown ? (1 + atLeast) / (1 + permutations) : NaN,
    corrected: estimate - nullMean,
  };
}

function requireNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  throw new MetricInputError(`shuffleTest: expected an estimator that returns a number, got ${describeValue(value)}`);
}

/** Between the two values around it in proportion, as numpy does. */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
}
