import { defineOptions } from '../../../inputs/options/defineOptions.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Labels } from '../../../inputs/labels.ts';
import type { ContingencyTable } from '../../../state/tables/contingencyTable.ts';
import type { TableCells } from '../../../state/tables/tableCells.ts';
import { scoreOfTable, readTable, type TableArguments } from '../../readTable.ts';
import { expectedKlTerm } from './expectedKlTerm.ts';
import { inBase, informationOptions, type InformationOptions } from './informationOptions.ts';

const expectedMutualInfoOptions = /* @__PURE__ */ defineOptions<InformationOptions>(
  'expectedMutualInfo',
  () => informationOptions.checks(),
  permutationReason,
);

/**
 * Expected mutual information of two labelings if one of them is randomly permuted.
 *
 * E[I] = Σᵢⱼ Σₙ h(n; N, aᵢ, bⱼ) (n/N) ln(N n / (aᵢ bⱼ)), for N samples, of which aᵢ have the target label i and bⱼ the
 * preds label j. h is the hypergeometric probability that n samples have both labels, and the inner sum is over n ≥ 1.
 *
 * A term depends only on aᵢ and bⱼ. It is computed once for each pair of distinct sizes, so the cost does not grow with
 * the number of clusters of equal size.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns a value in nats (or in the unit of `base`), 0 or more. NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or a weight is not a whole number.
 * @see N. X. Vinh, J. Epps and J. Bailey, JMLR 11 (2010) 2837–2854.
 *
 * @example
 * ```ts
 * import { expectedMutualInfo } from 'tfjs-metrics';
 *
 * expectedMutualInfo([2, 1, 0, 1, 0], [0, 2, 1, 1, 0]); // 0.611306
 * ```
 */
export function expectedMutualInfo(preds: Labels, target: Labels, options?: InformationOptions & PairOptions): number;
/** Computes the expectation from a contingency table. */
export function expectedMutualInfo(table: ContingencyTable, options?: InformationOptions): number;
export function expectedMutualInfo(...args: TableArguments<InformationOptions>): number {
  return scoreOfTable(
    () => readTable('expectedMutualInfo', expectedMutualInfoOptions, args),
    (cells, options) => inBase(expectedInformation(cells), options.base),
  );
}

/** Returns the expectation, in nats, for a non-empty table of whole counts. */
export function expectedInformation({ predSizes, targetSizes, n }: TableCells): number {
  const sizes = countBySize(targetSizes, predSizes);
  let expected = 0;
  // The term is the same for (a, b) and (b, a), so each pair of sizes is evaluated once.
  sizes.forEach(([a, rowsOfA, columnsOfA], i) => {
    for (let j = i; j < sizes.length; j++) {
      const [b, rowsOfB, columnsOfB] = sizes[j]!;
      const cells = rowsOfA * columnsOfB + (i === j ? 0 : rowsOfB * columnsOfA);
      if (cells > 0) expected += cells * a * b * expectedKlTerm(n, a, b);
    }
  });
  return expected / (n * n);
}

/** Returns why a score that permutes samples requires whole-number weights. */
export function permutationReason(): string {
  return 'it permutes samples';
}

/** Returns the distinct sizes with the numbers of rows and columns of each size. */
function countBySize(
  rowSizes: Float64Array,
  columnSizes: Float64Array,
): [size: number, rows: number, columns: number][] {
  const counts = new Map<number, [number, number, number]>();
  const countIn = (size: number, place: 1 | 2): void => {
    const entry = counts.get(size);
    if (entry) entry[place]++;
    else counts.set(size, place === 1 ? [size, 1, 0] : [size, 0, 1]);
  };
  for (const size of rowSizes) countIn(size, 1);
  for (const size of columnSizes) countIn(size, 2);
  return [...counts.values()].sort(([a], [b]) => a - b);
}
