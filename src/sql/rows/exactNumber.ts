import { inputError } from '../../inputs/metricInputError.ts';
import { finiteNumber } from './finiteNumber.ts';

/**
 * Reads a count from a query result.
 *
 * @throws {@link MetricInputError} if it is not finite, or an integer that float64 may have rounded.
 */
export function exactNumber(value: unknown, place: string): number {
  const number = finiteNumber(value, place);
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) {
    throw inputError(place, 'an exact number below 2^53', value);
  }
  return number;
}
