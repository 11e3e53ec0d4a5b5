import { inputError } from './metricInputError.ts';
import { isTypedArray } from './isTypedArray.ts';

/**
 * Checks that a value is an array or typed array, with `length` elements if given. The elements are not checked.
 *
 * @param place - name of the row in error messages.
 * @param what - plural noun for its elements in error messages.
 * @throws {@link MetricInputError} if the value is not a row or has another length.
 */
export function readRow(value: unknown, place: string, what: string, length?: number): ArrayLike<unknown> {
  const isRow = Array.isArray(value) || isTypedArray(value);
  if (isRow && (length === undefined || value.length === length)) return value;
  const expected =
    length === undefined || !isRow ? `an array of ${what} as row` : `a row of ${length} ${what}, as in the first row`;
  throw inputError(place, expected, value);
}
