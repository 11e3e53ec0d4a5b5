import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import * as lib from 'tfjs-metrics/information';
import { logProbabilities, pulledBack } from './gaussianConditional.ts';
import {
  conditionalCases,
  scoresCases,
  type GradientSummary,
  type Matrix,
  type ScoresCase,
} from './variationalCases.ts';

// In test mode, TensorFlow.js counts the tensors that operations save for gradients as leaks.
tf.env().set('IS_TEST', false);
setWasmPaths('node_modules/@tensorflow/tfjs-backend-wasm/dist/');

/** A larger expected value overflows float32, so only the sign and a large finite magnitude are checked. */
const LARGEST = 3e38;
const NEAR_LARGEST = 1e36;

let comparisons = 0;
let worst = 0;

/**
 * Expects a relative error of 1e-5 (absolute below 1) for scores up to `size`; for large scores, the effect of rounding
 * a score to float32 on its exponential.
 */
function expectFloat(actual: number, expected: number | string, size = 1): void {
  comparisons++;
  const exact = Number(expected);
  if (Math.abs(exact) > LARGEST) {
    expect(Math.abs(actual)).toBeGreaterThan(NEAR_LARGEST);
    expect([Math.sign(actual), Number.isFinite(actual)]).toEqual([Math.sign(exact), true]);
    return;
  }
  const error = Math.abs(actual - exact) / Math.max(1, Math.abs(exact));
  if (size < 50) worst = Math.max(worst, error);
  if (!(error <= Math.max(1e-5, size * 2 ** -22))) expect(actual).toBe(exact);
}

function expectMatrix(
  actual: readonly (readonly number[])[],
  expected: readonly (readonly (number | string)[])[],
  size = 1,
): void {
  expected.forEach((row, i) => {
    row.forEach((value, j) => {
      expectFloat(actual[i]![j]!, value, size);
    });
  });
}

/** Expects a gradient, or its summary, at one key of the golden data. */
function expectGradient(
  actual: readonly (readonly number[])[],
  { gradients, gradientSummaries }: ScoresCase['expected'],
  [name, option]: readonly [name: string, option?: string],
  size: number,
): void {
  const at = <T>(all: Readonly<Record<string, unknown>>): T =>
    (option === undefined ? all[name] : (all[name] as Record<string, T>)[option]) as T;
  if (gradients) {
    expectMatrix(actual, at<Matrix>(gradients), size);
    return;
  }
  const { row0, column0, sum, frobeniusNorm } = at<GradientSummary>(gradientSummaries!);
  expectMatrix([actual[0]!, actual.map((row) => row[0]!)], [row0, column0], size);
  const all = actual.flat();
  expectFloat(
    all.reduce((total, value) => total + value, 0),
    sum,
    size,
  );
  expectFloat(Math.hypot(...all), frobeniusNorm, size);
}

type Bound = (scores: tf.Tensor2D) => tf.Scalar;

/** Transposes scores with a gradient; tfjs-core does not register one for transpose. */
const transposed = (scores: tf.Tensor2D): tf.Tensor2D =>
  tf.customGrad((x) => ({
    value: tf.transpose(x as tf.Tensor2D),
    gradFunc: (upstream) => tf.transpose(upstream),
  }))(scores) as tf.Tensor2D;

/** Bounds by the name of their golden values. */
const plain: Record<string, Bound> = {
  dv: lib.dvLowerBound,
  nwj: lib.nwjLowerBound,
  infonceRows: lib.infoNceLowerBound,
  infonceColumns: (f) => lib.infoNceLowerBound(f, { contrast: 'columns' }),
  infonceSymmetric: (f) => lib.infoNceLowerBound(f, { contrast: 'symmetric' }),
  structuredInfoNce: lib.structuredInfoNce,
  leaveOneOutUpperRows: (c) => lib.leaveOneOutUpperBound(transposed(c)),
  leaveOneOutUpperColumns: lib.leaveOneOutUpperBound,
};

/** Names of golden values that differ from those of the bound: both contrast within columns. */
const GOLDEN_NAMES: Readonly<Record<string, string>> = { structuredInfoNce: 'infonceColumns' };

const NO_GOLDEN_GRADIENT = ['infonceSymmetric', 'leaveOneOutUpperColumns'];

describe.each(['cpu', 'wasm'])('on the %s backend', (backend) => {
  beforeAll(async () => {
    await tf.setBackend(backend);
  });

  describe.each(scoresCases.map((of) => [of.name, of] as const))('%s', (_, { input, expected }) => {
    const { values, gradients, mine } = expected;
    const scores = (): tf.Tensor2D => tf.tensor2d(input.scores);
    const size = Math.max(...input.scores.flat().map(Math.abs));
    const gradientOf = (bound: Bound, at = scores()): number[][] =>
      tf
        .grad((f) => bound(f as tf.Tensor2D))(at)
        .arraySync() as number[][];

    test.each(Object.entries(plain))('%s', (of, bound) => {
      const name = GOLDEN_NAMES[of] ?? of;
      expectFloat(bound(scores()).arraySync(), values[name] as number, size);
      if (NO_GOLDEN_GRADIENT.includes(name)) return;
      expectGradient(gradientOf(bound), expected, [name], size);
    });

    test('tuba, with a baseline for columns', () => {
      const baseline = tf.tensor1d(input.logBaseline);
      const bound: Bound = (f) => lib.tubaLowerBound(tf.transpose(f), baseline);
      expectFloat(bound(scores()).arraySync(), values['tuba'] as number, size);
      const [byScores, byBaseline] = tf.grads((f, a) => lib.tubaLowerBound(f as tf.Tensor2D, a))([
        tf.transpose(scores()),
        baseline,
      ]);
      const byRows = tf.transpose(byScores!).arraySync() as number[][];
      expectGradient(byRows, expected, ['tuba'], size);
      if (!gradients) return;
      expectMatrix([byBaseline!.arraySync() as number[]], [gradients.tubaLogBaseline], size);
    });

    test('js has the value of nwj at f + 1 and the gradient of the f-GAN objective', () => {
      const joint = input.scores.reduce((sum, row, i) => sum + row[i]!, 0) / input.scores.length;
      const apart = (joint - Number(values['nwj'])) * Math.E;
      expectFloat(lib.jsLowerBound(scores()).arraySync(), 1 + joint - apart, size);
      expectGradient(gradientOf(lib.jsLowerBound), expected, ['jsFgan'], size);
    });

    test.each(Object.entries(values['smile']!))('smile clipped at %s', (clip, value) => {
      const bound: Bound = (f) => lib.smileLowerBound(f, { clip: Number(clip) });
      expectFloat(bound(scores()).arraySync(), value, size);
      expectGradient(gradientOf(bound), expected, ['jsFgan'], size);
    });

    test.each(Object.entries(values['interpolated']!))('interpolated, logit %s', (logit, value) => {
      const alpha = 1 / (1 + Math.exp(-Number(logit)));
      const baseline = tf.tensor1d(input.logBaseline);
      const bound: Bound = (f) => lib.interpolatedLowerBound(f, baseline, alpha);
      const at = tf.transpose(scores());
      expectFloat(bound(at as tf.Tensor2D).arraySync(), value, size);
      const gradient = tf.tensor2d(gradientOf(bound, at as tf.Tensor2D));
      const byRows = tf.transpose(gradient).arraySync() as number[][];
      expectGradient(byRows, expected, ['interpolated', logit], size);
    });

    if (mine) {
      test('mine, with the running mean of an earlier batch', () => {
        const options = { logMeanExp: Math.log(mine.buffer), rate: 1 - mine.momentum };
        const { bound, logMeanExp } = lib.mineLowerBound(scores(), options);
        expectFloat(bound.arraySync(), mine.value, size);
        const mean = mine.momentum * mine.buffer + (1 - mine.momentum) * mine.bufferUpdate;
        if (mean > 1e-4 && Number.isFinite(mean)) {
          expectFloat(logMeanExp.arraySync(), Math.log(mean), size);
          const gradient = gradientOf((f) => lib.mineLowerBound(f, options).bound);
          if (mine.gradient) expectMatrix(gradient, mine.gradient, size);
        }
      });
    }
  });

  describe.each(conditionalCases.map((of) => [of.name, of] as const))('%s', (_, of) => {
    let logProbs: tf.Tensor2D;
    beforeAll(() => {
      logProbs = tf.tensor2d(logProbabilities(of));
    });
    const { expected } = of;

    test('club, leave-one-out, structured InfoNCE', () => {
      expectFloat(lib.clubUpperBound(logProbs).arraySync(), expected.vclub);
      const loo = lib.leaveOneOutUpperBound(logProbs).arraySync();
      expectFloat(loo, expected.leaveOneOutUpper);
      const structured = lib.structuredInfoNce(logProbs).arraySync();
      expectFloat(structured, expected.infonceFromLogLikelihood);
    });

    test('gradients of club and leave-one-out with respect to the parameters of the conditional', () => {
      for (const [bound, golden] of [
        [lib.clubUpperBound, expected.gradientOfVclub],
        [lib.leaveOneOutUpperBound, expected.gradientOfLeaveOneOutUpper],
      ] as const) {
        const byLogProbs = tf.grad((c) => bound(c as tf.Tensor2D))(logProbs);
        const { mu, logvar, y } = pulledBack(of, byLogProbs.arraySync() as number[][]);
        expectMatrix(mu, golden.mu);
        expectMatrix(logvar, golden.logvar);
        expectMatrix(y, golden.y);
      }
    });

    test('club without joint pairs agrees with its definition', () => {
      const bound: Bound = (c) => lib.clubUpperBound(c, { includeDiagonal: false });
      const size = of.input.mu.length;
      const apart = 1 / (size * (size - 1));
      const weights = of.input.mu.map((_, i) => of.input.mu.map((__, j) => (i === j ? 1 / size : -apart)));
      const exact = logProbabilities(of).flatMap((row, i) => row.map((c, j) => c * weights[i]![j]!));
      const value = exact.reduce((sum, term) => sum + term, 0);
      expectFloat(bound(logProbs).arraySync(), value);
      const gradient = tf.grad((c) => bound(c as tf.Tensor2D))(logProbs);
      expectMatrix(gradient.arraySync() as number[][], weights);
    });

    test('Barber–Agakov', () => {
      const joint = tf.tensor1d(logProbabilities(of).map(diagonal));
      const bound = (c: tf.Tensor): tf.Scalar => lib.barberAgakovLowerBound(c as tf.Tensor1D, 1.5);
      expectFloat(bound(joint).arraySync(), expected.logLikelihood + 1.5);
      const gradient = tf.grad(bound)(joint).arraySync() as number[];
      expectMatrix([gradient], [gradient.map(() => 1 / joint.size)]);
    });

    test('the variational upper bound, at points where its mean equals the divergence', () => {
      // The log-ratio is quadratic in each dimension, so its mean over y = μ ± σ equals its expectation.
      const { mu, logvar } = of.input;
      const at = (sign: 1 | -1): number[][] =>
        mu.map((row, i) => row.map((m, d) => m + sign * Math.exp(logvar[i]![d]! / 2)));
      const normal = mu.map((row) => row.map(() => 0));
      const [ofConditional, ofMarginal] = [
        { mu, logvar },
        { mu: normal, logvar: normal },
      ].map((by) =>
        tf.tensor1d([at(1), at(-1)].flatMap((y) => logProbabilities({ input: { ...by, y } }).map(diagonal))),
      ) as [tf.Tensor1D, tf.Tensor1D];
      const bound = (c: tf.Tensor, m: tf.Tensor): tf.Scalar =>
        lib.variationalUpperBound(c as tf.Tensor1D, m as tf.Tensor1D);
      expectFloat(bound(ofConditional, ofMarginal).arraySync(), expected.variationalUpper);
      const gradients = tf.grads((c, m) => bound(c!, m!))([ofConditional, ofMarginal]);
      const share = 1 / ofConditional.size;
      gradients.forEach((gradient, k) => {
        const slope = k === 0 ? share : -share;
        const values = gradient.arraySync() as number[];
        expectMatrix([values], [values.map(() => slope)]);
      });
    });
  });
});

const diagonal = (row: readonly number[], i: number): number => row[i]!;

afterAll(() => {
  process.stdout.write(`golden comparisons: ${comparisons}, worst error ${worst.toExponential(1)}\n`);
  expect(comparisons).toBeGreaterThan(1000);
});
