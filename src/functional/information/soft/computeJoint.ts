import * as tf from '@tensorflow/tfjs-core';
import type { FloatValues } from '../../../numeric/binning/histogramAxis.ts';
import { countPairs, emptyCounts, type AxisPair } from '../../../numeric/binning/jointCounts.ts';
import { pairGradient } from '../../../numeric/binning/pairGradient.ts';
import { requireFinite } from '../../../inputs/requireFinite.ts';
import { checkValuesInRange, type RangedValues } from '../../../inputs/checkValuesInRange.ts';
import { deviceCounter, deviceCounts } from './deviceCounts.ts';
import { hostArithmetic } from './hostArithmetic.ts';
import type { Matrix } from './matrixProduct.ts';
import { isHostBackend } from './isHostBackend.ts';
import type { JointAxes, JointAxis } from './jointAxis.ts';
import { computeStatistic, type JointCounter } from './jointCounter.ts';
import { hostCounts, hostGradients, type JointStatistic } from './jointStatistic.ts';
import type { PairedTensors } from './pairedTensors.ts';
import { weightsOnHost } from './pairWeights.ts';

/**
 * Computes a statistic of the joint histogram of each row of pairs, differentiable in both sides. The kernel weights
 * of single values are computed in blocks and never stored for all values.
 */
export function computeJoint(pairs: PairedTensors, axes: JointAxes, statistic: JointStatistic): tf.Tensor {
  const { withSquares } = statistic;
  if (isHostBackend()) {
    const counterOf = ([x, y]: tf.Tensor[]): JointCounter<Matrix> =>
      hostCounter({ ...pairs, x: x!, y: y! }, axes, withSquares);
    return computeStatistic([pairs.x, pairs.y], pairs.shape, statistic, counterOf);
  }
  const counts = deviceCounts(pairs, axes, withSquares);
  return computeStatistic([counts], pairs.shape, statistic, ([given]) => deviceCounter(given!));
}

/** Returns a counter on the host: float64 sums, visiting only the bins under the kernel. */
function hostCounter(pairs: PairedTensors, axes: JointAxes, withSquares: boolean): JointCounter<Matrix> {
  const { rows, size, names } = pairs;
  const weights = pairs.weights && weightsOnHost(pairs.weights);
  const x = pairs.x.dataSync() as FloatValues;
  const y = pairs.y.dataSync() as FloatValues;
  const values = { x, y, weights };
  checkValues(pairs, axes[0], { name: names[0], values: x, weights });
  checkValues(pairs, axes[1], { name: names[1], values: y, weights });
  const endsOf = (row: number): [from: number, to: number] => [row * size, (row + 1) * size];
  const fitted = Array.from({ length: rows }, (_, row): AxisPair => {
    const [from, to] = endsOf(row);
    return [
      axes[0].fit?.host(x, from, to, weights) ?? axes[0].host,
      axes[1].fit?.host(y, from, to, weights) ?? axes[1].host,
    ];
  });
  return {
    arithmetic: hostArithmetic,
    rows,
    inputs: [],
    count: (row) => {
      const counts = emptyCounts(fitted[row]!, withSquares);
      countPairs(fitted[row]!, values, counts, ...endsOf(row));
      return hostCounts(counts);
    },
    gradients: (by) => {
      const gradient = { x: new Float32Array(x.length), y: new Float32Array(y.length) };
      by.forEach((ofRow, row) => pairGradient(fitted[row]!, values, hostGradients(ofRow), gradient, ...endsOf(row)));
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
