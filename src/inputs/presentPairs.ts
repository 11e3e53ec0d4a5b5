import { flatValues } from './flatValues.ts';
import { requireAsMany } from './labelPairs.ts';
import type { Label, Labels } from './labels.ts';
import { inputError } from './metricInputError.ts';
import type { NominalOptions } from './options/nominalOptions.ts';
import { checkSampleWeight, type SampleWeight } from './sampleWeight.ts';
import { holdsInt32, isBigIntArray, isTypedArray } from './isTypedArray.ts';

/** Labels of N samples, with NaN, null or undefined for missing labels. */
export type NominalLabels = Labels | readonly (Label | bigint | null | undefined)[];

/** Labels of one update and their weights. */
interface PresentPairs<BatchLabels> {
  readonly preds: BatchLabels;
  readonly target: BatchLabels;
  readonly sampleWeight?: SampleWeight | undefined;
}

/**
 * Returns the pairs with missing labels dropped or replaced, according to the options.
 *
 * @throws {@link MetricInputError} if a label is missing and no `nanStrategy` is given.
 */
export function presentPairs(
  pairs: PresentPairs<NominalLabels>,
  { nanStrategy, nanReplaceValue = 0 }: NominalOptions,
): PresentPairs<Labels> {
  if (nanStrategy === undefined) {
    requirePresent(pairs.preds, 'preds');
    requirePresent(pairs.target, 'target');
    return pairs as PresentPairs<Labels>;
  }
  const preds = labelElements(pairs.preds, 'preds');
  const target = labelElements(pairs.target, 'target');
  if (!preds.some(isMissing) && !target.some(isMissing)) return pairs as PresentPairs<Labels>;
  if (nanStrategy === 'replace') {
    const present = (label: Label): Label => (isMissing(label) ? nanReplaceValue : label);
    const { sampleWeight } = pairs;
    return { preds: preds.map(present), target: target.map(present), sampleWeight };
  }
  requireAsMany(preds.length, target.length);
  const isKept = (_: unknown, i: number): boolean => !isMissing(preds[i]) && !isMissing(target[i]);
  return {
    preds: preds.filter(isKept),
    target: target.filter(isKept),
    sampleWeight: checkSampleWeight(pairs.sampleWeight, preds.length)?.filter(isKept),
  };
}

/** @throws {@link MetricInputError} if a label is missing. */
export function requirePresent(labels: NominalLabels, name: string): void {
  const { values } = flatValues(labels, name);
  if (isTypedArray(values) && (isBigIntArray(values) || holdsInt32(values))) return;
  const first = (values as readonly unknown[]).findIndex(isMissing);
  if (first === -1) return;
  throw inputError(
    `${name}[${first}]`,
    'a label',
    values[first],
    `set the option "nanStrategy" to "drop" or "replace" to allow missing labels`,
  );
}

/** Returns whether a value represents a missing label. */
export function isMissing(label: unknown): boolean {
  return label === null || label === undefined || Number.isNaN(label);
}

/**
 * Returns labels as an array, including missing ones. Labels of a boolean typed array or tensor are converted to
 * booleans.
 */
export function labelElements(labels: NominalLabels, name: string): Label[] {
  const { values, dtype } = flatValues(labels, name);
  if (dtype === 'bool') return Array.from(values as Uint8Array, Boolean);
  return Array.from(values as readonly Label[]);
}
