import * as tf from '@tensorflow/tfjs-core';
import { matrixProduct } from './matrixProduct.ts';
import type {
  DeviceCounts,
  DeviceCountSlopes,
  DeviceSlopes,
  DeviceSpread,
  DeviceSums,
  JointAxis,
} from './jointReading.ts';

/** Pairs of values on a device, each with a weight if there are any. */
export interface DevicePairs {
  readonly x: tf.Tensor1D;
  readonly y: tf.Tensor1D;
  readonly weights: tf.Tensor1D | undefined;
}

type JointAxes = readonly [x: JointAxis, y: JointAxis];

/** How many weights of one side are on the device at a time: 2^20 float32 are 4 MB. */
const CHUNK_WEIGHTS = 2 ** 20;

/** Where each chunk of `n` values starts and how long it is. */
function chunks(n: number, axes: JointAxes): { start: number; size: number }[] {
  const most = Math.max(64, Math.floor(CHUNK_WEIGHTS / Math.max(...axes.map((a) => a.host.bins))));
  return Array.from({ length: Math.ceil(n / most) }, (_, i) => ({
    start: i * most,
    size: Math.min(most, n - i * most),
  }));
}

interface ChunkSpread {
  readonly ofX: DeviceSpread;
  readonly ofY: DeviceSpread;
  readonly share: tf.Tensor2D | undefined;
}

function spreadChunk(
  [rows, columns]: JointAxes,
  { x, y, weights }: DevicePairs,
  start: number,
  size: number,
): ChunkSpread {
  const column = (values: tf.Tensor1D): tf.Tensor2D => tf.reshape(tf.slice(values, [start], [size]), [size, 1]);
  const share = weights && column(weights);
  // The values of pairs without weight are not to be looked at, whatever they are.
  const seen = (values: tf.Tensor1D): tf.Tensor2D => {
    const all = column(values);
    return share ? tf.where(tf.greater(share, 0), all, tf.zerosLike(all)) : all;
  };
  return { ofX: rows.device(seen(x)), ofY: columns.device(seen(y)), share };
}

/** Counts all pairs, chunk by chunk. */
export function deviceCounts(axes: JointAxes, pairs: DevicePairs, withSquares: boolean): DeviceCounts {
  const [n] = pairs.x.shape;
  let tensors: tf.Tensor[] | undefined;
  for (const { start, size } of chunks(n, axes)) {
    const before = tensors;
    tensors = tf.tidy(() => {
      const { ofX, ofY, share } = spreadChunk(axes, pairs, start, size);
      const added = chunkSums(ofX.weights, ofY.weights, share);
      if (withSquares) {
        const squares = [ofX.weights, ofY.weights].map((of) => tf.square(of));
        added.push(...chunkSums(squares[0]!, squares[1]!, share && tf.square(share)));
      }
      return before ? added.map((sum, k) => tf.add(sum, before[k]!)) : added;
    });
    tf.dispose(before);
  }
  const none = (): tf.Tensor[] => {
    const [rows, columns] = axes.map((axis) => axis.host.bins) as [number, number];
    return [[rows, columns], [rows], [columns], []].map((shape) => tf.zeros(shape));
  };
  tensors ??= withSquares ? [...none(), ...none()] : none();
  return { sums: sumsOf(tensors), squares: withSquares ? sumsOf(tensors.slice(4)) : undefined };
}

function sumsOf([cells, x, y, all]: readonly tf.Tensor[]): DeviceSums {
  return {
    cells: cells as tf.Tensor2D,
    x: x as tf.Tensor1D,
    y: y as tf.Tensor1D,
    all: all as tf.Scalar,
  };
}

function chunkSums(a: tf.Tensor2D, b: tf.Tensor2D, share: tf.Tensor2D | undefined): tf.Tensor[] {
  const weighted = share ? tf.mul(a, share) : a;
  const all = share ? tf.sum(share) : tf.scalar(a.shape[0]);
  const columns = tf.sum(share ? tf.mul(b, share) : b, 0);
  return [matrixProduct(weighted, b, true), tf.sum(weighted, 0), columns, all];
}

/** Counts, or the derivatives by them, in one row: 0 where there are none. */
export function packCounts(
  { sums, squares }: DeviceCountSlopes,
  [rows, columns]: readonly [number, number],
): tf.Tensor1D {
  const parts = [sums, ...(squares ? [squares] : [])].flatMap((of) => [
    tf.reshape(of.cells, [-1]) as tf.Tensor1D,
    of.x ?? tf.zeros<tf.Rank.R1>([rows]),
    of.y ?? tf.zeros<tf.Rank.R1>([columns]),
    tf.reshape(of.all ?? tf.scalar(0), [1]) as tf.Tensor1D,
  ]);
  return tf.concat1d(parts);
}

/** The counts that {@link packCounts} put into one row. */
export function countsOf(
  packed: tf.Tensor,
  [rows, columns]: readonly [number, number],
  withSquares: boolean,
): DeviceCounts {
  const flat = tf.reshape(packed, [-1]) as tf.Tensor1D;
  const size = (rows + 1) * (columns + 1);
  const sumsFrom = (at: number): DeviceSums => ({
    cells: tf.reshape(tf.slice(flat, [at], [rows * columns]), [rows, columns]),
    x: tf.slice(flat, [at + rows * columns], [rows]),
    y: tf.slice(flat, [at + rows * columns + rows], [columns]),
    all: tf.reshape(tf.slice(flat, [at + size - 1], [1]), []),
  });
  return { sums: sumsFrom(0), squares: withSquares ? sumsFrom(size) : undefined };
}

/** The derivatives by each value of all pairs, from those by the counts. */
export function deviceGradient(
  axes: JointAxes,
  pairs: DevicePairs,
  slopes: DeviceCountSlopes,
): [x: tf.Tensor1D, y: tf.Tensor1D] {
  const [n] = pairs.x.shape;
  const parts = chunks(n, axes).map(({ start, size }) =>
    tf.tidy((): [tf.Tensor, tf.Tensor] => {
      const { ofX, ofY, share } = spreadChunk(axes, pairs, start, size);
      const weighted = { a: ofX.weights, b: ofY.weights, da: ofX.slopes(), db: ofY.slopes() };
      let [x, y] = chunkGradient(weighted, slopes.sums, share);
      if (slopes.squares) {
        const squared = {
          a: tf.square(weighted.a),
          b: tf.square(weighted.b),
          da: tf.mul(tf.mul(weighted.a, weighted.da), 2) as tf.Tensor2D,
          db: tf.mul(tf.mul(weighted.b, weighted.db), 2) as tf.Tensor2D,
        };
        const more = chunkGradient(squared, slopes.squares, share && tf.square(share));
        [x, y] = [tf.add(x, more[0]), tf.add(y, more[1])];
      }
      return [x, y];
    }),
  );
  const joined = (side: 0 | 1): tf.Tensor1D =>
    parts.length === 0 ? tf.zeros([0]) : tf.concat1d(parts.map((part) => part[side] as tf.Tensor1D));
  return [joined(0), joined(1)];
}

interface ChunkWeights {
  readonly a: tf.Tensor2D;
  readonly b: tf.Tensor2D;
  readonly da: tf.Tensor2D;
  readonly db: tf.Tensor2D;
}

function chunkGradient(
  { a, b, da, db }: ChunkWeights,
  { cells, x, y }: DeviceSlopes,
  share: tf.Tensor2D | undefined,
): [x: tf.Tensor, y: tf.Tensor] {
  const ofRows = matrixProduct(b, cells, false, true);
  const ofColumns = matrixProduct(a, cells);
  const byX = tf.sum(tf.mul(da, x ? tf.add(ofRows, x) : ofRows), 1);
  const byY = tf.sum(tf.mul(db, y ? tf.add(ofColumns, y) : ofColumns), 1);
  if (share === undefined) return [byX, byY];
  const weights = tf.reshape(share, [-1]);
  return [tf.mul(byX, weights), tf.mul(byY, weights)];
}
