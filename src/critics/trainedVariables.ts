import * as tf from '@tensorflow/tfjs-core';
import { LayerVariable } from '@tensorflow/tfjs-layers';
import { describeGiven } from '../functional/information/givenTensor.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';

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
    `estimateMutualInfo: option "${option}": expected its variables as a list of tf.Variable or of weights of layers, ` +
      `got ${came instanceof tf.Tensor ? 'a tensor ' : ''}${describeGiven(came)}`,
  );
}

function isVariable(value: unknown): value is tf.Variable {
  return value instanceof tf.Variable && !value.isDisposed;
}

/** The variable that a weight of a layer gives when it is read, which its type calls a tensor. */
export function behindWeight(weight: unknown): unknown {
  return weight instanceof LayerVariable ? weight.read() : weight;
}
