import { indices } from '../numeric/indices.ts';
import * as tf from '@tensorflow/tfjs-core';
import { spreadOf } from '../functional/information/neighbors/standardizePoints.ts';
import { toHost } from '../inputs/toHost.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { checkSampleBlocks } from '../inputs/checkSampleBlocks.ts';
import type { CheckedSamples, Samples } from '../inputs/samples.ts';
import { RandomSource } from '../numeric/random/randomSource.ts';
import { shuffle } from '../numeric/random/shuffle.ts';
import { pairsAt, type PairSource, type SamplePairs } from './pairSource.ts';

/** Minimum number of evaluation batches, for a standard error. */
const MIN_BATCHES = 2;

/** Options for {@link heldOutPairs}. */
interface HeldOutOptions {
  readonly batchSize: number;
  /** Fraction that is held out; 1 if nothing is trained. */
  readonly validationSplit: number;
  readonly standardize: boolean;
  readonly seed: number;
}

/**
 * Returns a source of batches from given samples. A random part is held out for evaluation; the rest is reshuffled
 * for each pass of training.
 */
export async function heldOutPairs(
  x: Samples,
  y: Samples,
  { batchSize, validationSplit, standardize, seed }: HeldOutOptions,
): Promise<PairSource> {
  const blocks = checkSampleBlocks(await toHost([x, y]), ['x', 'y']);
  const n = blocks[0]!.n;
  const heldOut = Math.round(n * validationSplit);
  if (heldOut < MIN_BATCHES * batchSize || (validationSplit < 1 && n - heldOut < batchSize)) {
    throw new MetricInputError(
      `trainCritic: expected at least ${batchSize} samples for training and ${MIN_BATCHES * batchSize} ` +
        `for evaluation, got ${n - heldOut} and ${heldOut} of ${n}; pass more samples, one per row, or change "batchSize" ` +
        'or "validationSplit"',
    );
  }
  const random = RandomSource.of(seed);
  const order = shuffle(indices(n), random);
  const [evaluated, trained] = [order.slice(0, heldOut), order.slice(heldOut)];
  const [rowsX, rowsY] = blocks.map((block) => toRows(block, standardize)) as [tf.Tensor2D, tf.Tensor2D];
  const batchOf = (rows: Int32Array): SamplePairs => pairsAt([rowsX, rowsY], rows);
  let next = trained.length;
  return {
    sizes: [rowsX.shape[1], rowsY.shape[1]],
    forTraining: () => {
      if (next + batchSize > trained.length) {
        shuffle(trained, random);
        next = 0;
      }
      next += batchSize;
      return Promise.resolve(batchOf(trained.slice(next - batchSize, next)));
    },
    *forEvaluation() {
      for (let end = batchSize; end <= heldOut; end += batchSize) {
        yield batchOf(evaluated.slice(end - batchSize, end));
      }
    },
    dispose: () => {
      tf.dispose([rowsX, rowsY]);
    },
  };
}

/** Returns the samples as a tensor, with standardized columns if requested. */
function toRows({ data, n, d }: CheckedSamples, standardize: boolean): tf.Tensor2D {
  const rows = Float32Array.from(data);
  for (let j = 0; standardize && j < d; j++) {
    // In float64: in float32, a large offset would cost most of the digits.
    const column = Float64Array.from({ length: n }, (_, i) => data[i * d + j]!);
    const { shift, mean, deviation } = spreadOf(column);
    for (let i = 0; i < n; i++) rows[i * d + j] = (column[i]! - shift - mean) / (deviation || 1);
  }
  return tf.tensor2d(rows, [n, d]);
}
