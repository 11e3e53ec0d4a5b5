import * as tf from '@tensorflow/tfjs-core';
import { countsOf, deviceCounts, deviceGradient, packCounts, type DevicePairs } from './deviceCounts.ts';
import type { DeviceCounts, JointAxis, JointReading } from './jointReading.ts';
import type { PairedTensors } from './pairedTensors.ts';

type JointAxes = readonly [x: JointAxis, y: JointAxis];

/**
 * Reads something from the joint histogram of each row of pairs by operations of the backend, chunk by
 * chunk. Two operations with gradients of their own, as one must not keep what it made in between:
 * from values to counts, and from counts to what is read.
 */
export function readOnDevice(pairs: PairedTensors, axes: JointAxes, reading: JointReading): tf.Tensor {
  const rows = Array.from({ length: pairs.rows }, (_, row) => row);
  const counts = countOnDevice(pairs, axes, reading.withSquares);
  const bins = [axes[0].host.bins, axes[1].host.bins] as const;
  const unpacked = (packed: tf.Tensor, row: number) =>
    countsOf(tf.slice(packed, [row, 0], [1, -1]), bins, reading.withSquares);
  const operation = tf.customGrad((...args) => {
    const [packed, save] = args as unknown as [tf.Tensor, tf.GradSaveFunc];
    save([packed]);
    const values = rows.map((row) => reading.device.value(unpacked(packed, row)));
    const shape = [...pairs.shape, ...reading.shape];
    return {
      value: tf.reshape(rows.length === 0 ? tf.zeros([0]) : tf.stack(values), shape),
      gradFunc: (upstream: tf.Tensor, [saved]: tf.Tensor[]) => {
        const ofRows = tf.reshape(upstream, [rows.length, -1]);
        const slopes = rows.map((row) => {
          const by = tf.reshape(tf.slice(ofRows, [row, 0], [1, -1]), [...reading.shape]);
          return packCounts(reading.device.slopes(unpacked(saved!, row), by), bins);
        });
        return [rows.length === 0 ? tf.zerosLike(saved!) : tf.stack(slopes)];
      },
    };
  });
  return operation(counts);
}

/** The counts of each row of pairs, packed into one row each. */
function countOnDevice(pairs: PairedTensors, axes: JointAxes, withSquares: boolean): tf.Tensor {
  const rows = Array.from({ length: pairs.rows }, (_, row) => row);
  const bins = [axes[0].host.bins, axes[1].host.bins] as const;
  const operation = tf.customGrad((...args) => {
    const [x, y, save] = args as unknown as [tf.Tensor, tf.Tensor, tf.GradSaveFunc];
    const { weights } = pairs;
    save(weights ? [x, y, weights] : [x, y]);
    const counted = rows.map((row) =>
      tf.tidy(() => packCounts(countRow(axes, rowOf({ ...pairs, x, y }, row), withSquares), bins)),
    );
    const width = (withSquares ? 2 : 1) * ((bins[0] + 1) * (bins[1] + 1));
    return {
      value: rows.length === 0 ? tf.zeros([0, width]) : tf.stack(counted),
      gradFunc: (upstream: tf.Tensor, saved: tf.Tensor[]) => {
        const kept = { ...pairs, x: saved[0]!, y: saved[1]!, weights: saved[2] };
        const parts = rows.map((row) =>
          tf.tidy(() => {
            const slopes = countsOf(tf.slice(upstream, [row, 0], [1, -1]), bins, withSquares);
            const ofRow = rowOf(kept, row);
            return deviceGradient(fittedAxes(axes, ofRow), ofRow, slopes);
          }),
        );
        return [kept.x, kept.y].map((of, side) =>
          rows.length === 0
            ? tf.zeros(of.shape)
            : tf.reshape(tf.concat1d(parts.map((part) => part[side as 0 | 1])), of.shape),
        );
      },
    };
  });
  return operation(pairs.x, pairs.y);
}

function countRow(axes: JointAxes, row: DevicePairs, withSquares: boolean): DeviceCounts {
  return deviceCounts(fittedAxes(axes, row), row, withSquares);
}

/** The axes of one row of pairs. */
function fittedAxes(axes: JointAxes, { x, y, weights }: DevicePairs): JointAxes {
  const [ofX, ofY] = axes;
  if (x.size === 0) return axes;
  return [
    ofX.fit ? { ...ofX, device: ofX.fit.device(x, weights) } : ofX,
    ofY.fit ? { ...ofY, device: ofY.fit.device(y, weights) } : ofY,
  ];
}

function rowOf({ x, y, weights, size }: PairedTensors, row: number): DevicePairs {
  const part = (of: tf.Tensor): tf.Tensor1D =>
    tf.slice(tf.reshape(tf.cast(of, 'float32'), [-1]) as tf.Tensor1D, [row * size], [size]);
  return { x: part(x), y: part(y), weights: weights && part(weights) };
}
