import { checkLabels, type CheckedLabels } from './labels.ts';
import { MetricInputError } from './metricInputError.ts';
import { checkSamples, type CheckedSamples } from './samples.ts';

/** Checked samples with the cluster of each. */
export interface LabeledSamples {
  /** Samples. */
  readonly samples: CheckedSamples;
  /** Label of each sample. */
  readonly labels: CheckedLabels;
}

/**
 * Checks samples and their labels.
 *
 * @param names - names of the two arguments in error messages.
 * @throws {@link MetricInputError} if a value or a label is invalid, or their lengths differ.
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
    `${names[1]}: expected one label for each of ${checked.samples.n} samples in ${names[0]}, got ${size}`,
  );
}
