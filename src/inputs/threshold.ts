import { numberCheck } from './optionCheck.ts';
import { MetricInputError } from './metricInputError.ts';
import { readArgument } from './readArgument.ts';
import { readSamples, type Samples } from './samples.ts';

/**
 * Returns whether each score is above a threshold: turns the output of a binary classifier into labels.
 *
 * 1 where sₙ > t, else 0. For logits, the threshold of probability ½ is 0.
 *
 * @param scores - one score for each of N samples, `[N]` or `[N, 1]`.
 * @param above - the threshold t. Default: 0.5.
 * @returns the labels, `[N]`, each 0 or 1.
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
    throw new MetricInputError(`scores: expected one for each sample, got ${d}; for classes use argMax`);
  }
  return labelsAbove(data, above, 'scores');
}

/** {@link threshold} of scores that have been read; `firstRow` is the index of the first in messages. */
export function labelsAbove(scores: ArrayLike<number>, above: number, name: string, firstRow = 0): Uint8Array {
  return Uint8Array.from(scores, (score, i) => {
    if (!Number.isNaN(score)) return score > above ? 1 : 0;
    throw new MetricInputError(`${name}[${firstRow + i}] is NaN: expected a number`);
  });
}
