import * as tf from '@tensorflow/tfjs-core';
import * as lib from 'tfjs-metrics/information';
import { boundFormulas, type BoundFormula, type Scores } from './boundFormulas.ts';
import { must, mustBeClose, read, type Check } from './check.ts';

const O = -Infinity;

/** Score matrices with masked pairs, and one number per column. */
const masked: Readonly<Record<string, readonly [scores: Scores, column: readonly number[]]>> = {
  'one pair': [
    [
      [0.39, O, 1.4],
      [-1.3, 0.92, -0.2],
      [-0.3, 0.5, 1.9],
    ],
    [0.2, -0.4, 0.3],
  ],
  'a row and its column': [
    [
      [0.4, O, O, O],
      [O, 0.9, -0.2, 1],
      [O, 0.5, 1.9, 0],
      [O, 2, 1, 0],
    ],
    [0.2, -0.4, 0.3, 0],
  ],
  'the only other pair of a column': [
    [
      [0.4, O],
      [-0.7, 0.9],
    ],
    [0.1, 0.2],
  ],
  'every other pair': [
    [
      [0.4, O],
      [O, 0.9],
    ],
    [0.1, 0.2],
  ],
  'a joint pair': [
    [
      [O, 0.3, 1.4],
      [-1.3, 0.92, -0.2],
      [-0.3, 0.5, 1.9],
    ],
    [0.2, -0.4, 0.3],
  ],
  'a number of a column': [
    [
      [0.39, 0.1, 1.4],
      [-1.3, 0.92, -0.2],
      [-0.3, 0.5, 1.9],
    ],
    [0.2, O, 0.3],
  ],
};

type Bound = (scores: tf.Tensor2D, column: tf.Tensor1D) => tf.Scalar;

/** Bounds with the formula of their value and, if different, the formula of their gradient. */
const bounds: Readonly<Record<string, readonly [Bound, BoundFormula, gradient?: BoundFormula]>> = {
  dvLowerBound: [lib.dvLowerBound, 'dv'],
  nwjLowerBound: [lib.nwjLowerBound, 'nwj'],
  jsLowerBound: [lib.jsLowerBound, 'js', 'jensenShannon'],
  smileLowerBound: [(f) => lib.smileLowerBound(f, { clip: 1.5 }), 'smile', 'jensenShannon'],
  'smileLowerBound, no clip': [(f) => lib.smileLowerBound(f, { clip: Infinity }), 'dv', 'jensenShannon'],
  mineLowerBound: [(f) => lib.mineLowerBound(f).bound, 'dv'],
  'infoNceLowerBound of rows': [(f) => lib.infoNceLowerBound(f), 'infoNceRows'],
  'infoNceLowerBound of columns': [(f) => lib.infoNceLowerBound(f, { contrast: 'columns' }), 'infoNceColumns'],
  'infoNceLowerBound of both': [(f) => lib.infoNceLowerBound(f, { contrast: 'symmetric' }), 'infoNceSymmetric'],
  tubaLowerBound: [lib.tubaLowerBound, 'tuba'],
  interpolatedLowerBound: [(f, a) => lib.interpolatedLowerBound(f, a, 0.3), 'interpolated'],
  structuredInfoNce: [lib.structuredInfoNce, 'infoNceColumns'],
  leaveOneOutUpperBound: [lib.leaveOneOutUpperBound, 'leaveOneOut'],
  clubUpperBound: [(f) => lib.clubUpperBound(f), 'club'],
  barberAgakovLowerBound: [(_, a) => lib.barberAgakovLowerBound(a, 2), 'barberAgakov'],
  'variationalUpperBound, conditional': [(_, a) => lib.variationalUpperBound(a, tf.zeros([a.size])), 'conditional'],
  'variationalUpperBound, marginal': [(_, a) => lib.variationalUpperBound(tf.zeros([a.size]), a), 'marginal'],
};

/** Returns the gradient of a formula with respect to all scores and numbers, with 0 for masked ones. */
function derivatives(formula: BoundFormula, scores: Scores, column: readonly number[]): number[] {
  const all = [...scores.flat(), ...column];
  const k = column.length;
  const at = (values: readonly number[]): number => {
    const rows = scores.map((_, i) => values.slice(i * k, (i + 1) * k));
    return boundFormulas[formula](rows, values.slice(k * k));
  };
  const step = 2 ** -16;
  return all.map((value, n) => {
    if (value === O) return 0;
    const near = (by: number): number => at(all.map((old, m) => (m === n ? old + by : old)));
    return (near(step) - near(-step)) / (2 * step);
  });
}

/** Returns a bound and its gradient with respect to both inputs; 0 if it does not depend on one. */
async function evaluated(
  bound: Bound,
  scores: Scores,
  column: readonly number[],
): Promise<[value: number, gradient: number[]]> {
  const inputs = [tf.tensor2d(scores as number[][]), tf.tensor1d([...column])];
  const used = tf.customGrad((x, y) => ({
    value: tf.scalar(0),
    gradFunc: () => [tf.zerosLike(x as tf.Tensor), tf.zerosLike(y as tf.Tensor)],
  }));
  const sum = tf.customGrad((a, b) => ({
    value: tf.add(a as tf.Tensor, b as tf.Tensor),
    gradFunc: (upstream) => [upstream, upstream],
  }));
  const { value, grads } = tf.valueAndGrads(
    (f, a) => sum(bound(f as tf.Tensor2D, a as tf.Tensor1D), used(f!, a!)) as tf.Scalar,
  )(inputs);
  const gradient = (await Promise.all(grads.map(read))).flat();
  tf.dispose(inputs);
  return [(await read(value))[0]!, gradient];
}

/** Checks that scores of −∞ count as pairs of probability 0, as in the formulas with e^−∞ = 0. */
export const maskedChecks: readonly Check[] = Object.entries(bounds).map(
  ([name, [bound, formula, gradientFormula = formula]]) => ({
    name: `${name} agrees with its formula for masked pairs, whose gradient is 0`,
    run: async (setting) => {
      for (const [which, [scores, column]] of Object.entries(masked)) {
        const place = `${name}, masked: ${which}`;
        const [value, gradient] = await evaluated(bound, scores, column);
        const expected = boundFormulas[formula](scores, column);
        if (Number.isFinite(expected)) {
          mustBeClose(setting, 'masked', place, [value], [expected], 1e-5);
        } else {
          // ∞ − ∞ may be ∞ on WebGPU.
          const isExpected = Number.isNaN(expected) ? !Number.isFinite(value) : value === expected;
          must(isExpected, `${place}: expected ${expected}, got ${value}`);
        }
        const expectedGradient = derivatives(gradientFormula, scores, column);
        if (expectedGradient.every(Number.isFinite)) {
          mustBeClose(setting, 'masked, gradient', place, gradient, expectedGradient, 2e-5);
        }
        [...scores.flat(), ...column].forEach((score, n) => {
          if (score === O) must(gradient[n] === 0, `${place}: expected a gradient of 0, got ${gradient[n]}`);
        });
      }
    },
  }),
);
