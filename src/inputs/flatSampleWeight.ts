import { MetricInputError } from './metricInputError.ts';
import type { SampleWeight } from './sampleWeight.ts';
import { shapedInput } from './shapedInput.ts';

/**
 * Returns the weights of samples in one dimension. Their values are not checked.
 *
 * @param shape - shape of the samples, such as `[B, H, W]` for the pixels of label maps.
 * @throws {@link MetricInputError} if the weights have several dimensions, but not those of the samples.
 */
export function flatSampleWeight(weights: SampleWeight, shape: readonly number[]): SampleWeight {
  if (typeof weights === 'number') return weights;
  const given = shapedInput(weights, 'sampleWeight');
  const [sizes, expected] = [given.shape, shape].map((of) => of.filter((size) => size !== 1));
  if (sizes!.length <= 1 || sizes!.join() === expected!.join()) {
    return given.shape.length === 1 ? weights : (given.flat() as SampleWeight);
  }
  throw new MetricInputError(
    `sampleWeight: expected one weight for each label, as shape [${shape.join(', ')}] or in one dimension, ` +
      `got shape [${given.shape.join(', ')}]`,
  );
}
