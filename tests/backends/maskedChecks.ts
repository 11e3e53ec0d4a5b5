import * as tf from '@tensorflow/tfjs-core';
import { boundFormulas, type BoundFormula, type Scores } from './boundFormulas.ts';
import { bounds, evaluateBound, type BoundCase } from './bounds.ts';
import { must, mustBeClose, type Check } from './check.ts';

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

async function evaluated(
  bound: BoundCase,
  scores: Scores,
  column: readonly number[],
): ReturnType<typeof evaluateBound> {
  const inputs = [tf.tensor2d(scores as number[][]), tf.tensor1d([...column])] as const;
  const result = await evaluateBound(bound, ...inputs);
  tf.dispose([...inputs]);
  return result;
}

/** Checks that scores of −∞ count as pairs of probability 0, as in the formulas with e^−∞ = 0. */
export const maskedChecks: readonly Check[] = bounds.map((bound) => ({
  name: `${bound.name}: the bound agrees with its formula for masked pairs, whose gradient is 0`,
  run: async (setting) => {
    const { name, formula, gradient: gradientFormula = formula } = bound;
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
}));
