import * as tf from '@tensorflow/tfjs-core';
import { describeValue } from '../inputs/describeValue.ts';
import { describeGiven, isNumericTensor } from '../inputs/givenTensor.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';

/** @throws {@link MetricInputError} when what a function in an option gave is no tensor of one of these shapes. */
export function requireGiven(
  option: string,
  value: unknown,
  [shape, ...others]: readonly (readonly number[])[],
): void {
  const isExpected = (of: readonly number[]): boolean =>
    String((value as tf.Tensor).shape) === String(of);
  if (isNumericTensor(value) && [shape!, ...others].some(isExpected)) return;
  throw new MetricInputError(
    `estimateMutualInfo: option "${option}": expected a tensor of the shape [${shape!.join(', ')}] from it, got ` +
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
