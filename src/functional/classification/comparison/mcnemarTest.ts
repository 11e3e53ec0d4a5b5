import { withoutOptions } from '../../../inputs/options/withoutOptions.ts';
import type { ClassPredictions, ClassTargets } from '../../../inputs/classification/readClassLabels.ts';
import { isPlainObject } from '../../../inputs/isPlainObject.ts';
import { checkClassAgreement } from '../../../inputs/classification/checkLabelAgreement.ts';
import { inputError } from '../../../inputs/metricInputError.ts';
import { UNKNOWN } from '../../../inputs/classification/multilabels.ts';
import { CLASS_READING_OPTIONS, type ClassReadingOptions } from '../../../inputs/options/classReadingOptions.ts';
import { defineOptions } from '../../../inputs/options/defineOptions.ts';
import {
  booleanCheck,
  countCheck,
  oneOfCheck,
  requireNoReadingOptions,
  unfittingOption,
} from '../../../inputs/options/optionCheck.ts';
import { erfc } from '../../../numeric/special/erfc.ts';
import { classOptions } from '../confusion/classOptions.ts';
import { binomialTail } from './binomialTail.ts';

/** Options for {@link mcnemarTest}. */
export interface McnemarTestOptions extends ClassReadingOptions {
  /**
   * Test: the exact binomial test (`'exact'`), the mid-p binomial test, which is less conservative (`'midP'`), or the
   * approximate chi-squared test for many samples (`'chiSquared'`). Default: `'exact'`.
   */
  readonly method?: 'exact' | 'midP' | 'chiSquared' | undefined;
  /**
   * Whether `'chiSquared'` subtracts 1 from the absolute difference of `onlyFirst` and `onlySecond` (Edwards'
   * continuity correction). Default: true.
   */
  readonly correction?: boolean | undefined;
}

/** Result of {@link mcnemarTest}. */
export interface McnemarTestValue {
  /** Number of samples that only the first classifier predicts correctly. */
  readonly onlyFirst: number;
  /** Number of samples that only the second classifier predicts correctly. */
  readonly onlySecond: number;
  /** Accuracy of the first classifier minus that of the second. */
  readonly difference: number;
  /** χ² for `'chiSquared'`, otherwise the smaller of `onlyFirst` and `onlySecond`. */
  readonly statistic: number;
  /** Two-sided p-value of the null hypothesis that both classifiers have the same accuracy. */
  readonly pValue: number;
}

/**
 * Numbers of samples that are predicted correctly by:
 * `[[both classifiers, only the first], [only the second, neither]]`.
 */
export type McnemarTable = readonly [readonly [number, number], readonly [number, number]];

const mcnemarTestOptions = /* @__PURE__ */ defineOptions<McnemarTestOptions>('mcnemarTest', () => ({
  ...withoutOptions(classOptions.checks(), ['onUndefined']),
  method: oneOfCheck(['exact', 'midP', 'chiSquared']),
  correction: booleanCheck(),
}));

/**
 * McNemar's test of the difference between the accuracies of two classifiers on the same samples.
 *
 * The test uses only the samples that one classifier alone predicts correctly: b samples by the first, c by the second.
 * If both classifiers are equally accurate, b has the distribution of X, binomial with b + c trials and probability ½.
 * `'exact'` (the default): p = 2 P(X ≤ min(b, c)). `'midP'`: p = 2 P(X ≤ min(b, c)) − P(X = min(b, c)). Both are at
 * most 1. `'chiSquared'`: χ² = max(0, |b − c| − 1)²/(b + c) with one degree of freedom; with `correction: false`, χ² =
 * (b − c)²/(b + c).
 *
 * @param preds - predictions of the first classifier: classes `[N]`, class scores `[N, K]`, or probabilities `[N]`.
 * @param otherPreds - predictions of the second classifier.
 * @param target - true classes, `[N]`, or one-hot rows `[N, K]`.
 * @returns the counts, the difference of the accuracies, the statistic and the p-value. The p-value is 1 if
 * both classifiers predict the same samples correctly. The difference and the p-value are NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see Q. McNemar, Psychometrika 12 (1947) 153–157; M. W. Fagerland, S. Lydersen and P. Laake, BMC Medical Research
 * Methodology 13 (2013) 91, which recommends `'midP'`; `statsmodels.stats.contingency_tables.mcnemar`.
 *
 * @example
 * ```ts
 * import { mcnemarTest } from 'tfjs-metrics';
 *
 * const [first, second] = [
 *   [1, 1, 0, 1, 0],
 *   [0, 1, 1, 0, 0],
 * ];
 * mcnemarTest(first, second, [1, 1, 0, 1, 1]).pValue; // 0.25
 *
 * // Counts: both correct, only the first, only the second, none.
 * const { pValue } = mcnemarTest([
 *   [794, 86],
 *   [150, 570],
 * ]);
 * pValue; // 0.0000372
 * ```
 */
export function mcnemarTest(
  preds: ClassPredictions,
  otherPreds: ClassPredictions,
  target: ClassTargets,
  options?: McnemarTestOptions,
): McnemarTestValue;
/** Tests counts of samples. */
export function mcnemarTest(
  table: McnemarTable,
  options?: Pick<McnemarTestOptions, 'method' | 'correction'>,
): McnemarTestValue;
export function mcnemarTest(
  first: ClassPredictions | McnemarTable,
  second?: ClassPredictions | McnemarTestOptions,
  target?: ClassTargets,
  given?: McnemarTestOptions,
): McnemarTestValue {
  const isTable = target === undefined && (second === undefined || isPlainObject(second));
  const options = mcnemarTestOptions(isTable ? second : given);
  if (isTable)
    requireNoReadingOptions('mcnemarTest', options, [
      ...CLASS_READING_OPTIONS,
      'labels',
      'positiveLabel',
      'ignoreLabel',
    ]);
  const { method = 'exact', correction } = options;
  if (correction !== undefined && method !== 'chiSquared') {
    throw unfittingOption('mcnemarTest', 'correction', { needed: 'method "chiSquared"', value: correction });
  }
  const [[, onlyFirst], [onlySecond], n] = isTable ? readCounts(first) : countCorrect(first, second, target, options);
  const difference = (onlyFirst - onlySecond) / n;
  const counts = { onlyFirst, onlySecond, difference };
  const [least, trials] = [Math.min(onlyFirst, onlySecond), onlyFirst + onlySecond];
  if (method === 'chiSquared') {
    const apart = Math.max(0, Math.abs(onlyFirst - onlySecond) - ((correction ?? true) ? 1 : 0));
    const statistic = trials === 0 ? 0 : apart ** 2 / trials;
    return { ...counts, statistic, pValue: n === 0 ? NaN : erfc(Math.sqrt(statistic / 2)) };
  }
  const { atMost, exactly } = binomialTail(least, trials);
  const pValue = Math.min(1, 2 * atMost - (method === 'midP' ? exactly : 0));
  return { ...counts, statistic: least, pValue: n === 0 ? NaN : trials === 0 ? 1 : pValue };
}

type Counted = readonly [...rows: McnemarTable, n: number];

function readCounts(table: unknown): Counted {
  const rows: unknown[] = Array.isArray(table) ? table : [];
  const counts = rows.flatMap((row): unknown[] => (Array.isArray(row) && row.length === 2 ? row : []));
  if (rows.length !== 2 || counts.length !== 4) {
    throw inputError('mcnemarTest', 'predictions of two classifiers and a target, or a table of 2 × 2 counts', table);
  }
  const wrong = counts.findIndex((count) => !countCheck(0).isValid(count));
  if (wrong >= 0) throw inputError('mcnemarTest: table', 'whole numbers from 0 up', counts[wrong]);
  const [both, onlyFirst, onlySecond, none] = counts as [number, number, number, number];
  return [[both, onlyFirst], [onlySecond, none], both + onlyFirst + onlySecond + none];
}

function countCorrect(preds: unknown, otherPreds: unknown, target: unknown, options: McnemarTestOptions): Counted {
  const [first, second] = [preds, otherPreds].map((side) => checkClassAgreement(side, target, options));
  const counts: [[number, number], [number, number]] = [
    [0, 0],
    [0, 0],
  ];
  let n = 0;
  first!.target.forEach((bit, i) => {
    if (bit === UNKNOWN) return;
    counts[first!.preds[i] === 1 ? 0 : 1]![second!.preds[i] === 1 ? 0 : 1]!++;
    n++;
  });
  return [...counts, n];
}
