import { numberCheck } from '../options/optionCheck.ts';
import { MetricInputError } from '../metricInputError.ts';
import { readArgument } from '../options/defineOptions.ts';
import { readSamples, type Samples } from '../samples.ts';

/**
 * Returns 1 for each score above a threshold, else 0: converts the output of a binary classifier to labels.
 *
 * The label of sample n is yₙ = 1 if its score sₙ > t, else 0. For logits, use t = 0, which corresponds to the
 * probability ½.
 *
 * @param scores - one score for each of N samples, `[N]` or `[N, 1]`.
 * @param above - threshold t. Default: 0.5.
 * @returns labels, `[N]`, each 0 or 1.
 * @throws {@link MetricInputError} if a score or the threshold is NaN, or samples have more than one score.
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
  readArgument('above', numberCheck(), above);
  const { data, d } = readSamples(scores, 'scores');
  if (d > 1) {
    throw new MetricInputError(`scores: expected one score per sample, got ${d}; use argMax for classes`);
  }
  return labelsAbove(data, above, 'scores');
}

/**
 * Returns {@link threshold} of scores that have been read. `firstRow` is the index of the first score in error
 * messages.
 */
export function labelsAbove(scores: ArrayLike<number>, above: number, name: string, firstRow = 0): Uint8Array {
  const labels = new Uint8Array(scores.length);
  for (let i = 0; i < labels.length; i++) {
    const score = scores[i]!;
    if (Number.isNaN(score)) throw new MetricInputError(`${name}[${firstRow + i}]: expected a number, got NaN`);
    // Without a branch, which would be mispredicted for mixed scores.
    labels[i] = Number(score > above);
  }
  return labels;
}
