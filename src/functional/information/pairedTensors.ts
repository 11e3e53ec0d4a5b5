import type * as tf from '@tensorflow/tfjs-core';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { pairWeights, type PairWeightOptions } from './pairWeights.ts';
import { toTensor } from './toTensor.ts';

/** Two tensors of one shape, taken apart into rows of pairs. */
export interface PairedTensors {
  readonly x: tf.Tensor;
  readonly y: tf.Tensor;
  /** A weight for each pair; undefined when all count alike. */
  readonly weights: tf.Tensor | undefined;
  /** What messages call the two. */
  readonly names: readonly [x: string, y: string];
  /** How many rows of pairs there are, and how many pairs in each. */
  readonly rows: number;
  readonly size: number;
  /** The shape of what is read once a row. */
  readonly shape: readonly number[];
}

/**
 * Pairs of `[N]` values, or of `[B, N]`, which are B rows apart.
 *
 * @throws {@link MetricInputError} when shapes differ or are others.
 */
export function pairTensors(
  x: unknown,
  y: unknown,
  names: readonly [x: string, y: string],
  options: PairWeightOptions,
): PairedTensors {
  const pair = { x: toTensor(x, names[0]), y: toTensor(y, names[1]) };
  const { shape } = pair.x;
  if (shape.length !== 1 && shape.length !== 2) {
    throw new MetricInputError(
      `${names[0]}: expected the shape [N] or [B, N], got [${shape.join(', ')}]`,
    );
  }
  requireSameShape(pair, names);
  const rows = shape.length === 1 ? 1 : shape[0]!;
  return layOut(pair, names, rows, shape.slice(0, -1), options);
}

/** All values of two tensors of one shape as one row of pairs, or each example as a row of its own. */
export function pairAll(
  x: unknown,
  y: unknown,
  names: readonly [x: string, y: string],
  perExample: boolean,
): PairedTensors {
  const pair = { x: toTensor(x, names[0]), y: toTensor(y, names[1]) };
  requireSameShape(pair, names);
  const [examples = 1] = pair.x.shape;
  return perExample
    ? layOut(pair, names, examples, [examples], {})
    : layOut(pair, names, 1, [], {});
}

function layOut(
  pair: { x: tf.Tensor; y: tf.Tensor },
  names: PairedTensors['names'],
  rows: number,
  shape: readonly number[],
  options: PairWeightOptions,
): PairedTensors {
  const size = rows === 0 ? 0 : pair.x.size / rows;
  return { ...pair, names, rows, size, shape, weights: pairWeights(options, pair.x.shape) };
}

function requireSameShape(
  { x, y }: { x: tf.Tensor; y: tf.Tensor },
  names: PairedTensors['names'],
): void {
  if (x.shape.length === y.shape.length && x.shape.every((size, i) => size === y.shape[i])) return;
  throw new MetricInputError(
    `${names[0]} has the shape [${x.shape.join(', ')}] and ${names[1]} [${y.shape.join(', ')}]: ` +
      'expected the same shape',
  );
}
