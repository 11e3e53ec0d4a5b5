import { MetricInputError } from '../../inputs/metricInputError.ts';
import { exactNumber } from './exactNumber.ts';

/**
 * Reads the index of a bin from a query result.
 *
 * @param values - what the values of the column must be, for error messages.
 * @throws {@link MetricInputError} if it is NULL, as for an invalid value, or not from 0 to `bins` − 1.
 */
export function readBin(
  value: unknown,
  column: string,
  bins: number,
  values: 'finite values' | 'probabilities from 0 to 1' = 'finite values',
): number {
  if (value === null || value === undefined) {
    const others = values === 'finite values' ? 'not finite' : 'not a probability';
    throw new MetricInputError(
      `column "${column}": expected ${values}, got one that is missing (NULL) or ${others}; ` +
        'exclude such rows with the option "where"',
    );
  }
  const bin = exactNumber(value, `a bin of column "${column}"`);
  if (Number.isInteger(bin) && bin >= 0 && bin < bins) return bin;
  throw new MetricInputError(`bin of column "${column}": expected an integer from 0 to ${bins - 1}, got ${bin}`);
}
