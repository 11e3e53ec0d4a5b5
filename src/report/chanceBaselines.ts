import { entropyOfSizes } from '../functional/information/discrete/entropyOfSizes.ts';
import type { TableCells } from '../state/tables/tableCells.ts';

/**
 * What scores are on average when either labeling is shuffled, of those for which that has a closed form: they are
 * linear in the mutual information or in the pairs of samples that lie together in both labelings.
 *
 * @param expectedInfo - the mutual information that chance gives, in nats.
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

/** How many pairs of samples lie in the same group. */
function pairsWithin(sizes: Float64Array): number {
  return sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}
