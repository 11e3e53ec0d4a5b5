import { MetricInputError } from './metricInputError.ts';
import { readSamples, type Samples } from './samples.ts';

/**
 * The class of the greatest score of each sample: what turns the output of a classifier into labels.
 *
 * arg maxⱼ sₙⱼ, the first of equals. Logits and probabilities give the same.
 *
 * @param scores - scores of K classes for N samples, `[N, K]`.
 * @returns the classes, `[N]`, from 0 to K − 1.
 * @throws {@link MetricInputError} with the row that has no greatest score, as when one of them is NaN.
 * @see `tf.argMax`, which does the same with tensors.
 *
 * @example
 * ```ts
 * import { argMax } from 'tfjs-metrics';
 *
 * argMax([[0.1, 0.7, 0.2], [3, -1, 3]]); // Int32Array [1, 0]
 * ```
 */
export function argMax(scores: Samples): Int32Array {
  const { data, n, d } = readSamples(scores, 'scores');
  const classes = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    let best = 0;
    for (let j = 0; j < d; j++) {
      const score = data[i * d + j]!;
      if (Number.isNaN(score)) {
        throw new MetricInputError(`scores: row ${i}, column ${j} is NaN: expected a number`);
      }
      if (score > data[i * d + best]!) best = j;
    }
    classes[i] = best;
  }
  return classes;
}
