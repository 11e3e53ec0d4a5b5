import type { JointStatistic } from '../information/soft/jointStatistic.ts';

/**
 * The counts of all cells divided by their sum, Cᵢⱼ / (ΣC + epsilon), with `perSample` after a division of all counts
 * by the sum of the weights.
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
