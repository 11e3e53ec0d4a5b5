import { describeValue } from '../describeValue.ts';
import { MetricInputError } from '../metricInputError.ts';

/** Returns the error for an option that has no effect with the other options. */
export function unfittingOption(
  owner: string,
  name: string,
  { needed, value }: { needed: string; value: unknown },
): MetricInputError {
  return new MetricInputError(`${owner}: option "${name}": expected only with ${needed}, got ${describeValue(value)}`);
}
