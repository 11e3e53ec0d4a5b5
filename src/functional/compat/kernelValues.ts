import * as tf from '@tensorflow/tfjs-core';
import { emptySpread, type FloatValues } from '../../numeric/binning/histogramAxis.ts';
import { requireFinite } from '../../inputs/requireFinite.ts';
import type { JointAxis } from '../information/soft/jointAxis.ts';
import { isHostBackend } from '../information/soft/isHostBackend.ts';

/** The weight of each value in each bin of an axis that goes over all bins: `[...leading, bins]`. */
export function kernelValues(values: tf.Tensor, axis: JointAxis, name: string, leading: readonly number[]): tf.Tensor {
  const { bins } = axis.host;
  const shape = [...leading, bins];
  const operation = tf.customGrad((...args) => {
    const [x, save] = args as unknown as [tf.Tensor, tf.GradSaveFunc];
    if (!isHostBackend()) return onDevice(x, axis, shape, save);
    const data = x.dataSync() as FloatValues;
    requireFinite(name, data, x.shape, undefined);
    const spread = emptySpread(axis.host, data.length, true);
    axis.host.spread(data, 0, data.length, spread);
    return {
      value: tf.tensor(Float32Array.from(spread.weights), shape),
      gradFunc: (upstream: tf.Tensor) => {
        const by = upstream.dataSync();
        const gradient = Float32Array.from(data, (_, n) => {
          let sum = 0;
          for (let k = n * bins; k < (n + 1) * bins; k++) sum += by[k]! * spread.slopes![k]!;
          return sum;
        });
        return [tf.tensor(gradient, x.shape)];
      },
    };
  });
  return operation(values);
}

function onDevice(
  x: tf.Tensor,
  axis: JointAxis,
  shape: number[],
  save: tf.GradSaveFunc,
): { value: tf.Tensor; gradFunc: (upstream: tf.Tensor, saved: tf.Tensor[]) => tf.Tensor[] } {
  const column = (of: tf.Tensor): tf.Tensor2D => tf.reshape(of, [-1, 1]);
  save([x]);
  return {
    value: tf.reshape(axis.device(column(x)).weights, shape),
    gradFunc: (upstream, [saved]) => {
      const slopes = axis.device(column(saved!)).slopes();
      const by = tf.reshape(upstream, slopes.shape);
      return [tf.reshape(tf.sum(tf.mul(by, slopes), 1), saved!.shape)];
    },
  };
}
