import { withoutOptions } from '../../../inputs/options/withoutOptions.ts';
import type { Labels } from '../../../inputs/labels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { booleanCheck } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { WeightedSum } from '../../../state/moments/weightedSum.ts';
import { lossOptions, type LossOptions } from './lossOptions.ts';
import { meanLoss, type LossArguments, type SampleLoss } from './meanLoss.ts';

/** Options for {@link hingeLoss}. */
export interface HingeLossOptions extends Omit<LossOptions, 'fromLogits'> {
  /** Whether to square the loss of each sample. Default: false. */
  readonly squared?: boolean | undefined;
}

/** Reads {@link HingeLossOptions}. */
export const hingeLossOptions: OptionsReader<HingeLossOptions> = /* @__PURE__ */ defineOptions('hingeLoss', () => ({
  ...withoutOptions(lossOptions.checks(), ['fromLogits']),
  squared: booleanCheck(),
}));

/** Returns the loss max(0, 1 − margin), squared or not. */
export function hingeLossOfSample({ squared = false }: HingeLossOptions): SampleLoss {
  const ofMargin = (margin: number): number => {
    const loss = Math.max(0, 1 - margin);
    return squared ? loss * loss : loss;
  };
  return {
    ofProbabilities: false,
    binary: (score, isPositive) => ofMargin(isPositive ? score : -score),
    classes: (data, start, column, { size }) => {
      let other = -Infinity;
      for (let j = 0; j < size; j++) if (j !== column) other = Math.max(other, data[start + j]!);
      return ofMargin(data[start + column]! - other);
    },
  };
}

/**
 * Hinge loss: the mean amount by which the margins of the samples are below 1.
 *
 * The loss is (1/N) Σᵢ max(0, 1 − mᵢ), with mᵢ the margin of sample i; with `squared`, each term is squared. For
 * decision values sᵢ, the margin is sᵢ for positive samples and −sᵢ for negative samples. For scores of K classes, it
 * is the score of the true class minus the highest score of another class (K. Crammer and Y. Singer).
 *
 * @param preds - decision values, `[N]` or `[N, 1]`, above 0 for the positive class; or a score of each class,
 * `[N, K]`.
 * @param target - label of each sample, `[N]`.
 * @returns a value from 0 (all margins are at least 1) up. NaN (or the value of `onUndefined`) without samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see K. Crammer and Y. Singer, Journal of Machine Learning Research 2 (2001) 265–292.
 *
 * @example
 * ```ts
 * import { hingeLoss } from 'tfjs-metrics';
 *
 * hingeLoss([2, -0.5, 0.3], [1, 0, 1]); // 0.4
 * hingeLoss([2, -0.5, 0.3], [1, 0, 1], { squared: true }); // 0.246667
 * ```
 */
export function hingeLoss(preds: Samples, target: Labels, options?: HingeLossOptions & PairOptions): number;
/** Computes the mean from the sum of the losses. */
export function hingeLoss(sum: WeightedSum, options?: Pick<HingeLossOptions, 'onUndefined'>): number;
export function hingeLoss(...args: LossArguments<HingeLossOptions>): number {
  return meanLoss('hingeLoss', hingeLossOptions, hingeLossOfSample, args);
}
