import type { JointStatistic } from './jointStatistic.ts';

/** Statistic that returns the counts of all cells, in this shape. */
export function countsStatistic(shape: readonly number[]): JointStatistic {
  return { shape, withSquares: false, compute: (_, { sums }) => sums.cells };
}
