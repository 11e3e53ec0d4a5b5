import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/contingencyTable.ts';
import type { TableCells } from '../../state/tableCells.ts';
import { readTable, type TableArguments } from '../tableArguments.ts';
import { undefinedScore } from '../undefinedScore.ts';
import { isNearOne, klTerm } from './klTerm.ts';
import { productDifference } from './productDifference.ts';
import { entropyEstimator } from './entropyEstimator.ts';
import { estimatorOptions, type EstimatorOptions } from './estimatorOptions.ts';
import { inBase } from './informationOptions.ts';

/**
 * Mutual information of two labelings: how much knowing one tells about the other.
 *
 * I = Σᵢⱼ nᵢⱼ/n · ln(n nᵢⱼ / (aᵢ bⱼ)), with nᵢⱼ samples of target label i and preds label j, aᵢ and bⱼ
 * the sums of rows and columns, and n samples. Summed as Σ aᵢbⱼ/n² · φ(n nᵢⱼ/(aᵢbⱼ)),
 * φ(r) = r ln r − r + 1 ≥ 0, so it is never below 0, and exactly 0 for exactly independent labels.
 *
 * When samples are few for the number of cells, it is too high. Any other `estimator` than the plug-in
 * gives H(P) + H(T) − H(P, T) of corrected entropies, see {@link EntropyEstimator}: closer on average,
 * but it scatters about the truth and can be below 0.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns nats (or the unit of `base`), from 0 up to the smaller of the two entropies. 0 for no
 * samples, where the formula is 0/0.
 * @throws {@link MetricInputError} when an input or option is not as described, or a weight is no whole
 * number and the estimator not the plug-in.
 * @see T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed., chapter 2.
 *
 * @example
 * ```ts
 * import { mutualInfoScore } from 'tfjs-metrics';
 *
 * mutualInfoScore([2, 1, 0, 1, 0], [0, 2, 1, 1, 0]); // 0.500402
 * mutualInfoScore(['x', 'x', 'y', 'y'], [true, true, false, false], { base: 2 }); // 1
 * mutualInfoScore([0, 1, 0, 1, 1, 0], [0, 1, 0, 1, 0, 1], { estimator: 'millerMadow' }); // -0.02670
 * ```
 */
export function mutualInfoScore(
  preds: Labels,
  target: Labels,
  options?: EstimatorOptions & PairOptions,
): number;
/** The same of labels that are counted in a table already. */
export function mutualInfoScore(table: ContingencyTable, options?: EstimatorOptions): number;
export function mutualInfoScore(...args: TableArguments<EstimatorOptions>): number {
  const { table, options } = readTable('mutualInfoScore', estimatorOptions, args);
  if (table.n === 0) {
    return undefinedScore('mutualInfoScore', options.onUndefined, 0, 'there are no samples');
  }
  const { estimator = 'plugIn' } = options;
  const nats =
    estimator === 'plugIn' ? mutualInfo(table.cells) : correctedMutualInfo(table.cells, options);
  return inBase(nats, options.base);
}

function correctedMutualInfo(cells: TableCells, options: EstimatorOptions): number {
  const { targetSizes, predSizes, count, n } = cells;
  const [target, preds] = [targetSizes, predSizes].map((sizes) => ({
    sizes,
    possible: sizes.length,
  }));
  const joint = { sizes: count, possible: targetSizes.length * predSizes.length };
  const entropyOf = entropyEstimator('mutualInfoScore', options, joint, n);
  return entropyOf(target!) + entropyOf(preds!) - entropyOf(joint);
}

function mutualInfo(cells: TableCells): number {
  const { n } = cells;
  if (n > 1e-70 && n < 1e70) return mutualInfoOfSums(cells);
  // Products of such weights would leave the range of numbers.
  const scaled = (values: Float64Array): Float64Array => values.map((value) => value / n);
  const { count, targetSizes, predSizes } = cells;
  return mutualInfoOfSums({
    ...cells,
    count: scaled(count),
    targetSizes: scaled(targetSizes),
    predSizes: scaled(predSizes),
    n: 1,
  });
}

function mutualInfoOfSums(cells: TableCells): number {
  const { row, column, count, targetSizes, predSizes, n } = cells;
  const lnTarget = targetSizes.map(Math.log);
  const lnPred = predSizes.map(Math.log);
  const lnN = Math.log(n);
  // What the row's cells expect of it; the rest of the row is empty cells, each with φ(0) = 1.
  const seen = new Float64Array(targetSizes.length);
  const cellsInRow = new Int32Array(targetSizes.length);
  let sum = 0;
  for (let k = 0; k < count.length; k++) {
    const i = row[k]!;
    const j = column[k]!;
    const observed = count[k]!;
    const expected = targetSizes[i]! * predSizes[j]!;
    const excess = productDifference(observed, n, targetSizes[i]!, predSizes[j]!);
    if (isNearOne(excess / expected)) {
      sum += expected * klTerm(excess / expected);
    } else {
      // The same from one logarithm a cell, or none: most cells of a sparse table hold 1.
      const lnCount = observed === 1 ? 0 : Math.log(observed);
      sum += observed * n * (lnCount - lnTarget[i]! + lnN - lnPred[j]!) - excess;
    }
    seen[i]! += predSizes[j]!;
    cellsInRow[i]!++;
  }
  for (let i = 0; i < targetSizes.length; i++) {
    const isFull = cellsInRow[i] === predSizes.length;
    if (!isFull) sum += targetSizes[i]! * Math.max(0, n - seen[i]!);
  }
  return sum / (n * n);
}
