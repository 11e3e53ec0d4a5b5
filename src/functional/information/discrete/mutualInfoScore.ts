import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Labels } from '../../../inputs/labels.ts';
import type { ContingencyTable } from '../../../state/tables/contingencyTable.ts';
import type { TableCells } from '../../../state/tables/tableCells.ts';
import { scoreOfTable, readTable, type TableArguments } from '../../readTable.ts';
import { declareRange } from '../../scoreRange.ts';
import { mutualInfoOfCells } from './mutualInfoOfCells.ts';
import { entropyEstimator } from './entropyEstimator.ts';
import { estimatorOptions, type EstimatorOptions } from './estimatorOptions.ts';
import { inBase } from './informationOptions.ts';
import { mutualInfoRange } from './mutualInfoRange.ts';

/**
 * Mutual information of two labelings: how much knowing one reduces the uncertainty about the other.
 *
 * I = Σᵢⱼ (nᵢⱼ/n) ln(n nᵢⱼ / (aᵢ bⱼ)), where nᵢⱼ of the n samples have target label i and preds label j, aᵢ have target
 * label i, and bⱼ have preds label j. It is computed as Σᵢⱼ (aᵢbⱼ/n²) φ(n nᵢⱼ/(aᵢbⱼ)), with φ(r) = r ln r − r + 1 ≥ 0,
 * so that it is never negative, and exactly 0 for exactly independent labels.
 *
 * I is too high on average if there are few samples per pair of labels. Estimators other than the plug-in combine
 * corrected entropies, H(P) + H(T) − H(P, T) for preds P and target T; see {@link EntropyEstimator}. They have less
 * bias but more variance, and their values can be negative, except with `'jamesStein'`.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns a value in nats (or in the unit of `base`), with the plug-in estimator from 0 to the smaller of the two
 * entropies. NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or if a weight is not a whole number and the
 * estimator is not the plug-in.
 * @see T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed., chapter 2.
 *
 * @example
 * ```ts
 * import { mutualInfoScore } from 'tfjs-metrics';
 *
 * mutualInfoScore([2, 1, 0, 1, 0], [0, 2, 1, 1, 0]); // 0.500402
 * mutualInfoScore(['x', 'x', 'y', 'y'], [true, true, false, false], { base: 2 });
 * // => 1
 * mutualInfoScore([0, 1, 0, 1, 1, 0], [0, 1, 0, 1, 0, 1], {
 *   estimator: 'millerMadow',
 * }); // -0.02670
 * ```
 */
export function mutualInfoScore(preds: Labels, target: Labels, options?: EstimatorOptions & PairOptions): number;
/** Computes the score from a contingency table. */
export function mutualInfoScore(table: ContingencyTable, options?: EstimatorOptions): number;
export function mutualInfoScore(...args: TableArguments<EstimatorOptions>): number {
  return scoreOfTable(
    () => readTable('mutualInfoScore', estimatorOptions, args),
    (cells, options) => {
      const { estimator = 'plugIn' } = options;
      const nats = estimator === 'plugIn' ? mutualInfoOfCells(cells) : correctedMutualInfo(cells, options);
      return inBase(nats, options.base);
    },
  );
}

function correctedMutualInfo(cells: TableCells, options: EstimatorOptions): number {
  const { targetSizes, predSizes, count, n } = cells;
  const [target, preds] = [targetSizes, predSizes].map((sizes) => ({
    sizes,
    possible: sizes.length,
  }));
  const joint = { sizes: count, possible: targetSizes.length * predSizes.length };
  const entropyOf = entropyEstimator('mutualInfoScore', options, joint, n);
  const nats = entropyOf(target!) + entropyOf(preds!) - entropyOf(joint);
  // Shrunk frequencies form a distribution, so a negative value is rounding error; other corrections do not.
  return options.estimator === 'jamesStein' ? Math.max(0, nats) : nats;
}

declareRange(mutualInfoScore, mutualInfoRange);
