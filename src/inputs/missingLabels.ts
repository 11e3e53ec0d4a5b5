import { flatValues } from './flatValues.ts';
import { checkWeights, requireAsMany } from './labelPairs.ts';
import type { Label, Labels } from './labels.ts';
import type { NominalOptions } from './nominalOptions.ts';
import type { SampleWeight } from './sampleWeight.ts';

/** Labels of N samples, some of which may be missing: NaN, null or undefined in their place. */
export type NominalLabels = Labels | readonly (Label | bigint | null | undefined)[];

/** The labels of one call and their weights. */
export interface WeightedPairs<BatchLabels> {
  readonly preds: BatchLabels;
  readonly target: BatchLabels;
  readonly sampleWeight?: SampleWeight | undefined;
}

/** The same pairs with their missing labels dropped or replaced, as the options say. */
export function presentPairs(
  pairs: WeightedPairs<NominalLabels>,
  { nanStrategy, nanReplaceValue = 0 }: NominalOptions,
): WeightedPairs<Labels> {
  // Without a strategy, missing labels are left for the table to refuse.
  if (nanStrategy === undefined) return pairs as WeightedPairs<Labels>;
  const preds = labelElements(pairs.preds, 'preds');
  const target = labelElements(pairs.target, 'target');
  if (!preds.some(isMissing) && !target.some(isMissing)) return pairs as WeightedPairs<Labels>;
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
    sampleWeight: checkWeights(pairs.sampleWeight, preds.length)?.filter(isKept),
  };
}

/** Whether a value stands for a label that is not known. */
export function isMissing(label: unknown): boolean {
  return label === null || label === undefined || Number.isNaN(label);
}

/** Labels as an array, missing ones among them; those of a typed array or tensor of booleans are booleans again. */
export function labelElements(labels: NominalLabels, name: string): Label[] {
  const { values, dtype } = flatValues(labels, name);
  if (dtype === 'bool') return Array.from(values as Uint8Array, Boolean);
  return Array.from(values as readonly Label[]);
}
