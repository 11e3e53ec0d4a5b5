import type { JointStatistic } from '../information/soft/jointStatistic.ts';

/**
 * Statistic Cᵢⱼ / (ΣC + epsilon) of the counts. With `perSample`, all counts are first divided by the sum of the
 * weights.
 */
export function sharesStatistic(shape: readonly number[], epsilon: number, perSample: boolean): JointStatistic {
  return {
    shape,
    withSquares: false,
    compute: (tape, { sums }) => {
      const added = perSample ? tape.mul(sums.all, epsilon) : epsilon;
      return tape.div(sums.cells, tape.add(tape.sum(sums.cells), added));
    },
  };
}
