import * as tf from '@tensorflow/tfjs-core';
import { expSums, MASKED } from './expSums.ts';

/** ln of the mean of eᶠ over a column, with each row left out in its turn. */
export interface LeaveOneOut {
  /** Row h, column j: over all rows of column j but h. */
  readonly logMeans: tf.Tensor2D;
  /** The derivatives by the scores, from those by the means. */
  pullBack(byLogMeans: tf.Tensor2D): tf.Tensor2D;
}

/**
 * Taking eᶠ out of a column's sum loses all digits when it is most of the sum. Only the largest of the
 * column can be that: so its row is summed anew without it, and for all others the sum is at least twice
 * what is taken out.
 */
export function leaveOneOut(scores: tf.Tensor2D): LeaveOneOut {
  const size = scores.shape[0];
  const isLargest = tf.cast(tf.transpose(tf.oneHot(tf.argMax(scores, 0), size)), 'bool') as tf.Tensor2D;
  const zeros = tf.zerosLike(scores);
  const { level, terms, sums } = expSums(scores, 0);
  const remaining = tf.sub(sums, terms);
  const rest = expSums(tf.where(isLargest, tf.fill([size, size], MASKED), scores), 0);
  const logRest = tf.add(rest.level, rest.logSums());

  // Where the largest is left out, ln of the difference is not looked at; 1 keeps it finite.
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
