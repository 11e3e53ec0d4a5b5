import * as tf from '@tensorflow/tfjs-core';
import * as lib from 'tfjs-metrics/information';
import type { BoundFormula } from './boundFormulas.ts';
import { read } from './check.ts';

/** Bound on mutual information, with its formulas. */
export interface BoundCase {
  /** Name of the function, and its options after a comma. */
  readonly name: string;
  /** Inputs that the bound depends on: scores of all pairs, one number per column, or both. */
  readonly inputs: readonly ('scores' | 'column')[];
  /** Returns the bound, or an object whose first tensor is the bound. */
  readonly compute: (scores: tf.Tensor2D, column: tf.Tensor1D) => object;
  /** Formula of the value. */
  readonly formula: BoundFormula;
  /** Formula of the gradient, if it is not that of the value. */
  readonly gradient?: BoundFormula;
}

type Rest = Omit<BoundCase, 'name' | 'inputs' | 'formula'>;

const ofScores = (name: string, formula: BoundFormula, rest: Rest): BoundCase => ({
  name,
  inputs: ['scores'],
  formula,
  ...rest,
});
const ofBoth = (name: string, formula: BoundFormula, rest: Rest): BoundCase => ({
  name,
  inputs: ['scores', 'column'],
  formula,
  ...rest,
});
const ofColumn = (name: string, formula: BoundFormula, bound: (column: tf.Tensor1D) => tf.Scalar): BoundCase => ({
  name,
  inputs: ['column'],
  formula,
  compute: (_, column) => bound(column),
});
const zeros = ({ size }: tf.Tensor) => ({ data: new Float32Array(size), dims: [size] });

/** Every exported bound; a test compares the names with the exports. */
export const bounds: readonly BoundCase[] = [
  ofScores('dvLowerBound', 'dv', { compute: lib.dvLowerBound }),
  ofScores('nwjLowerBound', 'nwj', { compute: lib.nwjLowerBound }),
  ofScores('jsLowerBound', 'js', { compute: lib.jsLowerBound, gradient: 'jensenShannon' }),
  ofScores('smileLowerBound, clip 1.5', 'smile', {
    compute: (f) => lib.smileLowerBound(f, { clip: 1.5 }),
    gradient: 'jensenShannon',
  }),
  ofScores('smileLowerBound, no clip', 'dv', {
    compute: (f) => lib.smileLowerBound(f, { clip: Infinity }),
    gradient: 'jensenShannon',
  }),
  ofScores('mineLowerBound', 'dv', { compute: (f) => lib.mineLowerBound(f) }),
  ofScores('mineLowerBound, running mean', 'dv', {
    compute: (f) => lib.mineLowerBound(f, { logMeanExp: 0.4, rate: 0.25 }),
    gradient: 'mine',
  }),
  ofScores('infoNceLowerBound, rows', 'infoNceRows', { compute: (f) => lib.infoNceLowerBound(f) }),
  ofScores('infoNceLowerBound, columns', 'infoNceColumns', {
    compute: (f) => lib.infoNceLowerBound(f, { contrast: 'columns' }),
  }),
  ofScores('infoNceLowerBound, symmetric', 'infoNceSymmetric', {
    compute: (f) => lib.infoNceLowerBound(f, { contrast: 'symmetric' }),
  }),
  ofScores('structuredInfoNce', 'infoNceColumns', { compute: lib.structuredInfoNce }),
  ofScores('leaveOneOutUpperBound', 'leaveOneOut', { compute: lib.leaveOneOutUpperBound }),
  ofScores('clubUpperBound', 'club', { compute: (f) => lib.clubUpperBound(f) }),
  ofScores('clubUpperBound, without the diagonal', 'clubOffDiagonal', {
    compute: (f) => lib.clubUpperBound(f, { includeDiagonal: false }),
  }),
  ofBoth('tubaLowerBound', 'tuba', { compute: lib.tubaLowerBound }),
  ofBoth('interpolatedLowerBound', 'interpolated', { compute: (f, a) => lib.interpolatedLowerBound(f, a, 0.3) }),
  ofColumn('barberAgakovLowerBound', 'barberAgakov', (a) => lib.barberAgakovLowerBound(a, 2)),
  ofColumn('variationalUpperBound, conditional', 'conditional', (a) => lib.variationalUpperBound(a, zeros(a))),
  ofColumn('variationalUpperBound, marginal', 'marginal', (a) => lib.variationalUpperBound(zeros(a), a)),
];

/** Returns a bound, and its gradient with respect to all scores and numbers: 0 for those it does not depend on. */
export async function evaluateBound(
  { inputs, compute }: BoundCase,
  scores: tf.Tensor2D,
  column: tf.Tensor1D,
): Promise<readonly [value: number, gradient: number[]]> {
  const all = { scores, column };
  const { value, grads } = tf.valueAndGrads((...used) => {
    const given = { ...all, ...Object.fromEntries(inputs.map((name, k) => [name, used[k]!])) };
    return firstTensor(compute(given.scores, given.column)) as tf.Scalar;
  })(inputs.map((name) => all[name]));
  const gradient: number[] = [];
  for (const name of ['scores', 'column'] as const) {
    const at = inputs.indexOf(name);
    gradient.push(...(at < 0 ? zeros(all[name]).data : await read(grads[at]!)));
  }
  return [(await read(value))[0]!, gradient];
}

/** Returns the result, or the first tensor of an object of results. */
export function firstTensor(result: object): tf.Tensor {
  return result instanceof tf.Tensor ? result : (Object.values(result) as tf.Tensor[])[0]!;
}
