import type { Label } from '../../inputs/labels.ts';
import { inputError, MetricInputError } from '../../inputs/metricInputError.ts';

/**
 * Reads a label from a query result. Engines return 64-bit integers as bigints.
 *
 * @throws {@link MetricInputError} if it is missing, or an integer that float64 cannot represent.
 */
export function readLabel(value: unknown, column: string, row: number): Label {
  if (value === null || value === undefined) {
    throw new MetricInputError(
      `column "${column}": expected a label, got NULL in row ${row} of the result; ` +
        'exclude such rows with the option "where"',
    );
  }
  if (typeof value !== 'bigint') return value as Label;
  if (Number.isSafeInteger(Number(value))) return Number(value);
  throw inputError(`column "${column}"`, 'an integer between -2^53 and 2^53', value);
}
