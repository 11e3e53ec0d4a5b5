import { labelKey, type Label } from './labels.ts';

/** Index of each label of a list by its key. */
export type LabelPlaces = ReadonlyMap<number | string, number>;

/** Returns the index of each label. */
export function labelPlaces(labels: readonly Label[]): LabelPlaces {
  return new Map(labels.map((label, k) => [labelKey(label), k]));
}
