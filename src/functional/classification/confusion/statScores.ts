import type { ClassPredictions, ClassTargets } from '../../../inputs/classification/readClassLabels.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import { oneOfCheck } from '../../../inputs/options/optionCheck.ts';
import type { ContingencyTable } from '../../../state/tables/contingencyTable.ts';
import type { OneVsRest } from '../../../state/tables/oneVsRest.ts';
import { countsOfPositive } from './averageClasses.ts';
import { countClasses, sumClasses } from './countClasses.ts';
import { classOptions, type ClassOptions, type ClassTableOptions } from './classOptions.ts';
import { readClassTable, type ClassArguments } from './readClassTable.ts';

/** Values of the option `average` of {@link statScores}. */
export type CountedClasses = 'binary' | 'micro' | 'none';

/** Options for {@link statScores}. */
export interface StatScoresOptions<Average extends CountedClasses = CountedClasses> extends ClassOptions {
  /**
   * Counts of the positive class (`'binary'`), their sums over classes (`'micro'`), or of each class (`'none'`).
   * Default: `'binary'`.
   */
  readonly average?: Average | undefined;
}

/** True and false positives and negatives of a class, as counts or sums of weights. */
export interface ClassCounts extends OneVsRest {
  /** Number (or weight) of samples of the class: `tp + fn`. */
  readonly support: number;
}

/** Result of {@link statScores}: counts, or with `average: 'none'` an object with the counts of each class by label. */
export type StatScoresValue<Average extends CountedClasses> = Average extends 'none'
  ? Record<string, ClassCounts>
  : ClassCounts;

/** Reads {@link StatScoresOptions}. */
export const statScoresOptions: OptionsReader<StatScoresOptions> = /* @__PURE__ */ defineOptions('statScores', () => ({
  ...classOptions.checks(),
  average: oneOfCheck(['binary', 'micro', 'none']),
}));

/**
 * Counts true positives, false positives, false negatives and true negatives of a class against all others.
 *
 * @param preds - predicted classes `[N]`, class scores `[N, K]`, or probabilities of the positive class `[N]`.
 * @param target - true classes, `[N]`, or one-hot rows `[N, K]`.
 * @returns the counts, or the sums of weights: `tp`, `fp`, `fn`, `tn` and `support` = tp + fn. With `average: 'none'`,
 * an object with the counts of each class, and the classes as keys: only those in `labels` if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid. With the default `average: 'binary'`, also if
 * there are more than two classes, or if it is not known which class is positive (see `positiveLabel`).
 * @see `torchmetrics.StatScores`, `sklearn.metrics.multilabel_confusion_matrix`.
 *
 * @example
 * ```ts
 * import { statScores } from 'tfjs-metrics';
 *
 * statScores([1, 1, 0, 1], [1, 0, 0, 1]);
 * // => { tp: 2, fp: 1, fn: 0, tn: 1, support: 2 }
 * ```
 */
export function statScores<const Average extends CountedClasses = 'binary'>(
  preds: ClassPredictions,
  target: ClassTargets,
  options?: StatScoresOptions<Average> & PairOptions,
): StatScoresValue<Average>;
/** Counts from a contingency table. */
export function statScores<const Average extends CountedClasses = 'binary'>(
  table: ContingencyTable,
  options?: ClassTableOptions<StatScoresOptions<Average>>,
): StatScoresValue<Average>;
export function statScores(...args: ClassArguments<StatScoresOptions>): StatScoresValue<CountedClasses> {
  const { cells, options } = readClassTable('statScores', statScoresOptions, args);
  const { average = 'binary', positiveLabel } = options;
  if (average === 'binary') return withSupport(countsOfPositive('statScores', cells, positiveLabel));
  const classes = countClasses(cells);
  if (average === 'micro') return withSupport(sumClasses(classes));
  return Object.fromEntries(classes.map((counts, i) => [String(cells.labels[i]), withSupport(counts)]));
}

/** Returns counts with the number of samples of the class. */
export function withSupport({ tp, fp, fn, tn }: OneVsRest): ClassCounts {
  return { tp, fp, fn, tn, support: tp + fn };
}
