import * as tf from '@tensorflow/tfjs-core';
import type { FloatValues } from '../../../numeric/binning/histogramAxis.ts';
import { countPairs, emptyCounts, type AxisPair } from '../../../numeric/binning/jointCounts.ts';
import { pairGradient } from '../../../numeric/binning/jointGradient.ts';
import { requireFinite } from '../../../inputs/requireFinite.ts';
import { checkValuesInRange, type RangedValues } from '../../../inputs/checkValuesInRange.ts';
import type { JointAxis, JointReading } from './jointReading.ts';
import type { PairedTensors } from './pairedTensors.ts';
import { weightsOnHost } from './pairWeights.ts';
import { readOnDevice } from './readOnDevice.ts';
import { isHostBackend } from './isHostBackend.ts';

type JointAxes = readonly [x: JointAxis, y: JointAxis];

interface Read {
  readonly value: tf.Tensor;
  readonly gradFunc: (upstream: tf.Tensor) => tf.Tensor[];
}

/**
 * Reads something from the joint histogram of each row of pairs, with an analytic gradient: neither the
 * weights of single values nor their gradients are ever kept.
 */
export function readJoint(pairs: PairedTensors, axes: JointAxes, reading: JointReading): tf.Tensor {
  if (!isHostBackend()) return readOnDevice(pairs, axes, reading);
  const operation = tf.customGrad((...args) => {
    const [x, y] = args as unknown as [tf.Tensor, tf.Tensor];
    return readOnHost({ ...pairs, x, y }, axes, reading);
  });
  return operation(pairs.x, pairs.y);
}

function readOnHost(pairs: PairedTensors, axes: JointAxes, reading: JointReading): Read {
  const { rows, size, names, shape } = pairs;
  const weights = pairs.weights && weightsOnHost(pairs.weights);
  const x = pairs.x.dataSync() as FloatValues;
  const y = pairs.y.dataSync() as FloatValues;
  const values = { x, y, weights };
  for (const [side, name] of names.entries()) {
    checkValues(pairs, axes[side]!, { name, values: side === 0 ? x : y, weights });
  }
  const width = sizeOf(reading.shape);
  const result = new Float32Array(rows * width);
  const counted = Array.from({ length: rows }, (_, row) => {
    const [from, to] = [row * size, (row + 1) * size];
    const fitted: AxisPair = [
      axes[0].fit?.host(x, from, to, weights) ?? axes[0].host,
      axes[1].fit?.host(y, from, to, weights) ?? axes[1].host,
    ];
    const counts = emptyCounts(fitted, reading.withSquares);
    countPairs(fitted, values, counts, from, to);
    result.set(Float32Array.from(reading.host.value(counts)), row * width);
    return { counts, fitted };
  });
  return {
    value: tf.tensor(result, [...shape, ...reading.shape]),
    gradFunc: (upstream) => {
      const by = upstream.dataSync();
      const gradient = { x: new Float32Array(x.length), y: new Float32Array(y.length) };
      counted.forEach(({ counts, fitted }, row) => {
        const slopes = reading.host.slopes(counts, by.subarray(row * width, (row + 1) * width));
        pairGradient(fitted, values, slopes, gradient, row * size, (row + 1) * size);
      });
      return [tf.tensor(gradient.x, pairs.x.shape), tf.tensor(gradient.y, pairs.y.shape)];
    },
  };
}

function checkValues(
  { owner, x: { shape } }: PairedTensors,
  { range }: JointAxis,
  given: Pick<RangedValues, 'name' | 'values' | 'weights'>,
): void {
  if (range) checkValuesInRange({ owner, shape, range, ...given });
  else requireFinite(given.name, given.values, shape, given.weights);
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
