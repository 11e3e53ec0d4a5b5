import * as tf from '@tensorflow/tfjs-core';
import type { JointCounts } from '../../numeric/binning/jointCounts.ts';
import type { DeviceCounts, JointReading } from '../information/soft/jointReading.ts';

/** Reads −Σ P ln((P + smoothNr) / (Pᵢ Pⱼ + smoothDr) + smoothDr), as MONAI's loss does. */
export function monaiReading(smoothNr: number, smoothDr: number): JointReading {
  return {
    shape: [],
    withSquares: false,
    host: {
      value: ({ sums }) => {
        let sum = 0;
        const columns = sums.y.length;
        for (let k = 0; k < sums.cells.length; k++) {
          const share = sums.cells[k]! / sums.all;
          const expected = (sums.x[Math.floor(k / columns)]! / sums.all) * (sums.y[k % columns]! / sums.all);
          sum += share * Math.log((share + smoothNr) / (expected + smoothDr) + smoothDr);
        }
        return [-sum];
      },
      slopes: (counts, upstream) => hostSlopes(counts, smoothNr, smoothDr, -upstream[0]!),
    },
    device: {
      value: (counts) => {
        const { share, ratio } = deviceTerms(counts, smoothNr, smoothDr);
        return tf.neg(tf.sum(tf.mul(share, tf.log(tf.add(ratio, smoothDr)))));
      },
      slopes: (counts, upstream) => {
        const { share, ratio, smoothed, p, q, all } = deviceTerms(counts, smoothNr, smoothDr);
        const inLog = tf.add(ratio, smoothDr);
        const factor = tf.div(tf.neg(upstream), all);
        const quotient = tf.div(share, tf.mul(inLog, smoothed));
        const byExpected = tf.neg(tf.mul(quotient, ratio));
        const cells = tf.mul(tf.add(tf.log(inLog), quotient), factor) as tf.Tensor2D;
        const x = tf.mul(tf.sum(tf.mul(byExpected, q), 1), factor) as tf.Tensor1D;
        const y = tf.mul(tf.sum(tf.mul(byExpected, p), 0), factor) as tf.Tensor1D;
        return { sums: { cells, x, y } };
      },
    },
  };
}

function hostSlopes(
  { sums }: JointCounts,
  smoothNr: number,
  smoothDr: number,
  upstream: number,
): ReturnType<JointReading['host']['slopes']> {
  const { all } = sums;
  const factor = upstream / all;
  const cells = new Float64Array(sums.cells.length);
  const x = new Float64Array(sums.x.length);
  const y = new Float64Array(sums.y.length);
  for (let i = 0, k = 0; i < x.length; i++) {
    for (let j = 0; j < y.length; j++, k++) {
      const share = sums.cells[k]! / all;
      const [p, q] = [sums.x[i]! / all, sums.y[j]! / all];
      const smoothed = p * q + smoothDr;
      const ratio = (share + smoothNr) / smoothed;
      const inLog = ratio + smoothDr;
      const quotient = share / (inLog * smoothed);
      cells[k] = factor * (Math.log(inLog) + quotient);
      x[i]! -= factor * quotient * ratio * q;
      y[j]! -= factor * quotient * ratio * p;
    }
  }
  return { sums: { cells, x, y } };
}

function deviceTerms({ sums }: DeviceCounts, smoothNr: number, smoothDr: number) {
  const share = tf.div(sums.cells, sums.all);
  const p = tf.reshape(tf.div(sums.x, sums.all), [-1, 1]);
  const q = tf.reshape(tf.div(sums.y, sums.all), [1, -1]);
  const smoothed = tf.add(tf.mul(p, q), smoothDr);
  const ratio = tf.div(tf.add(share, smoothNr), smoothed);
  return { share, p, q, smoothed, ratio, all: sums.all };
}
