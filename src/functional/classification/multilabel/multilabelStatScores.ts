import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Multilabels } from '../../../inputs/classification/multilabels.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { oneOfCheck } from '../../../inputs/options/optionCheck.ts';
import type { MultilabelCounts } from '../../../state/tables/multilabelCounts.ts';
import { sumClasses } from '../confusion/countClasses.ts';
import { withSupport, type StatScoresValue } from '../confusion/statScores.ts';
import { multilabelOptions, type MultilabelOptions, type MultilabelCountsOptions } from './multilabelOptions.ts';
import { readMultilabels, type MultilabelArguments } from './readMultilabels.ts';

/** Values of the option `average` of {@link multilabelStatScores}. */
export type CountedLabels = 'micro' | 'none';

/** Options for {@link multilabelStatScores}. */
export interface MultilabelStatScoresOptions<Average extends CountedLabels = CountedLabels> extends MultilabelOptions {
  /** Sums of the counts over labels (`'micro'`), or counts of each label (`'none'`). Default: `'none'`. */
  readonly average?: Average | undefined;
}

/** Reads {@link MultilabelStatScoresOptions}. */
export const multilabelStatScoresOptions: OptionsReader<MultilabelStatScoresOptions> = /* @__PURE__ */ defineOptions(
  'multilabelStatScores',
  () => ({ ...multilabelOptions.checks(), average: oneOfCheck(['micro', 'none']) }),
);

/**
 * Counts true positives, false positives, false negatives and true negatives of each label.
 *
 * The four counts of a label are the cells of its confusion matrix, [[tn, fp], [fn, tp]].
 *
 * @param preds - predicted labels, `[N, L]`: 0 and 1, booleans, or probabilities that `threshold` is applied to.
 * @param target - true labels, `[N, L]`: 0 and 1, or booleans.
 * @returns an object with names of labels as keys, and the counts (or sums of weights) `tp`, `fp`, `fn`, `tn` and
 * `support` = tp + fn as values; `{}` if there are no samples. With `average: 'micro'`, only the sums of the counts
 * over all labels.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `torchmetrics.classification.MultilabelStatScores`, `sklearn.metrics.multilabel_confusion_matrix`.
 *
 * @example
 * ```ts
 * import { multilabelStatScores } from 'tfjs-metrics';
 *
 * const { dog } = multilabelStatScores(
 *   [
 *     [1, 0],
 *     [1, 1],
 *   ],
 *   [
 *     [1, 0],
 *     [0, 1],
 *   ],
 *   { labels: ['cat', 'dog'] },
 * );
 * dog; // { tp: 1, fp: 0, fn: 0, tn: 1, support: 1 }
 * ```
 */
export function multilabelStatScores<const Average extends CountedLabels = 'none'>(
  preds: Multilabels,
  target: Multilabels,
  options?: MultilabelStatScoresOptions<Average> & PairOptions,
): StatScoresValue<Average>;
/** Returns the values of counts. */
export function multilabelStatScores<const Average extends CountedLabels = 'none'>(
  counts: MultilabelCounts,
  options?: MultilabelCountsOptions<MultilabelStatScoresOptions<Average>>,
): StatScoresValue<Average>;
export function multilabelStatScores(
  ...args: MultilabelArguments<MultilabelStatScoresOptions>
): StatScoresValue<CountedLabels> {
  const { counts, names, options } = readMultilabels('multilabelStatScores', multilabelStatScoresOptions, args);
  const { labels } = counts;
  if (options.average === 'micro') return withSupport(sumClasses(labels));
  return Object.fromEntries(labels.map((one, j) => [String(names[j]), withSupport(one)]));
}
