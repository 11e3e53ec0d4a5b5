import type { ClassPredictions, ClassTargets } from '../../../inputs/classification/readClassLabels.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import { oneOfCheck } from '../../../inputs/options/optionCheck.ts';
import type { ContingencyTable } from '../../../state/tables/contingencyTable.ts';
import type { OneVsRest } from '../../../state/tables/oneVsRest.ts';
import { declareRange } from '../../scoreRange.ts';
import { undefinedScore } from '../../undefinedScore.ts';
import { scoreOfTable } from '../../readTable.ts';
import { countClasses, scaledCells } from './countClasses.ts';
import { classOptions, type ClassOptions, type ClassTableOptions } from './classOptions.ts';
import { readClassTable, type ClassArguments } from './readClassTable.ts';

/** Options for {@link cohenKappa}. */
export interface CohenKappaOptions extends ClassOptions {
  /**
   * Weight of predicting class j for a sample of class i, with i and j indices into the sorted labels (or `labels`):
   * `'linear'` for |i − j| or `'quadratic'` for (i − j)². Default: 1 for all wrong predictions.
   */
  readonly weights?: 'linear' | 'quadratic' | undefined;
}

/** Reads {@link CohenKappaOptions}. */
export const cohenKappaOptions: OptionsReader<CohenKappaOptions> = /* @__PURE__ */ defineOptions('cohenKappa', () => ({
  ...classOptions.checks(),
  weights: oneOfCheck(['linear', 'quadratic']),
}));

/**
 * Cohen's kappa: agreement of predicted and true classes, adjusted for chance.
 *
 * κ = 1 − N Σᵢⱼ wᵢⱼ nᵢⱼ / Σᵢⱼ wᵢⱼ aᵢ bⱼ. Of N samples, aᵢ have the true class i, bⱼ the predicted class j, and nᵢⱼ
 * both. wᵢⱼ is 0 for i = j; otherwise it is 1, or the distance that the option `weights` selects. For the agreement of
 * more than two raters, see {@link fleissKappa}.
 *
 * @param preds - predicted classes `[N]`, class scores `[N, K]`, or probabilities of the positive class `[N]`.
 * @param target - true classes, `[N]`, or one-hot rows `[N, K]`.
 * @returns a number from −1 to 1 (all correct), 0 on average for random predictions. NaN if all samples have the same
 * predicted and true class, where the formula is 0/0, and if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see J. Cohen, Educational and Psychological Measurement 20 (1960) 37–46; `sklearn.metrics.cohen_kappa_score`.
 *
 * @example
 * ```ts
 * import { cohenKappa } from 'tfjs-metrics';
 *
 * cohenKappa([0, 1, 2, 2, 1], [0, 1, 2, 1, 1]); // 0.6875
 * cohenKappa([0, 1, 2, 2, 1], [0, 1, 2, 1, 1], { weights: 'quadratic' }); // 0.8
 * ```
 */
export function cohenKappa(
  preds: ClassPredictions,
  target: ClassTargets,
  options?: CohenKappaOptions & PairOptions,
): number;
/** Computes the score from a contingency table. */
export function cohenKappa(
  table: ContingencyTable,
  options?: Omit<ClassTableOptions<CohenKappaOptions>, 'positiveLabel'>,
): number;
export function cohenKappa(...args: ClassArguments<CohenKappaOptions>): number {
  return scoreOfTable(
    () => readClassTable('cohenKappa', cohenKappaOptions, args),
    (given, { weights, onUndefined }) => {
      const cells = scaledCells(given);
      const weightOf = weightOfDistance(weights);
      let observed = 0;
      for (let k = 0; k < cells.count.length; k++) {
        observed += weightOf(cells.row[k]! - cells.column[k]!) * cells.count[k]!;
      }
      const expected = expectedDisagreement(countClasses(cells), weights);
      if (expected === 0) {
        const reason = 'all samples have the same predicted and true class';
        return undefinedScore('cohenKappa', onUndefined, NaN, reason);
      }
      return 1 - observed * (cells.n / expected);
    },
  );
}

/**
 * Returns Σᵢⱼ wᵢⱼ aᵢ bⱼ in one pass over the classes: for each class i, the sums over j < i of a, b and their moments
 * about i give all pairs (i, j) and (j, i). No term is negative, so nothing cancels.
 */
function expectedDisagreement(classes: readonly OneVsRest[], weights: CohenKappaOptions['weights']): number {
  let expected = 0;
  if (weights === undefined) {
    for (const { tp, fn, tn } of classes) expected += (tp + fn) * (tn + fn);
    return expected;
  }
  // Σⱼ aⱼ (i − j)ᵖ and Σⱼ bⱼ (i − j)ᵖ over j < i, for p = 0, 1, 2.
  const [truth, predicted] = [
    [0, 0, 0],
    [0, 0, 0],
  ] as [Moments, Moments];
  const power = weights === 'linear' ? 1 : 2;
  for (const { tp, fp, fn } of classes) {
    const [a, b] = [tp + fn, tp + fp];
    expected += a * predicted[power] + b * truth[power];
    moveOn(truth, a);
    moveOn(predicted, b);
  }
  return expected;
}

type Moments = [sum: number, first: number, second: number];

/** Adds a class at distance 0 to the moments, and moves them on by one class. */
function moveOn(moments: Moments, size: number): void {
  moments[0] += size;
  moments[2] += 2 * moments[1] + moments[0];
  moments[1] += moments[0];
}

function weightOfDistance(weights: CohenKappaOptions['weights']): (distance: number) => number {
  if (weights === 'linear') return Math.abs;
  return weights === 'quadratic' ? (distance) => distance ** 2 : (distance) => (distance === 0 ? 0 : 1);
}

declareRange(cohenKappa, [-1, 1]);
