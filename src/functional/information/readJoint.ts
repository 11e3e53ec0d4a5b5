import * as tf from '@tensorflow/tfjs-core';
import type { FloatValues } from '../../binning/histogramAxis.ts';
import { countPairs, emptyCounts, type AxisPair } from '../../binning/jointCounts.ts';
import { pairGradient } from '../../binning/jointGradient.ts';
import { countsOf, deviceCounts, deviceGradient, tensorsOf } from './deviceCounts.ts';
import { requireFinite } from '../../inputs/finiteValues.ts';
import type { JointAxis, JointReading } from './jointReading.ts';
import type { PairedTensors } from './pairedTensors.ts';
import { weightsOnHost } from './pairWeights.ts';
import { readsAtOnce } from './readsAtOnce.ts';

type JointAxes = readonly [x: JointAxis, y: JointAxis];

interface Read {
  readonly value: tf.Tensor;
  readonly gradFunc: (upstream: tf.Tensor, saved: tf.Tensor[]) => tf.Tensor[];
}

/**
 * Reads something from the joint histogram of each row of pairs, as one operation with a gradient of
 * its own: neither the weights of single values nor their gradients are ever kept.
 */
export function readJoint(pairs: PairedTensors, axes: JointAxes, reading: JointReading): tf.Tensor {
  const operation = tf.customGrad((...args) => {
    const [x, y, save] = args as unknown as [tf.Tensor, tf.Tensor, tf.GradSaveFunc];
    const given = { ...pairs, x, y };
    return readsAtOnce()
      ? readOnHost(given, axes, reading)
      : readOnDevice(given, axes, reading, save);
  });
  return operation(pairs.x, pairs.y);
}

function readOnHost(pairs: PairedTensors, axes: JointAxes, reading: JointReading): Read {
  const { rows, size, names, shape } = pairs;
  const hostAxes: AxisPair = [axes[0].host, axes[1].host];
  const weights = pairs.weights && weightsOnHost(pairs.weights);
  const x = pairs.x.dataSync() as FloatValues;
  const y = pairs.y.dataSync() as FloatValues;
  requireFinite(names[0], x, pairs.x.shape, weights);
  requireFinite(names[1], y, pairs.y.shape, weights);
  const values = { x, y, weights };
  const width = sizeOf(reading.shape);
  const result = new Float32Array(rows * width);
  const counted = Array.from({ length: rows }, (_, row) => {
    const counts = emptyCounts(hostAxes, reading.withSquares);
    countPairs(hostAxes, values, counts, row * size, (row + 1) * size);
    result.set(Float32Array.from(reading.host.value(counts)), row * width);
    return counts;
  });
  return {
    value: tf.tensor(result, [...shape, ...reading.shape]),
    gradFunc: (upstream) => {
      const by = upstream.dataSync();
      const gradient = { x: new Float32Array(x.length), y: new Float32Array(y.length) };
      counted.forEach((counts, row) => {
        const slopes = reading.host.slopes(counts, by.subarray(row * width, (row + 1) * width));
        pairGradient(hostAxes, values, slopes, gradient, row * size, (row + 1) * size);
      });
      return [tf.tensor(gradient.x, pairs.x.shape), tf.tensor(gradient.y, pairs.y.shape)];
    },
  };
}

function readOnDevice(
  pairs: PairedTensors,
  axes: JointAxes,
  reading: JointReading,
  save: tf.GradSaveFunc,
): Read {
  const { rows, size, shape } = pairs;
  const flat = [pairs.x, pairs.y, pairs.weights].map(
    (values) => values && (tf.reshape(tf.cast(values, 'float32'), [-1]) as tf.Tensor1D),
  );
  const row = (of: tf.Tensor1D, k: number): tf.Tensor1D => tf.slice(of, [k * size], [size]);
  const rowPairs = (of: readonly (tf.Tensor1D | undefined)[], k: number) => ({
    x: row(of[0]!, k),
    y: row(of[1]!, k),
    weights: of[2] && row(of[2], k),
  });
  const counted = Array.from({ length: rows }, (_, k) =>
    tensorsOf(deviceCounts(axes, rowPairs(flat, k), reading.withSquares)),
  );
  const values = counted.map((tensors) => reading.device.value(countsOf(tensors)));
  const inputs = flat.filter((of) => of !== undefined);
  save([...inputs, ...counted.flat()]);
  return {
    value: tf.reshape(rows === 0 ? tf.zeros([0]) : tf.stack(values), [...shape, ...reading.shape]),
    gradFunc: (upstream, saved) => {
      const ofRows = tf.reshape(upstream, [rows, -1]);
      const perRow = (reading.withSquares ? 2 : 1) * 4;
      const parts = Array.from({ length: rows }, (_, k) =>
        tf.tidy(() => {
          const at = inputs.length + k * perRow;
          const by = tf.reshape(tf.slice(ofRows, [k, 0], [1, -1]), [...reading.shape]);
          const slopes = reading.device.slopes(countsOf(saved.slice(at, at + perRow)), by);
          return deviceGradient(axes, rowPairs(saved.slice(0, inputs.length) as tf.Tensor1D[], k), slopes); // prettier-ignore
        }),
      );
      return [pairs.x, pairs.y].map((of, side) =>
        rows === 0
          ? tf.zeros(of.shape)
          : tf.reshape(tf.concat1d(parts.map((part) => part[side as 0 | 1])), of.shape),
      );
    },
  };
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
