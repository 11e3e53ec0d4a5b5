import type { Label } from '../inputs/labels.ts';
import { listClasses } from './listClasses.ts';
import { badUsage } from './commandError.ts';
import { readWholeNumber } from './files/decimal.ts';
import { printable } from './printable.ts';

/**
 * Returns the class of each column of class scores. Without names, a column is that of the class that its name ends
 * with, after a part that is the same for all columns, such as `p_`.
 *
 * @throws {@link CommandError} if the class of a column is not known.
 */
export function labelsOfColumns(
  columns: readonly string[],
  names: readonly string[] | undefined,
  classes: readonly Label[],
): Label[] {
  const isNumber = typeof classes[0] === 'number';
  const typed = (texts: readonly string[]): Label[] => {
    const numbers = texts.map((text) => readWholeNumber(text, '.'));
    return isNumber && !numbers.includes(undefined) ? (numbers as number[]) : [...texts];
  };
  const hint = '--labels names the class of each column, in order';
  if (names !== undefined) {
    if (names.length !== columns.length) {
      throw badUsage(
        `classify: expected ${columns.length} names in --labels, as columns in --scores, got ${names.length}`,
      );
    }
    const missing = classes.find((label) => !typed(names).includes(label));
    if (missing === undefined) return typed(names);
    throw badUsage(
      `classify: expected a name in --labels for each class, got none for "${printable(String(missing))}"`,
    );
  }
  const [first] = classes;
  const starts = columns
    .filter((name) => name.endsWith(String(first)))
    .map((name) => name.slice(0, name.length - String(first).length));
  for (const start of starts) {
    if (!columns.every((name) => name.startsWith(start))) continue;
    const labels = typed(columns.map((name) => name.slice(start.length)));
    if (classes.every((label) => labels.includes(label))) return labels;
  }
  throw badUsage(
    `classify: expected columns in --scores that end with the classes ${listClasses(classes)}, got others; ${hint}`,
  );
}
