import { inputError } from '../inputs/metricInputError.ts';

/** Description of the values that a field accepts, and a predicate for them. */
type FieldCheck = readonly [expected: string, isGood: (value: unknown) => boolean];

/** Field of type number; NaN and infinities are accepted, but not drawn. */
export const NUMBER: FieldCheck = ['a number', (value) => typeof value === 'number'];
/** Field of type string. */
export const TEXT: FieldCheck = ['a string', (value) => typeof value === 'string'];
/** Field that holds a label. */
export const LABEL: FieldCheck = ['a label', (value) => ['string', 'number', 'boolean'].includes(typeof value)];
/** Field that holds an array of numbers. */
export const NUMBERS: FieldCheck = [
  'an array of numbers',
  (value) => (Array.isArray(value) || ArrayBuffer.isView(value)) && Array.from(value as number[]).every(NUMBER[1]),
];

/** @throws {@link MetricInputError} if `items` is not an array, or a field of an item is invalid. */
export function checkItems(owner: string, items: unknown, fields: Readonly<Record<string, FieldCheck>>): void {
  if (!Array.isArray(items)) {
    throw inputError(owner, 'an array', items);
  }
  items.forEach((item: unknown, k) => {
    for (const [name, [expected, isGood]] of Object.entries(fields)) {
      const value = (item as Record<string, unknown> | null)?.[name];
      if (isGood(value)) continue;
      throw inputError(`${owner}: "${name}" of item ${k}`, expected, value);
    }
  });
}
