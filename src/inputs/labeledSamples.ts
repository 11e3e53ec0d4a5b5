import { checkLabels, type CheckedLabels } from './labels.ts';
import { MetricInputError } from './metricInputError.ts';
import { checkSamples, type CheckedSamples } from './samples.ts';

/** Samples and the cluster of each of them, checked. */
export interface LabeledSamples {
  /** The samples. */
  readonly samples: CheckedSamples;
  /** The label of each sample. */
  readonly labels: CheckedLabels;
}

/**
 * Checks samples and their labels.
 *
 * @param names - the names of the two arguments, in messages.
 * @throws {@link MetricInputError} if a value or a label is invalid, or their numbers differ.
 */
export function checkLabeledSamples(
  data: unknown,
  labels: unknown,
  names: readonly [data: string, labels: string] = ['data', 'labels'],
): LabeledSamples {
  const checked = { samples: checkSamples(data, names[0]), labels: checkLabels(labels, names[1]) };
  const size = checked.labels.values.length;
  if (checked.samples.n === size) return checked;
  throw new MetricInputError(
    `${names[0]} has ${checked.samples.n} samples and ${names[1]} ${size}: expected one label for each sample`,
  );
}
