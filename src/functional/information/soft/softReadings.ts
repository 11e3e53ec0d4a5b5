import * as tf from '@tensorflow/tfjs-core';
import type { AverageMethod } from '../discrete/averageOptions.ts';
import { deviceInformation, deviceInformationSlopes } from './deviceInformation.ts';
import { deviceAverage, deviceAverageSlope } from './deviceAverage.ts';
import type { DeviceCounts, DeviceCountSlopes, JointReading } from './jointReading.ts';
import {
  softMutualInfoOf,
  softMutualInfoSlopes,
  softNormalizedMutualInfoOf,
  softNormalizedMutualInfoSlopes,
} from './softScores.ts';

/** Reads `factor` times the mutual information in nats. */
export function mutualInfoReading(factor: number, withSquares: boolean): JointReading {
  return {
    shape: [],
    withSquares,
    host: {
      value: (counts) => [factor * softMutualInfoOf(counts)],
      slopes: (counts, upstream) => softMutualInfoSlopes(counts, factor * upstream[0]!),
    },
    device: {
      value: (counts) => ofSamples(counts, tf.mul(deviceInformation(counts).mutualInfo, factor)),
      slopes: (counts, upstream) =>
        deviceInformationSlopes(counts, {
          mutualInfo: tf.mul(upstream, factor) as tf.Scalar,
          entropyX: tf.scalar(0),
          entropyY: tf.scalar(0),
        }),
    },
  };
}

/** Reads `factor` times the mutual information as a share of a mean of the entropies. */
export function normalizedReading(
  factor: number,
  withSquares: boolean,
  method: AverageMethod = 'arithmetic',
): JointReading {
  return {
    shape: [],
    withSquares,
    host: {
      value: (counts) => [factor * softNormalizedMutualInfoOf(counts, method)],
      slopes: (counts, upstream) => softNormalizedMutualInfoSlopes(counts, factor * upstream[0]!, method),
    },
    device: {
      value: (counts) => ofSamples(counts, tf.mul(deviceNormalized(counts, method), factor)),
      slopes: (counts, upstream) => deviceNormalizedSlopes(counts, tf.mul(upstream, factor), method),
    },
  };
}

/** Replaces a value by NaN if there are no samples. */
function ofSamples({ sums }: DeviceCounts, value: tf.Tensor): tf.Tensor {
  return tf.where(tf.greater(sums.all, 0), value, NaN);
}

/** An entropy below this is that of one bin alone, up to float32's rounding. */
const LEAST_ENTROPY = 1e-6;

function deviceNormalized(counts: DeviceCounts, method: AverageMethod): tf.Tensor {
  const { mutualInfo, entropyX, entropyY } = deviceInformation(counts);
  const mean = deviceAverage(entropyX, entropyY, method);
  const isSame = tf.less(tf.maximum(entropyX, entropyY), LEAST_ENTROPY);
  const share = tf.div(mutualInfo, tf.maximum(mean, LEAST_ENTROPY));
  const isShare = tf.greater(mean, LEAST_ENTROPY);
  return tf.where(isShare, share, tf.cast(isSame, 'float32'));
}

function deviceNormalizedSlopes(counts: DeviceCounts, factor: tf.Tensor, method: AverageMethod): DeviceCountSlopes {
  const { mutualInfo, entropyX, entropyY } = deviceInformation(counts);
  const mean = deviceAverage(entropyX, entropyY, method);
  const isShare = tf.cast(tf.greater(mean, LEAST_ENTROPY), 'float32');
  const perMean = tf.div(tf.mul(factor, isShare), tf.maximum(mean, LEAST_ENTROPY));
  const byMean = tf.neg(tf.div(tf.mul(perMean, mutualInfo), tf.maximum(mean, LEAST_ENTROPY)));
  return deviceInformationSlopes(counts, {
    mutualInfo: perMean as tf.Scalar,
    entropyX: tf.mul(byMean, deviceAverageSlope(entropyX, entropyY, method)),
    entropyY: tf.mul(byMean, deviceAverageSlope(entropyY, entropyX, method)),
  });
}
