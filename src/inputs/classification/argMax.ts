import { inputError } from '../metricInputError.ts';
import { samplePlace } from '../samplePlace.ts';
import { readSamples, type CheckedSamples, type Samples } from '../samples.ts';

/**
 * Returns the class with the greatest score for each sample: turns the output of a classifier into labels.
 *
 * The class of sample n is arg maxⱼ sₙⱼ over its scores sₙⱼ; of equal scores, the first. Logits and probabilities give
 * the same classes.
 *
 * @param scores - scores of K classes for N samples, `[N, K]`.
 * @returns the classes, `[N]`, from 0 to K − 1.
 * @throws {@link MetricInputError} if a score is NaN.
 * @see `tf.argMax`, which does the same with tensors, and returns 0 for rows of NaN.
 *
 * @example
 * ```ts
 * import { argMax } from 'tfjs-metrics';
 *
 * argMax([
 *   [0.1, 0.7, 0.2],
 *   [3, -1, 3],
 * ]); // Int32Array [1, 0]
 * ```
 */
export function argMax(scores: Samples): Int32Array {
  return classesOfScores(readSamples(scores, 'scores'), 'scores');
}

/** Returns {@link argMax} of scores that have been read. `firstRow` is the index of the first row in error messages. */
export function classesOfScores(scores: CheckedSamples, name: string, firstRow = 0): Int32Array {
  const { data, n, d } = scores;
  const classes = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    let best = 0;
    for (let j = 0; j < d; j++) {
      const score = data[i * d + j]!;
      if (Number.isNaN(score)) {
        throw inputError(samplePlace(name, (firstRow + i) * d + j, scores), 'a number', score);
      }
      if (score > data[i * d + best]!) best = j;
    }
    classes[i] = best;
  }
  return classes;
}
