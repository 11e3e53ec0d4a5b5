import * as tf from '@tensorflow/tfjs-core';
import type { DeviceCounts, DeviceCountSlopes, DeviceSums } from './jointReading.ts';

/** Quantities of information as `JointInformation`, on a device. */
export interface DeviceInformation {
  readonly mutualInfo: tf.Scalar;
  readonly entropyX: tf.Scalar;
  readonly entropyY: tf.Scalar;
}

/** Stands for 0 where a float32 is divided by or its logarithm taken. */
const LEAST = 1e-30;

const safe = <T extends tf.Tensor>(values: T): T => tf.maximum(values, LEAST);
const isUsed = (values: tf.Tensor): tf.Tensor => tf.cast(tf.greater(values, 0), 'float32');

/** The same as `informationOfCounts` by operations of the backend. */
export function deviceInformation({ sums, squares }: DeviceCounts): DeviceInformation {
  const all = safe(sums.all);
  const joint = tf.div(sums.cells, all);
  const ofX = tf.sum(joint, 1, true);
  const ofY = tf.sum(joint, 0, true);
  const plain = {
    mutualInfo: tf.sum(klTerms(joint, tf.mul(ofX, ofY))) as tf.Scalar,
    entropyX: entropy(ofX),
    entropyY: entropy(ofY),
  };
  if (squares === undefined) return plain;
  const [biasX, biasY, biasOfBoth] = [
    entropyBias('x', sums, squares),
    entropyBias('y', sums, squares),
    entropyBias('cells', sums, squares),
  ];
  const bias = tf.sub(tf.add(biasX, biasY), biasOfBoth);
  return {
    mutualInfo: tf.add(plain.mutualInfo, bias),
    entropyX: tf.add(plain.entropyX, biasX),
    entropyY: tf.add(plain.entropyY, biasY),
  };
}

/** E ((1 + d) ln(1 + d) − d) with d = (P − E) / E, whose sum loses little where d is small. */
function klTerms(joint: tf.Tensor, expected: tf.Tensor): tf.Tensor {
  const excess = tf.div(tf.sub(joint, expected), safe(expected));
  const growth = tf.maximum(tf.add(excess, 1), LEAST);
  const plain = tf.sub(tf.mul(growth, tf.log(growth)), excess);
  // By the series in s = d / (2 + d) as for the exact klTerm; five terms are enough for float32.
  const s = tf.div(excess, tf.add(excess, 2));
  const q = tf.square(s);
  const terms = [1 / 11, 1 / 9, 1 / 7, 1 / 5, 1 / 3];
  const c = terms.slice(1).reduce<tf.Tensor>((sum, term) => tf.add(tf.mul(sum, q), term), tf.fill(q.shape, terms[0]!));
  const nearOne = tf.mul(tf.mul(tf.add(excess, 2), q), tf.add(1, tf.mul(tf.add(q, s), c)));
  return tf.mul(expected, tf.where(tf.less(tf.abs(excess), 0.3), nearOne, plain));
}

function entropy(shares: tf.Tensor): tf.Scalar {
  return tf.neg(tf.sum(tf.mul(shares, tf.log(safe(shares)))));
}

type Part = 'cells' | 'x' | 'y';

function entropyBias(
  part: Part,
  { [part]: sums, all }: DeviceSums,
  { [part]: squares, all: allSquares }: DeviceSums,
): tf.Tensor {
  const inBins = tf.sum(tf.div(squares, safe<tf.Tensor>(sums)));
  return tf.div(tf.sub(inBins, tf.div(allSquares, safe(all))), tf.mul(2, safe(all)));
}

/** The same as `informationSlopes` by operations of the backend. */
export function deviceInformationSlopes({ sums, squares }: DeviceCounts, by: DeviceInformation): DeviceCountSlopes {
  const all = safe(sums.all);
  const joint = tf.div(sums.cells, all);
  const byX = tf.add(by.mutualInfo, by.entropyX);
  const byY = tf.add(by.mutualInfo, by.entropyY);
  const ln = (values: tf.Tensor, factor: tf.Tensor): tf.Tensor => tf.mul(tf.div(factor, all), tf.log(safe(values)));
  const ofJoint = ln(joint, by.mutualInfo);
  const ofMargins = tf.add(ln(tf.sum(joint, 1, true), byX), ln(tf.sum(joint, 0, true), byY));
  const cells = tf.mul(tf.sub(ofJoint, ofMargins), isUsed(joint)) as tf.Tensor2D;
  if (squares === undefined) return { sums: { cells } };
  const ofCells = biasSlopes('cells', sums, squares, tf.neg(by.mutualInfo));
  const ofX = biasSlopes('x', sums, squares, byX);
  const ofY = biasSlopes('y', sums, squares, byY);
  return {
    sums: {
      cells: tf.add(cells, ofCells.bySums),
      x: ofX.bySums as tf.Tensor1D,
      y: ofY.bySums as tf.Tensor1D,
    },
    squares: {
      cells: ofCells.bySquares as tf.Tensor2D,
      x: ofX.bySquares as tf.Tensor1D,
      y: ofY.bySquares as tf.Tensor1D,
    },
  };
}

function biasSlopes(
  part: Part,
  { [part]: sums, all }: DeviceSums,
  { [part]: squares }: DeviceSums,
  factor: tf.Tensor,
): { bySums: tf.Tensor; bySquares: tf.Tensor } {
  const scale = tf.div(tf.mul(factor, isUsed(all)), tf.mul(2, safe(all)));
  const used = safe<tf.Tensor>(sums);
  const bySquares = tf.mul(tf.div(scale, used), isUsed(sums));
  return { bySquares, bySums: tf.neg(tf.mul(bySquares, tf.div(squares, used))) };
}
