import { defineOptions } from '../../../inputs/defineOptions.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Labels } from '../../../inputs/labels.ts';
import type { ContingencyTable } from '../../../state/tables/contingencyTable.ts';
import type { TableCells } from '../../../state/tables/tableCells.ts';
import { scoreOfTable } from '../../scoreOfTable.ts';
import { readTable, type TableArguments } from '../../tableArguments.ts';
import { expectedKlTerm } from './expectedKlTerm.ts';
import { inBase, informationOptions, type InformationOptions } from './informationOptions.ts';

const expectedMutualInfoOptions = /* @__PURE__ */ defineOptions<InformationOptions>(
  'expectedMutualInfo',
  () => informationOptions.checks(),
  permutationReason,
);

/**
 * Expected mutual information of two labelings when either is shuffled: what chance alone gives.
 *
 * E[I] = Σᵢⱼ Σₙ h(n; N, aᵢ, bⱼ) · n/N · ln(N n / (aᵢ bⱼ)), with h the hypergeometric distribution of a
 * cell whose row and column sum to aᵢ and bⱼ. Takes each pair of **distinct** sums once, so its cost does
 * not grow with the number of clusters of equal size.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns nats (or the unit of `base`), from 0 up. NaN without samples.
 * @throws {@link MetricInputError} when an input or option is not as described, or a weight is no whole number.
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
/** The same of labels that are counted in a table already. */
export function expectedMutualInfo(table: ContingencyTable, options?: InformationOptions): number;
export function expectedMutualInfo(...args: TableArguments<InformationOptions>): number {
  const read = readTable('expectedMutualInfo', expectedMutualInfoOptions, args);
  return scoreOfTable(read, (table, options) => {
    return inBase(expectedInformation(table.cells), options.base);
  });
}

/** The expectation for a table that is not empty and holds whole counts, in nats. */
export function expectedInformation({ predSizes, targetSizes, n }: TableCells): number {
  const sizes = countBySize(targetSizes, predSizes);
  let expected = 0;
  // The term is the same for (a, b) and (b, a), so each pair of sizes is taken once.
  sizes.forEach(([a, rowsOfA, columnsOfA], i) => {
    for (let j = i; j < sizes.length; j++) {
      const [b, rowsOfB, columnsOfB] = sizes[j]!;
      const cells = rowsOfA * columnsOfB + (i === j ? 0 : rowsOfB * columnsOfA);
      if (cells > 0) expected += cells * a * b * expectedKlTerm(n, a, b);
    }
  });
  return expected / (n * n);
}

/** Why weights of a score that permutes samples must be whole numbers. */
export function permutationReason(): string {
  return 'it permutes samples, and a part of a sample can not be permuted';
}

/** The distinct sizes, and how many rows and how many columns have each. */
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
