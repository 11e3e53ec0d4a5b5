import { labelKey, type Label } from './labels.ts';

/** Returns the labels of an option `ignoreLabel`. */
export function ignoredLabels(ignoreLabel: Label | readonly Label[] | undefined): Set<Label> {
  return new Set<Label>([ignoreLabel ?? []].flat() as Label[]);
}

/** Returns the labels of an option `ignoreLabel`, with booleans as 0 and 1. */
export function ignoredKeys(ignoreLabel: Label | readonly Label[] | undefined): Set<number | string> {
  return new Set(Array.from(ignoredLabels(ignoreLabel), labelKey));
}
