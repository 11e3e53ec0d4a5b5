import type { JointCounts } from '../../../numeric/binning/jointCounts.ts';
import type { AverageMethod } from '../discrete/averageOptions.ts';
import { samePartition } from '../discrete/samePartition.ts';
import { hostArithmetic } from './hostArithmetic.ts';
import { jointCells } from './jointCells.ts';
import { evaluateStatistic, hostCounts, type CountsOf, type JointStatistic } from './jointStatistic.ts';
import type { Tape, Variable } from './tape.ts';

/** Statistic `factor` · I with the mutual information I in nats. NaN without samples. */
export function mutualInfoStatistic(factor: number, withSquares: boolean): JointStatistic {
  return {
    shape: [],
    withSquares,
    compute: (tape, counts) => ofSamples(tape, counts, tape.mul(mutualInfoOf(tape, counts), factor)),
  };
}

/** Statistic `factor` · I / mean(H(x), H(y)). NaN without samples. */
export function normalizedMutualInfoStatistic(
  factor: number,
  withSquares: boolean,
  method: AverageMethod = 'arithmetic',
): JointStatistic {
  return {
    shape: [],
    withSquares,
    compute: (tape, counts) => {
      const [ofX, ofY] = [entropyOf(tape, counts, 'x'), entropyOf(tape, counts, 'y')];
      const mean = averageOf(tape, ofX, ofY, method);
      const share = tape.divNoNan(mutualInfoOf(tape, counts), mean);
      const { leastEntropy } = tape.arithmetic;
      const isZero = tape.atLeast(leastEntropy, mean);
      const isOneBin = tape.atLeast(leastEntropy, averageOf(tape, ofX, ofY, 'max'));
      return ofSamples(tape, counts, tape.mul(tape.select(isZero, isOneBin, share), factor));
    },
  };
}

/** Returns the mutual information of a joint histogram in nats, in float64. */
export function softMutualInfoOf(counts: JointCounts): number {
  const statistic = mutualInfoStatistic(1, counts.squares !== undefined);
  return evaluateStatistic(hostArithmetic, statistic, hostCounts(counts)).value.data[0]!;
}

/**
 * Returns the normalized mutual information of a joint histogram, in float64. Exactly 1 if both sides are the same
 * partition.
 */
export function softNormalizedMutualInfoOf(counts: JointCounts, method?: AverageMethod): number {
  const statistic = normalizedMutualInfoStatistic(1, counts.squares !== undefined, method);
  const { sums, squares } = hostCounts(counts);
  if (counts.sums.all > 0 && samePartition(jointCells(sums.cells))) return 1;
  const share = evaluateStatistic(hostArithmetic, statistic, { sums, squares }).value.data[0]!;
  return squares === undefined ? Math.min(1, share) : share;
}

/** Replaces a value by NaN if there are no samples. */
function ofSamples<A>(tape: Tape<A>, { sums }: CountsOf<Variable<A>>, value: Variable<A>): Variable<A> {
  return tape.select(tape.atLeast(0, sums.all), NaN, value);
}

function mutualInfoOf<A>(tape: Tape<A>, counts: CountsOf<Variable<A>>): Variable<A> {
  const plain = tape.mutualInfo(counts.sums.cells);
  if (counts.squares === undefined) return plain;
  const ofMargins = tape.add(entropyBias(tape, counts, 'x'), entropyBias(tape, counts, 'y'));
  return tape.add(plain, tape.sub(ofMargins, entropyBias(tape, counts, 'cells')));
}

function entropyOf<A>(tape: Tape<A>, counts: CountsOf<Variable<A>>, side: 'x' | 'y'): Variable<A> {
  const plain = tape.entropy(tape.sum(counts.sums.cells, side === 'x' ? 1 : 0));
  return counts.squares === undefined ? plain : tape.add(plain, entropyBias(tape, counts, side));
}

/**
 * Returns the amount by which a finite sample underestimates an entropy: (Σ t/s − T/S) / 2S, where s is the sum and t
 * the sum of squares of each cell, and S and T are those of all cells. For hard bins this is the Miller-Madow
 * correction (K − 1) / 2N.
 */
function entropyBias<A>(
  tape: Tape<A>,
  { sums, squares }: CountsOf<Variable<A>>,
  part: 'cells' | 'x' | 'y',
): Variable<A> {
  const inBins = tape.sum(tape.divNoNan(squares![part], sums[part]));
  return tape.divNoNan(tape.sub(inBins, tape.divNoNan(squares!.all, sums.all)), tape.mul(sums.all, 2));
}

/**
 * Returns the mean of two entropies by `method`. If they are equal, each gets half of the gradient of `'min'` and
 * `'max'`.
 */
function averageOf<A>(tape: Tape<A>, a: Variable<A>, b: Variable<A>, method: AverageMethod): Variable<A> {
  if (method === 'geometric') return tape.sqrt(tape.mul(a, b));
  const mean = tape.mul(tape.add(a, b), 0.5);
  if (method === 'arithmetic') return mean;
  const isLess = tape.atLeast(b, a);
  const isGreater = tape.atLeast(a, b);
  const [chosen, other] = method === 'min' ? [isLess, isGreater] : [isGreater, isLess];
  return tape.select(chosen, tape.select(other, mean, a), b);
}
