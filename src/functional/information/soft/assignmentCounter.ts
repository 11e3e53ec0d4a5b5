import * as tf from '@tensorflow/tfjs-core';
import { assignmentGradient, jointAssignments } from '../../../numeric/binning/jointAssignments.ts';
import { requireProbabilities } from '../../../inputs/assignments.ts';
import { deviceArithmetic } from './deviceArithmetic.ts';
import { hostArithmetic } from './hostArithmetic.ts';
import { type Matrix, matrixProduct } from './matrixProduct.ts';
import { isHostBackend } from './isHostBackend.ts';
import type { JointCounter } from './jointCounter.ts';
import type { CountsOf } from './jointStatistic.ts';
import { weightsOnHost } from './pairWeights.ts';

/** Two soft assignments of the same samples, with optional sample weights. */
interface AssignmentPair {
  readonly p: tf.Tensor2D;
  readonly q: tf.Tensor2D;
  readonly weights: tf.Tensor | undefined;
  /** True if joint counts are averaged with their transpose. */
  readonly symmetric: boolean;
}

/** Returns a counter of joint assignments, Σₙ wₙ pₙᵢ qₙⱼ. */
export function assignmentCounter(pair: AssignmentPair): JointCounter<unknown> {
  return isHostBackend() ? hostCounter(pair) : deviceCounter(pair);
}

function hostCounter({ p, q, weights, symmetric }: AssignmentPair): JointCounter<Matrix> {
  const [n, rows] = p.shape;
  const columns = q.shape[1];
  const ofSamples = weights && weightsOnHost(weights);
  const [ofP, ofQ] = [
    { data: p.dataSync(), columns: rows },
    { data: q.dataSync(), columns },
  ];
  requireProbabilities(ofP.data, n, rows, 'p');
  requireProbabilities(ofQ.data, n, columns, 'q');
  const matrix = (data: Float64Array): Matrix => ({ rows, columns, data });
  const both = (of: Matrix): Matrix => (symmetric ? matrix(symmetrized(of.data, rows)) : of);
  return {
    arithmetic: hostArithmetic,
    rows: 1,
    inputs: [],
    count: () => countsOfCells(hostArithmetic, both(matrix(jointAssignments(n, ofP, ofQ, ofSamples)))),
    gradients: ([by]) => {
      const { data } = both(by!.sums.cells);
      const byCell = (i: number, j: number): number => data[i * columns + j]!;
      return [
        tf.tensor(assignmentGradient(n, rows, ofQ, ofSamples, byCell), p.shape),
        tf.tensor(
          assignmentGradient(n, columns, ofP, ofSamples, (j, i) => byCell(i, j)),
          q.shape,
        ),
      ];
    },
  };
}

/** Returns the mean of a square table and its transpose. */
function symmetrized(cells: Float64Array, size: number): Float64Array {
  return cells.map((cell, k) => (cell + cells[(k % size) * size + Math.floor(k / size)]!) / 2);
}

function deviceCounter({ p, q, weights, symmetric }: AssignmentPair): JointCounter<tf.Tensor> {
  const both = (of: tf.Tensor): tf.Tensor => (symmetric ? tf.div(tf.add(of, tf.transpose(of)), 2) : of);
  const weighted = (of: tf.Tensor, by: tf.Tensor | undefined): tf.Tensor =>
    by ? tf.mul(of, tf.reshape(by, [-1, 1])) : of;
  return {
    arithmetic: deviceArithmetic,
    rows: 1,
    inputs: weights ? [p, q, weights] : [p, q],
    count: (_, [ofP, ofQ, share]) =>
      countsOfCells(deviceArithmetic, both(matrixProduct(weighted(ofP!, share), ofQ!, true))),
    gradients: ([by], [ofP, ofQ, share]) => {
      const cells = both(by!.sums.cells);
      return [weighted(matrixProduct(ofQ!, cells, false, true), share), weighted(matrixProduct(ofP!, cells), share)];
    },
  };
}

function countsOfCells<A>({ sum }: JointCounter<A>['arithmetic'], cells: A): CountsOf<A> {
  return { sums: { cells, x: sum(cells, 1), y: sum(cells, 0), all: sum(cells) }, squares: undefined };
}
