import { expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import type { Arithmetic } from '../../../../src/functional/information/soft/arithmetic.ts';
import { deviceArithmetic } from '../../../../src/functional/information/soft/deviceArithmetic.ts';
import { hostArithmetic } from '../../../../src/functional/information/soft/hostArithmetic.ts';
import type { Matrix } from '../../../../src/functional/information/soft/matrixProduct.ts';
import { Tape, type Variable } from '../../../../src/functional/information/soft/tape.ts';

type Compute = <A>(tape: Tape<A>, a: Variable<A>, b: Variable<A>) => Variable<A>;

/** Joint counts `[2, 3]` and a row `[1, 3]`, which broadcasts. */
const a: Matrix = { rows: 2, columns: 3, data: Float64Array.of(1.5, 2, 0.7, 3, 0.4, 1.1) };
const b: Matrix = { rows: 1, columns: 3, data: Float64Array.of(0.8, 2.5, 1.3) };

const operations: Record<string, Compute> = {
  add: (tape, x, y) => tape.sum(tape.mul(tape.add(x, y), x)),
  sub: (tape, x, y) => tape.sum(tape.mul(tape.sub(2, y), x)),
  mul: (tape, x, y) => tape.sum(tape.mul(tape.mul(x, y), y)),
  div: (tape, x, y) => tape.sum(tape.div(x, y)),
  divNoNan: (tape, x, y) => tape.sum(tape.divNoNan(y, tape.sum(x, 1))),
  select: (tape, x, y) => tape.sum(tape.select(tape.atLeast(x, y), tape.mul(x, x), tape.mul(y, 3))),
  log: (tape, x, y) => tape.sum(tape.mul(y, tape.log(x))),
  sqrt: (tape, x, y) => tape.sum(tape.sqrt(tape.mul(x, y))),
  'sum of columns': (tape, x, y) => tape.sum(tape.mul(tape.sum(x, 0), y)),
  entropy: (tape, x, y) => tape.add(tape.entropy(tape.sum(x, 1)), tape.entropy(y)),
  mutualInfo: (tape, x, y) => tape.mul(tape.mutualInfo(x), tape.sum(y)),
};

function differentiate<A>(arithmetic: Arithmetic<A>, compute: Compute, inputs: readonly [A, A]): A[] {
  const tape = new Tape(arithmetic);
  const [x, y] = [tape.variable(inputs[0]), tape.variable(inputs[1])];
  const result = compute(tape, x, y);
  tape.backward(result, arithmetic.constant(1));
  return [result.value, x.gradient!, y.gradient!];
}

function valueOf(compute: Compute, x: Matrix, y: Matrix): number {
  return differentiate(hostArithmetic, compute, [x, y])[0]!.data[0]!;
}

/** Central differences by each number of a matrix. */
function differences({ data, ...shape }: Matrix, of: (moved: Matrix) => number): number[] {
  const step = 2 ** -17;
  return Array.from(data, (_, k) => {
    const at = (by: number): number => of({ ...shape, data: data.map((value, i) => (i === k ? value + by : value)) });
    return (at(step) - at(-step)) / (2 * step);
  });
}

function expectNear(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual).toHaveLength(expected.length);
  Array.from(expected).forEach((value, k) => expect(Math.abs(actual[k]! - value)).toBeLessThan(tolerance));
}

test.each(Object.entries(operations))('the gradient of %s follows central differences', (_, compute) => {
  const [, byA, byB] = differentiate(hostArithmetic, compute, [a, b]);
  expectNear(
    byA!.data,
    differences(a, (moved) => valueOf(compute, moved, b)),
    1e-8,
  );
  expectNear(
    byB!.data,
    differences(b, (moved) => valueOf(compute, a, moved)),
    1e-8,
  );
});

test.each(Object.entries(operations))('%s and its gradient are the same on a device', (_, compute) => {
  const onHost = differentiate(hostArithmetic, compute, [a, b]);
  tf.tidy(() => {
    const tensors = [a, b].map(({ rows, columns, data }) => tf.tensor2d(Float32Array.from(data), [rows, columns]));
    const onDevice = differentiate(deviceArithmetic, compute, tensors as [tf.Tensor, tf.Tensor]);
    onDevice.forEach((tensor, k) => expectNear(tensor.dataSync(), onHost[k]!.data, 1e-5));
  });
});

test('a variable that the result does not depend on has no gradient', () => {
  const tape = new Tape(hostArithmetic);
  const [x, y] = [tape.variable(a), tape.variable(b)];
  tape.backward(tape.sum(x), hostArithmetic.constant(1));
  expect(x.gradient?.data).toEqual(new Float64Array(6).fill(1));
  expect(y.gradient).toBeUndefined();
});

test('an empty cell counts as 0 ln 0 = 0', () => {
  const counts: Matrix = { rows: 2, columns: 2, data: Float64Array.of(2, 0, 0, 2) };
  const [value, byCounts] = differentiate(hostArithmetic, (tape, x) => tape.mutualInfo(x), [counts, b]);
  expect(value!.data[0]).toBeCloseTo(Math.LN2, 15);
  expectNear(byCounts!.data, [0, -Math.LN2 / 4, -Math.LN2 / 4, 0], 1e-15);
});
