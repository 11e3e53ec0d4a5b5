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
 * Checks samples and their labels, before anything is changed.
 *
 * @throws {@link MetricInputError} when a value or a label is none, or there are more of one than of the
 * other.
 */
export function checkLabeledSamples(data: unknown, labels: unknown): LabeledSamples {
  const checked = { samples: checkSamples(data, 'data'), labels: checkLabels(labels, 'labels') };
  const size = checked.labels.values.length;
  if (checked.samples.n === size) return checked;
  throw new MetricInputError(
    `data has ${checked.samples.n} samples and labels ${size}: expected one label for each sample`,
  );
}
