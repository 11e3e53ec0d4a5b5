import { checkLabels, type Label } from '../../inputs/labels.ts';
import { isMissing, labelElements, requirePresent, type NominalLabels } from '../../inputs/presentPairs.ts';
import type { NominalOptions } from '../../inputs/nominalOptions.ts';

/** The number of a label that is missing and left out. */
export const MISSING = -1;

/** Labels of N samples as numbers from 0 up, in the order in which they first appear. */
export interface NumberedLabels {
  readonly codes: Int32Array;
  /** The label of each number. */
  readonly labels: readonly Label[];
}

/** Numbers the labels of one variable, once for all the tables in which it is counted. */
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
  const numbers = new Map<number | string, number>();
  const codes = new Int32Array(elements.length);
  for (let i = 0, next = 0; i < codes.length; i++) {
    codes[i] = isLeftOut(elements[i]) ? MISSING : numberOf(numbers, values[next++]!);
  }
  const labels = [...numbers.keys()];
  return { codes, labels: kind === 'boolean' ? labels.map(Boolean) : labels };
}

function numberOf(numbers: Map<number | string, number>, label: number | string): number {
  let number = numbers.get(label);
  if (number === undefined) numbers.set(label, (number = numbers.size));
  return number;
}
