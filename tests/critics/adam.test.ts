import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { normals } from '../../examples/gaussianPairs.ts';
import { Adam } from '../../src/critics/adam.ts';

setWasmPaths('node_modules/@tensorflow/tfjs-backend-wasm/dist/');
tf.env().set('IS_TEST', false);

const SHAPES: readonly number[][] = [[3, 4], [], [5], [2, 1, 3]];
const normal = normals(4);

function tensors(scale = 1): tf.Tensor[] {
  return SHAPES.map((shape) =>
    tf.tensor(
      Array.from({ length: tf.util.sizeFromShape(shape) }, () => scale * normal()),
      shape,
      'float32',
    ),
  );
}

function named(variables: readonly tf.Variable[], gradients: readonly tf.Tensor[]): tf.NamedTensorMap {
  return Object.fromEntries(variables.map(({ name }, v) => [name, gradients[v]!]));
}

function valuesOf(variables: readonly tf.Tensor[]): number[] {
  return variables.flatMap((variable) => [...variable.dataSync()]);
}

describe.each(['cpu', 'wasm'])('on the %s backend', (backend) => {
  beforeAll(async () => {
    await tf.setBackend(backend);
  });

  let before: number;
  let variables: tf.Variable[];
  beforeEach(() => {
    before = tf.memory().numTensors;
    variables = tf.tidy(() => tensors().map((tensor) => tf.variable(tensor)));
  });
  afterEach(() => {
    tf.dispose(variables);
    expect(tf.memory().numTensors).toBe(before);
  });

  test.each([1, 1e-3, 1e-7, 0])('takes the steps of tf.train.adam for gradients of size %d', (scale) => {
    const others = tf.tidy(() => variables.map((variable) => tf.variable(variable.clone())));
    const [ours, theirs] = [new Adam(variables, 0.02), tf.train.adam(0.02, 0.9, 0.999, 1e-7)];
    for (let step = 0; step < 12; step++) {
      tf.tidy(() => {
        const gradients = tensors(scale);
        ours.applyGradients(named(variables, gradients));
        theirs.applyGradients(others.map(({ name }, v) => ({ name, tensor: gradients[v]! })));
      });
      const expected = valuesOf(others);
      for (const [k, value] of valuesOf(variables).entries()) expect(value).toBeCloseTo(expected[k]!, 5);
    }
    expect(variables.map(({ shape }) => shape)).toEqual(SHAPES);
    ours.dispose();
    theirs.dispose();
    tf.dispose(others);
  });

  test('holds two tensors, however many steps it takes, until dispose()', () => {
    const optimizer = new Adam(variables, 0.01);
    const gradients = tensors();
    const held = tf.memory().numTensors;
    for (let step = 0; step < 3; step++) {
      optimizer.applyGradients(named(variables, gradients));
      expect(tf.memory().numTensors).toBe(held + 2);
    }
    optimizer.dispose();
    expect(tf.memory().numTensors).toBe(held);
    tf.dispose(gradients);
  });

  test('does not change a variable that never has a gradient', () => {
    const optimizer = new Adam(variables, 0.01);
    const [first, ...others] = variables.map((variable) => [...variable.dataSync()]);
    for (let step = 0; step < 3; step++) {
      tf.tidy(() => optimizer.applyGradients(named(variables.slice(0, 1), tensors())));
    }
    const [changed, ...unchanged] = variables.map((variable) => [...variable.dataSync()]);
    expect(unchanged).toEqual(others);
    expect(changed).not.toEqual(first);
    optimizer.dispose();
  });

  test('a step that throws changes no variable and no later step', () => {
    const optimizer = new Adam(variables, 0.01);
    const gradients = tensors();
    const [valid, invalid] = [named(variables, gradients), named(variables, gradients)];
    invalid[variables[2]!.name] = tf.zeros([6]);
    const values = valuesOf(variables);
    expect(() => optimizer.applyGradients(invalid)).toThrow('could not be broadcast');
    expect(valuesOf(variables)).toEqual(values);
    optimizer.applyGradients(valid);
    // The first step of Adam is the learning rate times the sign of the gradient.
    const signs = valuesOf(gradients).map(Math.sign);
    for (const [k, value] of valuesOf(variables).entries()) expect(value).toBeCloseTo(values[k]! - 0.01 * signs[k]!, 5);
    optimizer.dispose();
    tf.dispose([...gradients, invalid[variables[2]!.name]!]);
  });
});
