import * as tf from '@tensorflow/tfjs-core';
import { LayerVariable } from '@tensorflow/tfjs-layers';
import { describeGiven } from '../functional/information/soft/isNumericTensor.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';

/** Expected value of `variables`, for error messages. */
export const VARIABLES = 'a list of tf.Variable or layer weights';

/**
 * Returns the variables in a list of variables or layer weights.
 *
 * @param where - name of the function and its option.
 * @throws {@link MetricInputError} if an element is neither, or is disposed.
 */
export function variablesIn(where: string, list: unknown): tf.Variable[] {
  const variables: unknown[] | undefined = Array.isArray(list) ? list.map(readWeight) : undefined;
  if (variables?.every(isVariable)) return variables;
  const got = variables ? variables.find((value) => !isVariable(value)) : list;
  throw new MetricInputError(`${where}: expected its variables as ${VARIABLES}, got ${describe(got)}`);
}

function isVariable(value: unknown): value is tf.Variable {
  return value instanceof tf.Variable && !value.isDisposed;
}

function describe(value: unknown): string {
  if (value instanceof LayerVariable) return `the disposed weight ${value.name}`;
  return value instanceof tf.Tensor ? `a tensor ${describeGiven(value)}` : describeGiven(value);
}

/** Returns the variable of a layer weight (`read()` is typed as a tensor), or any other value unchanged. */
export function readWeight(weight: unknown): unknown {
  if (!(weight instanceof LayerVariable)) return weight;
  try {
    return weight.read();
  } catch {
    // read() throws if the weight is disposed.
    return weight;
  }
}
