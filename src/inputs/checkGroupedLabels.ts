import { ignoredKeys } from './ignoredLabels.ts';
import { readClassLabels } from './classification/readClassLabels.ts';
import { checkLabelPairs } from './labelPairs.ts';
import { checkLabels, labelKey, type CheckedLabels, type Label, type Labels } from './labels.ts';
import { inputError, MetricInputError } from './metricInputError.ts';
import type { ClassReadingOptions } from './options/classReadingOptions.ts';
import type { SampleWeight } from './sampleWeight.ts';

/** Predictions and targets of a binary classifier as 0 and 1, with the group of each sample. */
interface GroupedLabels {
  readonly variables: readonly [preds: Labels, target: Labels, groups: Labels];
  readonly sampleWeight: Float64Array | undefined;
}

/**
 * Checks predictions and targets of a binary classifier, and the group of each sample. Samples with an ignored target
 * are left out.
 *
 * @throws {@link MetricInputError} if an input is invalid, the lengths differ, or the positive class is not known.
 */
export function checkGroupedLabels(
  preds: unknown,
  target: unknown,
  groups: unknown,
  options: ClassReadingOptions & { readonly sampleWeight?: SampleWeight | undefined },
): GroupedLabels {
  const labels = readClassLabels(preds, target, options);
  const { positiveLabel } = options;
  const pairs = checkLabelPairs(labels.preds, labels.target, labels.sampleWeight);
  const { values, kind } = checkLabels(groups, 'groups', 'pass each group as a label');
  if (values.length !== pairs.length) {
    throw new MetricInputError(
      `groups: expected the group of each of ${pairs.length} samples, got ${values.length} groups`,
    );
  }
  const ignored = ignoredKeys(options.ignoreLabel);
  const rows = [...values.keys()].filter((i) => !ignored.has(pairs.target.values[i]!));
  const bitsOf = (side: CheckedLabels, name: string): Uint8Array =>
    Uint8Array.from(rows, (i) => bitOf(side.values[i]!, positiveLabel, `${name}[${i}]`));
  const groupOf = (i: number): Label => (kind === 'boolean' ? values[i] === 1 : values[i]!);
  return {
    variables: [bitsOf(pairs.preds, 'preds'), bitsOf(pairs.target, 'target'), rows.map(groupOf) as Labels],
    sampleWeight: pairs.weights && Float64Array.from(rows, (i) => pairs.weights![i]!),
  };
}

function bitOf(label: number | string, positiveLabel: Label | undefined, place: string): number {
  if (positiveLabel !== undefined) return label === labelKey(positiveLabel) ? 1 : 0;
  if (label === 0 || label === 1) return label;
  throw inputError(place, '0 or 1', label, 'set the option "positiveLabel"');
}
