import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Label, Labels } from '../../../inputs/labels.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { labelOptions, type LabelOptions } from '../../../inputs/options/labelOptions.ts';
import { booleanCheck } from '../../../inputs/options/optionCheck.ts';
import { productDifference } from '../../../numeric/productDifference.ts';
import type { ContingencyTable } from '../../../state/tables/contingencyTable.ts';
import { readTable, type TableArguments } from '../../readTable.ts';
import { baseCheck, inBase } from './informationOptions.ts';
import { isNearOne } from './klTerm.ts';

/** Options for {@link pointwiseMutualInfo}. */
export interface PointwiseMutualInfoOptions extends Pick<LabelOptions, 'ignoreLabel'> {
  /** Base of the logarithm: 2 for bits, 10 for hartleys. Default: e (nats). */
  readonly base?: number | undefined;
  /**
   * Whether to divide each value by −ln p(i, j), with p(i, j) the fraction of samples with both labels. The result is
   * from −1 to 1 (labels that occur only together). Default: false.
   */
  readonly normalize?: boolean | undefined;
}

/** Pair of labels that occur together, with its pointwise mutual information. */
export interface PointwisePair {
  /** Predicted label. */
  readonly pred: Label;
  /** True label. */
  readonly target: Label;
  /** Number of samples (or the sum of their weights) with both labels. */
  readonly count: number;
  /** Pointwise mutual information: above 0 if the labels occur together more often than by chance. */
  readonly mutualInfo: number;
}

const pointwiseOptions: OptionsReader<PointwiseMutualInfoOptions> = /* @__PURE__ */ defineOptions(
  'pointwiseMutualInfo',
  () => ({ ignoreLabel: labelOptions.checks().ignoreLabel, base: baseCheck(), normalize: booleanCheck() }),
);

/**
 * Pointwise mutual information of each pair of labels that occurs: the logarithm of the number of samples with both
 * labels divided by its expectation for independent labels.
 *
 * pmi(i, j) = ln(n nᵢⱼ / (aᵢ bⱼ)), where nᵢⱼ of the n samples have target label i and preds label j, aᵢ have target
 * label i, and bⱼ have preds label j. Its mean over the samples is {@link mutualInfoScore}. Values of rare labels are
 * uncertain: a pair of labels that occur in one sample only has the highest possible value, ln n.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns the pairs that occur, sorted by target label, then by predicted label, with values in nats (or in the unit
 * of `base`), or with `normalize` from −1 to 1; empty without samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see K. W. Church and P. Hanks, Computational Linguistics 16 (1990) 22–29; for `normalize` G. Bouma, GSCL 2009.
 *
 * @example
 * ```ts
 * import { pointwiseMutualInfo } from 'tfjs-metrics';
 *
 * const pairs = pointwiseMutualInfo(['x', 'x', 'y', 'y'], ['a', 'a', 'a', 'b'], {
 *   base: 2,
 * });
 * pairs[0];
 * // => { pred: 'x', target: 'a', count: 2, mutualInfo: 0.415037 }
 * pairs.map(({ mutualInfo }) => mutualInfo);
 * // => [0.415037, -0.584963, 1]
 * ```
 */
export function pointwiseMutualInfo(
  preds: Labels,
  target: Labels,
  options?: PointwiseMutualInfoOptions & PairOptions,
): PointwisePair[];
/** Computes the values from a contingency table. */
export function pointwiseMutualInfo(table: ContingencyTable, options?: PointwiseMutualInfoOptions): PointwisePair[];
export function pointwiseMutualInfo(...args: TableArguments<PointwiseMutualInfoOptions>): PointwisePair[] {
  const { cells, options } = readTable('pointwiseMutualInfo', pointwiseOptions, args);
  const { targetLabels, predLabels, row, column, count, targetSizes, predSizes, n } = cells;
  return Array.from(count, (observed, k) => {
    const [i, j] = [row[k]!, column[k]!];
    const nats = logRatio(observed, n, targetSizes[i]!, predSizes[j]!);
    const most = Math.log(n / observed);
    // Labels that are in all samples only occur together.
    const mutualInfo = options.normalize === true ? (most === 0 ? 1 : nats / most) : inBase(nats, options.base);
    return { pred: predLabels[j]!, target: targetLabels[i]!, count: observed, mutualInfo };
  });
}

/** Returns ln(count n / (a b)), without cancellation near 0. */
function logRatio(count: number, n: number, a: number, b: number): number {
  // NaN, which is not near 1, if a product overflows or underflows.
  const excess = productDifference(count, n, a, b) / (a * b);
  return isNearOne(excess) ? Math.log1p(excess) : Math.log(count / a) + Math.log(n / b);
}
