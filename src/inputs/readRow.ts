import { describeValue } from './describeValue.ts';
import { MetricInputError } from './metricInputError.ts';
import { isTypedArray } from './isTypedArray.ts';

/**
 * Checks that a value is a row: an array or typed array, of `length` elements where that is given. The
 * elements are not checked.
 *
 * @param place - where the row is, in messages.
 * @param what - what its elements are, in messages.
 * @throws {@link MetricInputError} if it is not a row or has another length.
 */
export function readRow(value: unknown, place: string, what: string, length?: number): ArrayLike<unknown> {
  const isRow = Array.isArray(value) || isTypedArray(value);
  if (isRow && (length === undefined || value.length === length)) return value;
  const expected =
    length === undefined || !isRow ? `an array of ${what} as row` : `a row of ${length} ${what}, as in the first row`;
  throw new MetricInputError(`${place} is ${describeValue(value)}: expected ${expected}`);
}
