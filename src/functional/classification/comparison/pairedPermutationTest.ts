import { flatValues } from '../../../inputs/flatValues.ts';
import { isTypedArray } from '../../../inputs/isTypedArray.ts';
import { inputError, MetricInputError } from '../../../inputs/metricInputError.ts';
import { defineOptions } from '../../../inputs/options/defineOptions.ts';
import { countCheck, seedCheck } from '../../../inputs/options/optionCheck.ts';
import { shapedInput } from '../../../inputs/shapedInput.ts';
import { RandomSource } from '../../../numeric/random/randomSource.ts';
import { permutationPValue } from '../../bootstrap/permutationPValue.ts';
import { scoreDraw } from '../../bootstrap/scoreDraw.ts';

/** Options for {@link pairedPermutationTest}. */
export interface PairedPermutationTestOptions {
  /** Number of permutations. Default: 1000. */
  readonly permutations?: number | undefined;
  /** Seed of the permutations, a whole number. Default: 0. */
  readonly seed?: number | undefined;
}

/** Result of {@link pairedPermutationTest}. */
export interface PairedPermutationTestValue {
  /** Score of the first predictions. */
  readonly first: number;
  /** Score of the second predictions. */
  readonly second: number;
  /** `first` minus `second`. */
  readonly difference: number;
  /** Two-sided p-value of the null hypothesis that both classifiers are equally good, above 0 and at most 1. */
  readonly pValue: number;
}

const pairedPermutationTestOptions = /* @__PURE__ */ defineOptions<PairedPermutationTestOptions>(
  'pairedPermutationTest',
  () => ({ permutations: countCheck(), seed: seedCheck() }),
);

/** Relative rounding error up to which two differences count as equal. */
const ROUNDING = 1e-12;

/**
 * Permutation test of the difference between the scores of two classifiers on the same samples, for any score.
 *
 * If both classifiers are equally good, exchanging their predictions for a sample does not change the distribution of
 * the difference d. In each of S permutations, the predictions for each sample are exchanged with probability ½. The
 * p-value is (1 + #{|dₛ| ≥ |d|}) / (1 + S), with dₛ the difference in permutation s.
 *
 * @param score - function of predictions and target, such as {@link f1Score} or {@link auroc}. To set options, pass
 * `(preds, target) => f1Score(preds, target, { average: 'macro' })`.
 * @param preds - predictions of the first classifier, in a form that the score accepts.
 * @param otherPreds - predictions of the second classifier, of the same shape.
 * @param target - true classes, passed to the score unchanged.
 * @returns both scores, their difference and the p-value. The p-value is NaN if a score is NaN, also in a permutation.
 * @throws {@link MetricInputError} if an input or option is invalid, or the score function does not return a number.
 * @see P. Good, Permutation, Parametric and Bootstrap Tests of Hypotheses, 3rd ed., chapter 3; A. Yeh, Proceedings of
 * COLING 2000, 947–953, for F scores.
 *
 * @example
 * ```ts
 * import { f1Score, pairedPermutationTest } from 'tfjs-metrics';
 *
 * const target = [1, 1, 1, 0, 0, 1, 0, 1];
 * const first = [1, 1, 1, 0, 0, 1, 0, 0];
 * const second = [0, 1, 0, 1, 0, 1, 1, 0];
 * const test = pairedPermutationTest(f1Score, first, second, target);
 * [test.difference, test.pValue]; // [0.4444, 0.1479]
 * ```
 */
export function pairedPermutationTest<Preds, OtherPreds, Target>(
  score: (preds: NoInfer<Preds | OtherPreds>, target: NoInfer<Target>) => unknown,
  preds: Preds,
  otherPreds: OtherPreds,
  target: Target,
  options?: PairedPermutationTestOptions,
): PairedPermutationTestValue {
  const owner = 'pairedPermutationTest';
  const { permutations = 1000, seed = 0 } = pairedPermutationTestOptions(options);
  if (typeof score !== 'function') throw inputError(owner, 'a score, a function of predictions and target', score);
  const [left, right] = [readPredictions(preds, 'preds'), readPredictions(otherPreds, 'otherPreds')];
  if (left.shape.join() !== right.shape.join()) {
    throw new MetricInputError(
      `preds, otherPreds: expected the same shape, got [${left.shape.join(', ')}] and [${right.shape.join(', ')}]`,
    );
  }
  // Elements of one type would round those of another.
  const isOneType = left.elements.constructor === right.elements.constructor;
  const sides = isOneType ? ([left, right] as const) : ([asList(left), asList(right)] as const);
  const scoreOf = (given: Preds | OtherPreds): number => scoreDraw(owner, (of) => score(of, target) as number, given);
  const [first, second] = [scoreOf(preds), scoreOf(otherPreds)];
  const random = RandomSource.of(seed);
  const apart = new Float64Array(permutations);
  for (let s = 0; s < permutations; s++) {
    const [a, b] = exchanged(sides, random);
    apart[s] = Math.abs(scoreOf(left.restore(a) as Preds) - scoreOf(right.restore(b) as Preds));
  }
  const difference = first - second;
  return { first, second, difference, pValue: permutationPValue(Math.abs(difference) * (1 - ROUNDING), apart) };
}

type Elements = readonly unknown[] | Float64Array;

/** Predictions in one list, and the function that returns such a list in the form of the predictions. */
interface ReadPredictions {
  readonly shape: readonly number[];
  readonly elements: Elements;
  readonly restore: (elements: Elements) => unknown;
}

function readPredictions(preds: unknown, name: string): ReadPredictions {
  const { shape, flat } = shapedInput(preds, name);
  const { values, dtype } = flatValues(flat(), name);
  const elements = dtype === 'bool' ? Array.from(values as Uint8Array, Boolean) : (values as Elements);
  const restore = (made: Elements): unknown =>
    shape.length === 1 ? made : { data: isTypedArray(made) ? made : Float64Array.from(made as number[]), shape };
  return { shape, elements, restore };
}

function asList(preds: ReadPredictions): ReadPredictions {
  return { ...preds, elements: Array.from(preds.elements as readonly unknown[]) };
}

/** Returns copies of both lists, in which the rows of about half of the samples are exchanged. */
function exchanged(
  [left, right]: readonly [ReadPredictions, ReadPredictions],
  random: RandomSource,
): [Elements, Elements] {
  const [a, b] = [left.elements.slice(), right.elements.slice()] as [unknown[], unknown[]];
  const size = left.shape[0] === 0 ? 1 : a.length / left.shape[0]!;
  for (let start = 0; start < a.length; start += size) {
    if (random.uniform() < 0.5) continue;
    for (let k = start; k < start + size; k++) [a[k], b[k]] = [b[k], a[k]];
  }
  return [a, b];
}
