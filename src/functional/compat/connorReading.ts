import * as tf from '@tensorflow/tfjs-core';
import type { JointCounts } from '../../numeric/binning/jointCounts.ts';
import type { DeviceCounts, JointReading } from '../information/soft/jointReading.ts';

const EPSILON = 1e-10;

/**
 * Reads what connorlee77's module computes: entropies in bits of shares that are each divided by their
 * own sum, with 1e-10 added to sums and logarithms; I = H₁ + H₂ − H₁₂, or 2I / (H₁ + H₂).
 */
export function connorReading(normalize: boolean): JointReading {
  return {
    shape: [],
    withSquares: false,
    host: {
      value: (counts) => {
        const { margins, joint } = entropies(counts);
        return [normalize ? 2 - (2 * joint.entropy) / margins : margins - joint.entropy];
      },
      slopes: (counts, upstream) => {
        const { ofX, ofY, joint, margins } = entropies(counts);
        const byMargin = upstream[0]! * (normalize ? (2 * joint.entropy) / margins ** 2 : 1);
        const byJoint = upstream[0]! * (normalize ? -2 / margins : -1);
        return {
          sums: {
            cells: joint.slopes.map((slope) => slope * byJoint),
            x: ofX.slopes.map((slope) => slope * byMargin),
            y: ofY.slopes.map((slope) => slope * byMargin),
          },
        };
      },
    },
    device: {
      value: (counts) => {
        const { margins, joint } = deviceEntropies(counts);
        return normalize ? tf.sub(2, tf.div(tf.mul(joint.entropy, 2), margins)) : tf.sub(margins, joint.entropy);
      },
      slopes: (counts, upstream) => {
        const { ofX, ofY, joint, margins } = deviceEntropies(counts);
        const ratio = tf.div(tf.mul(joint.entropy, 2), tf.square(margins));
        const byMargin = normalize ? tf.mul(upstream, ratio) : upstream;
        const byJoint = normalize ? tf.div(tf.mul(upstream, -2), margins) : tf.neg(upstream);
        return {
          sums: {
            cells: tf.mul(joint.slopes(), byJoint) as tf.Tensor2D,
            x: tf.mul(ofX.slopes(), byMargin) as tf.Tensor1D,
            y: tf.mul(ofY.slopes(), byMargin) as tf.Tensor1D,
          },
        };
      },
    },
  };
}

function entropies({ sums }: JointCounts) {
  const ofX = entropyOf(sums.x, EPSILON * sums.all);
  const ofY = entropyOf(sums.y, EPSILON * sums.all);
  return { ofX, ofY, joint: entropyOf(sums.cells, EPSILON), margins: ofX.entropy + ofY.entropy };
}

/** The entropy in bits of shares of a sum to which something is added, and its derivatives. */
function entropyOf(values: Float64Array, added: number): { entropy: number; slopes: Float64Array } {
  const total = values.reduce((sum, value) => sum + value, added);
  const shares = values.map((value) => value / total);
  let entropy = 0;
  let mean = 0;
  const rises = shares.map((share) => {
    const bits = Math.log2(share + EPSILON);
    const rise = bits + share / ((share + EPSILON) * Math.LN2);
    entropy -= share * bits;
    mean += share * rise;
    return rise;
  });
  return { entropy, slopes: rises.map((rise) => (mean - rise) / total) };
}

function deviceEntropies({ sums }: DeviceCounts) {
  const added = tf.mul(sums.all, EPSILON);
  const ofX = deviceEntropyOf(sums.x, added);
  const ofY = deviceEntropyOf(sums.y, added);
  const joint = deviceEntropyOf(sums.cells, tf.scalar(EPSILON));
  return { ofX, ofY, joint, margins: tf.add(ofX.entropy, ofY.entropy) };
}

function deviceEntropyOf(values: tf.Tensor, added: tf.Tensor): { entropy: tf.Tensor; slopes: () => tf.Tensor } {
  const total = tf.add(tf.sum(values), added);
  const shares = tf.div(values, total);
  const shifted = tf.add(shares, EPSILON);
  const bits = tf.div(tf.log(shifted), Math.LN2);
  const slopes = (): tf.Tensor => {
    const rises = tf.add(bits, tf.div(shares, tf.mul(shifted, Math.LN2)));
    return tf.div(tf.sub(tf.sum(tf.mul(shares, rises)), rises), total);
  };
  return { entropy: tf.neg(tf.sum(tf.mul(shares, bits))), slopes };
}
