import { MetricInputError } from './metricInputError.ts';
import { readSamples, type Samples } from './samples.ts';

/**
 * Whether each score is above a threshold: what turns the output of a yes-or-no classifier into labels.
 *
 * 1 where sₙ > t, else 0. For logits the threshold that belongs to a probability of ½ is 0.
 *
 * @param scores - one score for each of N samples, `[N]` or `[N, 1]`.
 * @param above - the threshold t; 0.5 when left out.
 * @returns the labels, `[N]`, each 0 or 1.
 * @throws {@link MetricInputError} when a score is NaN, or samples have more than one.
 * @see `tf.greater`, which does the same with tensors.
 *
 * @example
 * ```ts
 * import { threshold } from 'tfjs-metrics';
 *
 * threshold([0.1, 0.7, 0.5]); // Uint8Array [0, 1, 0]
 * ```
 */
export function threshold(scores: Samples, above = 0.5): Uint8Array {
  const { data, d } = readSamples(scores, 'scores');
  if (d > 1) {
    throw new MetricInputError(
      `scores: expected one for each sample, got ${d} (see argMax for classes)`,
    );
  }
  const missing = data.findIndex(Number.isNaN);
  if (missing !== -1) throw new MetricInputError(`scores[${missing}] is NaN: expected a number`);
  return Uint8Array.from(data, (score) => (score > above ? 1 : 0));
}
