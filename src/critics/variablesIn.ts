import * as tf from '@tensorflow/tfjs-core';
import { LayerVariable } from '@tensorflow/tfjs-layers';
import { describeGiven } from '../functional/information/soft/givenTensor.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';

/** What `variables` may hold, as messages tell it. */
export const VARIABLES = 'a list of tf.Variable or of weights of layers';

/**
 * The variables in a list of them or of weights of layers.
 *
 * @throws {@link MetricInputError} when something that is to be trained is neither, or is no more.
 */
export function variablesIn(option: string, list: unknown): tf.Variable[] {
  const variables: unknown[] | undefined = Array.isArray(list) ? list.map(behindWeight) : undefined;
  if (variables?.every(isVariable)) return variables;
  const came = variables ? variables.find((value) => !isVariable(value)) : list;
  throw new MetricInputError(
    `estimateMutualInfo: option "${option}": expected its variables as ${VARIABLES}, got ${describe(came)}`,
  );
}

function isVariable(value: unknown): value is tf.Variable {
  return value instanceof tf.Variable && !value.isDisposed;
}

function describe(value: unknown): string {
  if (value instanceof LayerVariable) return `the weight ${value.name}, disposed of`;
  return value instanceof tf.Tensor ? `a tensor ${describeGiven(value)}` : describeGiven(value);
}

/** The variable that a weight of a layer gives when it is read, which its type calls a tensor. */
export function behindWeight(weight: unknown): unknown {
  if (!(weight instanceof LayerVariable)) return weight;
  try {
    return weight.read();
  } catch {
    // It has been disposed of.
    return weight;
  }
}
