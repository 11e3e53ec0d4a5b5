import * as tf from '@tensorflow/tfjs-core';
import type { CountGradients, SumGradients } from '../../../numeric/binning/pairGradient.ts';
import { deviceArithmetic } from './deviceArithmetic.ts';
import type { DeviceSpread, JointAxes } from './jointAxis.ts';
import type { JointCounter } from './jointCounter.ts';
import type { SumsOf } from './jointStatistic.ts';
import { matrixProduct } from './matrixProduct.ts';
import type { PairedTensors } from './pairedTensors.ts';

/** One row of pairs of values on a device, with optional weights. */
interface DevicePairs {
  readonly x: tf.Tensor1D;
  readonly y: tf.Tensor1D;
  readonly weights: tf.Tensor1D | undefined;
}

/** Number of kernel weights per side computed at a time on the device: 2^20 float32 take 4 MB. */
const CHUNK_WEIGHTS = 2 ** 20;

/**
 * Counts each row of pairs with operations of the backend, in chunks, differentiable in both sides. Nothing is read
 * from the device.
 *
 * @returns counts `[rows, 1, bins + 1, bins + 1]`: sums of the cells, bordered by the sums of rows, columns and all
 * cells. With sums of squares, `[rows, 2, bins + 1, bins + 1]`.
 */
export function deviceCounts(pairs: PairedTensors, axes: JointAxes, withSquares: boolean): tf.Tensor {
  const rows = Array.from({ length: pairs.rows }, (_, row) => row);
  const powers = withSquares ? [1, 2] : [1];
  const operation = tf.customGrad((...args) => {
    const [x, y, save] = args as unknown as [tf.Tensor, tf.Tensor, tf.GradSaveFunc];
    const { weights } = pairs;
    save(weights ? [x, y, weights] : [x, y]);
    const counted = rows.map((row) => tf.tidy(() => countRow(axes, rowOf({ ...pairs, x, y }, row), powers)));
    return {
      value: rows.length === 0 ? emptyCounts(axes, [0, powers.length]) : tf.stack(counted),
      gradFunc: (upstream: tf.Tensor, [savedX, savedY, savedWeights]: tf.Tensor[]) => {
        const saved = { ...pairs, x: savedX!, y: savedY!, weights: savedWeights };
        const parts = rows.map((row) =>
          tf.tidy(() =>
            rowGradient(
              axes,
              rowOf(saved, row),
              tf.unstack(tf.reshape(tf.slice(upstream, [row], [1]), upstream.shape.slice(1))),
            ),
          ),
        );
        const joined = (side: 0 | 1, { shape }: tf.Tensor): tf.Tensor =>
          rows.length === 0 ? tf.zeros(shape) : tf.reshape(tf.concat1d(parts.map((part) => part[side])), shape);
        return [joined(0, x), joined(1, y)];
      },
    };
  });
  return operation(pairs.x, pairs.y);
}

/** Returns a counter that reads the result of {@link deviceCounts}. */
export function deviceCounter(counts: tf.Tensor): JointCounter<tf.Tensor> {
  const [rows, parts, height, width] = counts.shape as [number, number, number, number];
  const [x, y] = [height - 1, width - 1];
  const sumsOf = (of: tf.Tensor, row: number, part: number): SumsOf<tf.Tensor> => {
    const block = (at: [number, number], size: [number, number]): tf.Tensor =>
      tf.reshape(tf.slice(of, [row, part, ...at], [1, 1, ...size]), size);
    return {
      cells: block([0, 0], [x, y]),
      x: block([0, y], [x, 1]),
      y: block([x, 0], [1, y]),
      all: block([x, y], [1, 1]),
    };
  };
  const bordered = (by: SumGradients<tf.Tensor>): tf.Tensor => {
    const upper = tf.concat([by.cells, by.x ?? tf.zeros([x, 1])], 1);
    const lower = tf.concat([by.y ?? tf.zeros([1, y]), tf.zeros([1, 1])], 1);
    return tf.concat([upper, lower], 0);
  };
  const gradientOf = ({ sums, squares }: CountGradients<tf.Tensor>): tf.Tensor =>
    tf.stack([sums, ...(squares ? [squares] : [])].map(bordered));
  return {
    arithmetic: deviceArithmetic,
    rows,
    inputs: [counts],
    count: (row, [saved]) => ({
      sums: sumsOf(saved!, row, 0),
      squares: parts === 2 ? sumsOf(saved!, row, 1) : undefined,
    }),
    gradients: (by) => [rows === 0 ? tf.zeros(counts.shape) : tf.stack(by.map(gradientOf))],
  };
}

function rowOf({ x, y, weights, size }: PairedTensors, row: number): DevicePairs {
  const part = (of: tf.Tensor): tf.Tensor1D =>
    tf.slice(tf.reshape(tf.cast(of, 'float32'), [-1]) as tf.Tensor1D, [row * size], [size]);
  return { x: part(x), y: part(y), weights: weights && part(weights) };
}

function emptyCounts(axes: JointAxes, leading: number[]): tf.Tensor {
  return tf.zeros([...leading, ...axes.map(({ host }) => host.bins + 1)]);
}

/** Kernel weights of a chunk of pairs in the bins of both sides. */
interface ChunkSpread {
  readonly ofX: DeviceSpread;
  readonly ofY: DeviceSpread;
  readonly share: tf.Tensor2D | undefined;
}

/** Returns one function per chunk of pairs that computes its kernel weights. */
function chunksOf(axes: JointAxes, { x, y, weights }: DevicePairs): (() => ChunkSpread)[] {
  if (x.size === 0) return [];
  const ofX = axes[0].fit?.device(x, weights) ?? axes[0].device;
  const ofY = axes[1].fit?.device(y, weights) ?? axes[1].device;
  const most = Math.max(64, Math.floor(CHUNK_WEIGHTS / Math.max(...axes.map(({ host }) => host.bins))));
  return Array.from({ length: Math.ceil(x.size / most) }, (_, i) => () => {
    const start = i * most;
    const size = Math.min(most, x.size - start);
    const column = (values: tf.Tensor1D): tf.Tensor2D => tf.reshape(tf.slice(values, [start], [size]), [size, 1]);
    const share = weights && column(weights);
    // Values of pairs with weight 0 may be NaN, so they are replaced by 0.
    const seen = (values: tf.Tensor1D): tf.Tensor2D => {
      const all = column(values);
      return share ? tf.where(tf.greater(share, 0), all, tf.zerosLike(all)) : all;
    };
    return { ofX: ofX(seen(x)), ofY: ofY(seen(y)), share };
  });
}

function countRow(axes: JointAxes, pairs: DevicePairs, powers: readonly number[]): tf.Tensor {
  let counts = emptyCounts(axes, [powers.length]);
  for (const spread of chunksOf(axes, pairs)) {
    const before = counts;
    counts = tf.tidy(() => {
      const { ofX, ofY, share } = spread();
      const products = powers.map((power) => {
        const [a, b] = [powerOf(ofX.weights, power), powerOf(ofY.weights, power)];
        const weight = share && powerOf(share, power);
        const left = weight ? tf.concat([tf.mul(a, weight), weight], 1) : withOnes(a);
        return matrixProduct(left, withOnes(b), true);
      });
      return tf.add(before, tf.stack(products));
    });
    before.dispose();
  }
  return counts;
}

function powerOf(of: tf.Tensor, power: number): tf.Tensor {
  return power === 2 ? tf.square(of) : of;
}

/** Appends a column of ones, so that the matrix product includes the sums of the other side. */
function withOnes(of: tf.Tensor): tf.Tensor {
  return tf.concat([of, tf.ones([of.shape[0]!, 1])], 1);
}

/**
 * Returns the gradients with respect to the values of a row of pairs, from those with respect to its counts and, if
 * given, its squares.
 */
function rowGradient(axes: JointAxes, pairs: DevicePairs, by: readonly tf.Tensor[]): [x: tf.Tensor1D, y: tf.Tensor1D] {
  const parts = chunksOf(axes, pairs).map((spread) =>
    tf.tidy((): [tf.Tensor, tf.Tensor] => {
      const { ofX, ofY, share } = spread();
      const [a, b, da, db] = [ofX.weights, ofY.weights, ofX.derivatives(), ofY.derivatives()];
      const gradient = chunkGradient({ a, b, da, db, share }, by[0]!);
      if (by.length === 1) return gradient;
      const ofSquare = (of: tf.Tensor, derivative: tf.Tensor): tf.Tensor => tf.mul(tf.mul(of, derivative), 2);
      const squares = { a: tf.square(a), b: tf.square(b), da: ofSquare(a, da), db: ofSquare(b, db) };
      const more = chunkGradient({ ...squares, share: share && tf.square(share) }, by[1]!);
      return [tf.add(gradient[0], more[0]), tf.add(gradient[1], more[1])];
    }),
  );
  const joined = (side: 0 | 1): tf.Tensor1D =>
    parts.length === 0 ? tf.zeros([0]) : tf.concat1d(parts.map((part) => part[side] as tf.Tensor1D));
  return [joined(0), joined(1)];
}

function chunkGradient(
  { a, b, da, db, share }: Record<'a' | 'b' | 'da' | 'db', tf.Tensor> & { readonly share: tf.Tensor | undefined },
  by: tf.Tensor,
): [x: tf.Tensor, y: tf.Tensor] {
  const [x, y] = [a.shape[1]!, b.shape[1]!];
  const byCells = tf.slice(by, [0, 0], [x, y]);
  const ofRows = tf.add(matrixProduct(b, byCells, false, true), tf.reshape(tf.slice(by, [0, y], [x, 1]), [1, x]));
  const ofColumns = tf.add(matrixProduct(a, byCells), tf.slice(by, [x, 0], [1, y]));
  const [byX, byY] = [tf.sum(tf.mul(da, ofRows), 1), tf.sum(tf.mul(db, ofColumns), 1)];
  if (share === undefined) return [byX, byY];
  const weights = tf.reshape(share, [-1]);
  return [tf.mul(byX, weights), tf.mul(byY, weights)];
}
