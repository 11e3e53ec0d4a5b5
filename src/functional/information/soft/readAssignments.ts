import * as tf from '@tensorflow/tfjs-core';
import { assignmentGradient, jointAssignments } from '../../../numeric/binning/jointAssignments.ts';
import { matrixProduct } from './matrixProduct.ts';
import type { JointCounts } from '../../../numeric/binning/jointCounts.ts';
import { requireProbabilities } from '../../../inputs/assignments.ts';
import type { DeviceCounts, JointReading } from './jointReading.ts';
import { weightsOnHost } from './pairWeights.ts';
import { isHostBackend } from './isHostBackend.ts';
import { mutualInfoReading } from './softReadings.ts';

interface AssignmentPair {
  readonly p: tf.Tensor2D;
  readonly q: tf.Tensor2D;
}

interface Setting {
  readonly n: number;
  /** The clusters of p. */
  readonly columns: number;
  readonly weights: tf.Tensor | undefined;
  readonly symmetric: boolean;
  readonly factor: number;
}

interface Read {
  readonly value: tf.Tensor;
  readonly gradFunc: (upstream: tf.Tensor, saved: tf.Tensor[]) => tf.Tensor[];
}

/** The mutual information of the joint assignments, as one operation with a gradient of its own. */
export function readAssignments({ p, q }: AssignmentPair, setting: Setting): tf.Scalar {
  const reading = mutualInfoReading(setting.factor, false);
  const operation = tf.customGrad((...args) => {
    const [ofP, ofQ, save] = args as unknown as [tf.Tensor2D, tf.Tensor2D, tf.GradSaveFunc];
    const pair = { p: ofP, q: ofQ };
    return isHostBackend() ? readOnHost(pair, setting, reading) : readOnDevice(pair, setting, reading, save);
  });
  return operation(p, q) as tf.Scalar;
}

function readOnHost(pair: AssignmentPair, setting: Setting, reading: JointReading): Read {
  const { n, symmetric } = setting;
  const weights = setting.weights && weightsOnHost(setting.weights);
  const p = { data: pair.p.dataSync(), columns: pair.p.shape[1] };
  const q = { data: pair.q.dataSync(), columns: pair.q.shape[1] };
  requireProbabilities(p.data, n, p.columns, 'p');
  requireProbabilities(q.data, n, q.columns, 'q');
  const cells = jointAssignments(n, p, q, weights);
  const counts = countsOfCells(symmetric ? symmetrised(cells, p.columns) : cells, q.columns);
  return {
    value: tf.scalar(reading.host.value(counts)[0]!),
    gradFunc: (upstream) => {
      const { sums } = reading.host.slopes(counts, upstream.dataSync());
      const centred = withoutMean(sums.cells, counts);
      const slopes = symmetric ? symmetrised(centred, p.columns) : centred;
      const byCell = (i: number, j: number): number => slopes[i * q.columns + j]!;
      const ofP = assignmentGradient(n, p.columns, q, weights, byCell);
      const ofQ = assignmentGradient(n, q.columns, p, weights, (j, i) => byCell(i, j));
      return [tf.tensor(ofP, pair.p.shape), tf.tensor(ofQ, pair.q.shape)];
    },
  };
}

function countsOfCells(cells: Float64Array, columns: number): JointCounts {
  const x = new Float64Array(cells.length / columns);
  const y = new Float64Array(columns);
  let all = 0;
  for (let k = 0; k < cells.length; k++) {
    x[Math.floor(k / columns)]! += cells[k]!;
    y[k % columns]! += cells[k]!;
    all += cells[k]!;
  }
  return { sums: { cells, x, y, all }, squares: undefined };
}

/** The mean of a square table and its transpose. */
function symmetrised(cells: Float64Array, size: number): Float64Array {
  return cells.map((cell, k) => (cell + cells[(k % size) * size + Math.floor(k / size)]!) / 2);
}

/**
 * Derivatives by cells that may change the sum of all: less their mean over the samples, as a score
 * of shares stays the same when all cells grow alike.
 */
function withoutMean(slopes: Float64Array, { sums }: JointCounts): Float64Array {
  if (sums.all === 0) return slopes;
  const mean = slopes.reduce((sum, slope, k) => sum + slope * sums.cells[k]!, 0) / sums.all;
  return slopes.map((slope) => slope - mean);
}

function readOnDevice(
  { p, q }: AssignmentPair,
  { symmetric, weights }: Setting,
  reading: JointReading,
  save: tf.GradSaveFunc,
): Read {
  const both = (cells: tf.Tensor2D): tf.Tensor2D =>
    symmetric ? (tf.div(tf.add(cells, tf.transpose(cells)), 2) as tf.Tensor2D) : cells;
  const countsOf = (ofP: tf.Tensor2D, ofQ: tf.Tensor2D, share?: tf.Tensor): DeviceCounts => {
    const cells = both(matrixProduct(weighted(ofP, share), ofQ, true));
    const sums = { cells, x: tf.sum(cells, 1), y: tf.sum(cells, 0), all: tf.sum(cells) };
    return { sums: sums as DeviceCounts['sums'], squares: undefined };
  };
  save(weights ? [p, q, weights] : [p, q]);
  return {
    value: reading.device.value(countsOf(p, q, weights)),
    gradFunc: (upstream, [savedP, savedQ, share]) => {
      const [ofP, ofQ] = [savedP as tf.Tensor2D, savedQ as tf.Tensor2D];
      const counts = countsOf(ofP, ofQ, share);
      const { sums } = reading.device.slopes(counts, upstream);
      const total = tf.maximum(counts.sums.all, 1e-30);
      const mean = tf.div(tf.sum(tf.mul(sums.cells, counts.sums.cells)), total);
      const slopes = both(tf.sub(sums.cells, mean));
      return [weighted(matrixProduct(ofQ, slopes, false, true), share), weighted(matrixProduct(ofP, slopes), share)];
    },
  };
}

function weighted(rows: tf.Tensor2D, weights: tf.Tensor | undefined): tf.Tensor2D {
  return weights ? tf.mul(rows, tf.reshape(weights, [-1, 1])) : rows;
}
