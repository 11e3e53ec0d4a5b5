import { entropyOfSizes } from '../../functional/information/discrete/entropyOfSizes.ts';
import type { TableCells } from '../../state/tables/tableCells.ts';

/**
 * Expected values of scores when either labeling is permuted at random, for scores with a closed form: those that are
 * linear in the mutual information, or in the number of sample pairs that are together in both labelings.
 *
 * @param expectedInfo - expected mutual information of random labelings, in nats.
 */
export function chanceBaselines(
  { targetSizes, predSizes, n }: TableCells,
  expectedInfo: number,
): Readonly<Record<string, number>> {
  const classes = entropyOfSizes(targetSizes, n);
  const clusters = entropyOfSizes(predSizes, n);
  const pairs = (n * (n - 1)) / 2;
  const inClasses = pairsWithin(targetSizes) / pairs;
  const inClusters = pairsWithin(predSizes) / pairs;
  const together = inClasses * inClusters;
  return {
    adjustedRandScore: 0,
    adjustedMutualInfoScore: 0,
    mutualInfoScore: expectedInfo,
    normalizedMutualInfoScore: (2 * expectedInfo) / (classes + clusters),
    homogeneityScore: expectedInfo / classes,
    completenessScore: expectedInfo / clusters,
    vMeasureScore: (2 * expectedInfo) / (classes + clusters),
    variationOfInformation: classes + clusters - 2 * expectedInfo,
    randScore: 1 + 2 * together - inClasses - inClusters,
    fowlkesMallowsIndex: Math.sqrt(together),
  };
}

/** Number of sample pairs in the same group. */
function pairsWithin(sizes: Float64Array): number {
  return sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}
