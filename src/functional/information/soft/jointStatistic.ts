import type { JointCounts, JointSums } from '../../../numeric/binning/jointCounts.ts';
import type { CountGradients, SumGradients } from '../../../numeric/binning/pairGradient.ts';
import type { Arithmetic } from './arithmetic.ts';
import { hostArithmetic } from './hostArithmetic.ts';
import type { Matrix } from './matrixProduct.ts';
import { Tape, type Variable } from './tape.ts';

/** Sums of a joint histogram as matrices: `[rows, columns]`, `[rows, 1]`, `[1, columns]` and `[1, 1]`. */
export interface SumsOf<A> {
  readonly cells: A;
  readonly x: A;
  readonly y: A;
  readonly all: A;
}

/** Joint histogram as matrices, with sums of squares if a bias correction needs them. */
export interface CountsOf<A> {
  readonly sums: SumsOf<A>;
  readonly squares: SumsOf<A> | undefined;
}

/** Function of a joint histogram, written once for arrays and tensors. */
export interface JointStatistic {
  /** Shape of the result. */
  readonly shape: readonly number[];
  /** True if sums of squares are needed. */
  readonly withSquares: boolean;
  /** Computes the statistic. The total counts are constants because they do not depend on the values. */
  compute<A>(tape: Tape<A>, counts: CountsOf<Variable<A>>): Variable<A>;
}

/** Value of a statistic and its gradients. */
export interface Evaluation<A> {
  readonly value: A;
  /** Returns the gradients with respect to the counts, from that with respect to the statistic. */
  gradients(by: A): CountGradients<A>;
}

/** Computes a statistic of a joint histogram. */
export function evaluateStatistic<A>(
  arithmetic: Arithmetic<A>,
  { compute }: JointStatistic,
  counts: CountsOf<A>,
): Evaluation<A> {
  const tape = new Tape(arithmetic);
  const read = ({ cells, x, y, all }: SumsOf<A>): SumsOf<Variable<A>> => ({
    cells: tape.variable(cells),
    x: tape.variable(x),
    y: tape.variable(y),
    all: tape.variable(all, true),
  });
  const sums = read(counts.sums);
  const squares = counts.squares && read(counts.squares);
  const result = compute(tape, { sums, squares });
  const gradientsOf = ({ cells, x, y }: SumsOf<Variable<A>>): SumGradients<A> => ({
    cells: cells.gradient!,
    x: x.gradient,
    y: y.gradient,
  });
  return {
    value: result.value,
    gradients: (by) => {
      tape.backward(result, by);
      return { sums: gradientsOf(sums), squares: squares && gradientsOf(squares) };
    },
  };
}

/** Returns a joint histogram on the host as matrices that share its memory. */
export function hostCounts({ sums, squares }: JointCounts): CountsOf<Matrix> {
  const matrices = ({ cells, x, y, all }: JointSums): SumsOf<Matrix> => ({
    cells: { rows: x.length, columns: y.length, data: cells },
    x: { rows: x.length, columns: 1, data: x },
    y: { rows: 1, columns: y.length, data: y },
    all: hostArithmetic.constant(all),
  });
  return { sums: matrices(sums), squares: squares && matrices(squares) };
}

/** Returns gradients with respect to counts on the host as arrays. */
export function hostGradients({ sums, squares }: CountGradients<Matrix>): CountGradients {
  const arrays = ({ cells, x, y }: SumGradients<Matrix>): SumGradients<Float64Array> => ({
    cells: cells.data,
    x: x?.data,
    y: y?.data,
  });
  return { sums: arrays(sums), squares: squares && arrays(squares) };
}

/** Statistic that returns the counts of all cells, in this shape. */
export function countsStatistic(shape: readonly number[]): JointStatistic {
  return { shape, withSquares: false, compute: (_, { sums }) => sums.cells };
}
