import * as tf from '@tensorflow/tfjs-core';
import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { pairWeights, type PairWeightOptions } from './pairWeights.ts';
import { toTensor } from './toTensor.ts';

/** Two tensors of paired values, as rows of pairs. */
export interface PairedTensors {
  readonly x: tf.Tensor;
  readonly y: tf.Tensor;
  /** Weight of each pair. Default: 1. */
  readonly weights: tf.Tensor | undefined;
  /** Name of the function in error messages. */
  readonly owner: string;
  /** Names of the two arguments in error messages. */
  readonly names: readonly [x: string, y: string];
  /** Number of rows of pairs. */
  readonly rows: number;
  /** Number of pairs in each row. */
  readonly size: number;
  /** Shape of the result: one statistic per row. */
  readonly shape: readonly number[];
}

/** Options for pairing two tensors. */
interface PairingOptions extends PairWeightOptions {
  /** Treat each example along the first axis as a separate row of pairs. Default: false, all pairs form one row. */
  readonly perExample?: boolean | undefined;
}

/**
 * Pairs the values of two tensors: all of them together, or separately for each example.
 *
 * @throws {@link MetricInputError} if shapes differ. Shapes `[N]` and `[N, 1]` count as equal unless `perExample` is
 * true.
 */
export function pairTensors(
  owner: string,
  x: unknown,
  y: unknown,
  names: readonly [x: string, y: string],
  { perExample = false, ...weights }: PairingOptions = {},
): PairedTensors {
  const first = toTensor(x, names[0]);
  const second = toTensor(y, names[1]);
  requireSameShape(first, second, names, perExample);
  const shape = perExample ? first.shape.slice(0, 1) : [];
  return rowsOfPairs(owner, [first, second], names, shape, pairWeights(weights, first.shape));
}

/** Returns rows of pairs of two tensors with checked shapes, one row for each index of `shape`. */
export function rowsOfPairs(
  owner: string,
  [x, y]: readonly [x: tf.Tensor, y: tf.Tensor],
  names: readonly [x: string, y: string],
  shape: readonly number[],
  weights?: tf.Tensor,
): PairedTensors {
  const rows = shape.reduce((product, size) => product * size, 1);
  return { owner, x, y, names, rows, size: rows === 0 ? 0 : x.size / rows, shape, weights };
}

/** @throws {@link MetricInputError} if shapes differ. Axes of size 1 are ignored unless `perExample` is true. */
export function requireSameShape(
  x: tf.Tensor,
  y: tf.Tensor,
  names: readonly [x: string, y: string],
  perExample = true,
): void {
  const compared = (of: tf.Tensor): string => String(perExample ? of.shape : of.shape.filter((size) => size !== 1));
  if (compared(x) === compared(y)) return;
  throw new MetricInputError(
    `${names[1]}: expected the shape [${x.shape.join(', ')}] of ${names[0]}, got shape [${y.shape.join(', ')}]`,
  );
}
