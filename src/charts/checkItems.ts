import { describeValue } from '../inputs/describeValue.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';

/** What a field of an item must be, in words, and whether it is. */
export type FieldCheck = readonly [expected: string, isGood: (value: unknown) => boolean];

/** A field that holds a number; NaN and infinities are numbers that are not drawn. */
export const NUMBER: FieldCheck = ['a number', (value) => typeof value === 'number'];
/** A field that holds a text. */
export const TEXT: FieldCheck = ['a string', (value) => typeof value === 'string'];
/** A field that holds a label. */
export const LABEL: FieldCheck = ['a label', (value) => ['string', 'number', 'boolean'].includes(typeof value)];
/** A field that holds numbers. */
export const NUMBERS: FieldCheck = [
  'an array of numbers',
  (value) => (Array.isArray(value) || ArrayBuffer.isView(value)) && Array.from(value as number[]).every(NUMBER[1]),
];

/** @throws {@link MetricInputError} that names the first item and field that is not as it should be. */
export function checkItems(owner: string, items: unknown, fields: Readonly<Record<string, FieldCheck>>): void {
  if (!Array.isArray(items)) {
    throw new MetricInputError(`${owner}: expected an array, got ${describeValue(items)}`);
  }
  items.forEach((item: unknown, k) => {
    for (const [name, [expected, isGood]] of Object.entries(fields)) {
      const value = (item as Record<string, unknown> | null)?.[name];
      if (isGood(value)) continue;
      throw new MetricInputError(`${owner}: "${name}" of item ${k}: expected ${expected}, got ${describeValue(value)}`);
    }
  });
}
