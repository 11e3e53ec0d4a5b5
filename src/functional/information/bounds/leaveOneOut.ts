import * as tf from '@tensorflow/tfjs-core';
import { expSums, MASKED } from './expSums.ts';

/** Logarithm of the mean of eᶠ over each column, with each row left out in turn. */
interface LeaveOneOut {
  /** Row h, column j: the value over all rows of column j except h. */
  readonly logMeans: tf.Tensor2D;
  /** Returns the gradient with respect to the scores, given the gradient with respect to `logMeans`. */
  pullBack(byLogMeans: tf.Tensor2D): tf.Tensor2D;
}

/**
 * Computes {@link LeaveOneOut}.
 *
 * Subtracting eᶠ from the sum of a column loses all precision if it makes up most of the sum. This can happen only
 * for the largest term of the column, so the sum without it is computed separately. For all others, the sum is at
 * least twice the subtracted term.
 */
export function leaveOneOut(scores: tf.Tensor2D): LeaveOneOut {
  const size = scores.shape[0];
  const isLargest = tf.cast(tf.transpose(tf.oneHot(tf.argMax(scores, 0), size)), 'bool') as tf.Tensor2D;
  const zeros = tf.zerosLike(scores);
  const { level, terms, sums } = expSums(scores, 0);
  const remaining = tf.sub(sums, terms);
  const rest = expSums(tf.where(isLargest, tf.fill([size, size], MASKED), scores), 0);
  const logRest = tf.add(rest.level, rest.logSums());

  // The logarithm of the difference is unused for the largest term; 1 keeps it finite.
  const safe = tf.where(isLargest, tf.onesLike(scores), remaining);
  const logSums = tf.where(
    isLargest,
    tf.add(zeros, logRest) as tf.Tensor2D,
    tf.add(level, tf.log(safe)) as tf.Tensor2D,
  );
  return {
    logMeans: tf.sub(logSums, Math.log(size - 1)),
    pullBack(byLogMeans): tf.Tensor2D {
      const byOthers = tf.where(isLargest, zeros, tf.divNoNan(byLogMeans, safe));
      const total = tf.sum(byOthers, 0, true);
      const byLargest = tf.sum(tf.where(isLargest, byLogMeans, zeros), 0, true);
      return tf.add(tf.mul(terms, tf.sub(total, byOthers)), tf.mul(rest.shares(), byLargest));
    },
  };
}
