import * as tf from '@tensorflow/tfjs-core';
import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { pairWeights, type PairWeightOptions } from './pairWeights.ts';
import { toTensor } from './toTensor.ts';

/** Two tensors of values that belong together, as rows of pairs. */
export interface PairedTensors {
  readonly x: tf.Tensor;
  readonly y: tf.Tensor;
  /** A weight for each pair. Default: all count alike. */
  readonly weights: tf.Tensor | undefined;
  /** Name of the function that reads them, for messages. */
  readonly owner: string;
  /** Names of the two arguments, for messages. */
  readonly names: readonly [x: string, y: string];
  /** Number of rows of pairs. */
  readonly rows: number;
  /** Number of pairs in each row. */
  readonly size: number;
  /** Shape of a statistic of each row. */
  readonly shape: readonly number[];
}

/** How two tensors are paired. */
export interface PairingOptions extends PairWeightOptions {
  /** Whether each example, along the first axis, is a row of pairs of its own. Default: all pairs are one row. */
  readonly perExample?: boolean | undefined;
}

/**
 * Pairs the values of two tensors: all of them, or those of each example apart.
 *
 * @throws {@link MetricInputError} if shapes differ. Those of `[N]` and `[N, 1]` values do not, unless examples are
 * apart.
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

/** Rows of pairs of two tensors whose shapes were checked, one row for each index of `shape`. */
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

/** @throws {@link MetricInputError} if shapes differ, by more than axes of size 1 where all pairs are one row. */
export function requireSameShape(
  x: tf.Tensor,
  y: tf.Tensor,
  names: readonly [x: string, y: string],
  perExample = true,
): void {
  const compared = (of: tf.Tensor): string => String(perExample ? of.shape : of.shape.filter((size) => size !== 1));
  if (compared(x) === compared(y)) return;
  throw new MetricInputError(
    `${names[1]}: expected the shape [${x.shape.join(', ')}] of ${names[0]}, got [${y.shape.join(', ')}]`,
  );
}
