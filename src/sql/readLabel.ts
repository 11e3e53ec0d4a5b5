import { describeValue } from '../inputs/describeValue.ts';
import type { Label } from '../inputs/labels.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';

/**
 * A label as engines hand it out: 64-bit integers come as bigint.
 *
 * @throws {@link MetricInputError} when it is missing, or a whole number that float64 can't hold.
 */
export function readLabel(value: unknown, column: string, row: number): Label {
  if (value === null || value === undefined) {
    throw new MetricInputError(
      `column "${column}" has a row without a label (NULL, row ${row} of the result): ` +
        'leave such rows out with the option where',
    );
  }
  if (typeof value !== 'bigint') return value as Label;
  if (Number.isSafeInteger(Number(value))) return Number(value);
  throw new MetricInputError(
    `column "${column}" has the label ${describeValue(value)}: expected a whole number between -2^53 and 2^53`,
  );
}
