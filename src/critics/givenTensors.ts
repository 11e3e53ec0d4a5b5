import * as tf from '@tensorflow/tfjs-core';
import { describeValue } from '../inputs/describeValue.ts';
import { describeGiven, isNumericTensor } from '../functional/information/givenTensor.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';

/** @throws {@link MetricInputError} when what a function in an option gave is no tensor of one of these shapes. */
export function requireGiven(
  option: string,
  value: unknown,
  shapes: readonly (readonly number[])[],
): void {
  if (isNumericTensor(value) && shapes.some((shape) => String(value.shape) === String(shape))) {
    return;
  }
  const expected = shapes.map((shape) => `[${shape.join(', ')}]`).join(' or ');
  throw new MetricInputError(
    `estimateMutualInfo: option "${option}": expected a tensor of the shape ${expected} from it, got ` +
      describeGiven(value),
  );
}

/** @throws {@link MetricInputError} when something that is to be trained is no variable, or is no more. */
export function requireVariables(option: string, variables: unknown): void {
  const isVariable = (value: unknown): boolean => value instanceof tf.Variable && !value.isDisposed;
  if (Array.isArray(variables) && variables.every(isVariable)) return;
  const came: unknown = Array.isArray(variables)
    ? variables.find((value) => !isVariable(value))
    : variables;
  throw new MetricInputError(
    `estimateMutualInfo: option "${option}": expected its variables as a list of tf.Variable, got ` +
      (came instanceof tf.Tensor ? `a tensor ${describeGiven(came)}` : describeValue(came)),
  );
}
