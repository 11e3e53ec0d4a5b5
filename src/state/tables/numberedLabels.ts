import { checkLabels, type Label } from '../../inputs/labels.ts';
import { isMissing, labelElements, requirePresent, type NominalLabels } from '../../inputs/presentPairs.ts';
import { Numbering } from '../../numeric/numbering.ts';
import type { NominalOptions } from '../../inputs/options/nominalOptions.ts';

/** Code of a missing label that is dropped. */
export const MISSING = -1;

/** Labels of N samples as zero-based codes, in order of first appearance. */
export interface NumberedLabels {
  readonly codes: Int32Array;
  /** The label of each code. */
  readonly labels: readonly Label[];
}

/** Encodes the labels of one variable, once for all the tables that contain it. */
export function numberLabels(
  input: NominalLabels,
  name: string,
  { nanStrategy, nanReplaceValue = 0 }: NominalOptions,
): NumberedLabels {
  if (nanStrategy === undefined) requirePresent(input, name);
  const elements = labelElements(input, name);
  const isLeftOut = (label: unknown): boolean => nanStrategy === 'drop' && isMissing(label);
  const present =
    nanStrategy === 'replace'
      ? elements.map((label) => (isMissing(label) ? nanReplaceValue : label))
      : elements.filter((label) => !isLeftOut(label));
  const { values, kind } = checkLabels(present, name);
  const numbering = new Numbering<number | string>();
  const codes = new Int32Array(elements.length);
  for (let i = 0, next = 0; i < codes.length; i++) {
    codes[i] = isLeftOut(elements[i]) ? MISSING : numbering.numberOf(values[next++]!);
  }
  const labels = numbering.values;
  return { codes, labels: kind === 'boolean' ? labels.map(Boolean) : labels };
}
