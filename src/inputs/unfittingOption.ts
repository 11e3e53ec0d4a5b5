import { describeValue } from './describeValue.ts';
import { MetricInputError } from './metricInputError.ts';

/** The error of an option that has no effect, as it belongs to something that was not asked for. */
export function unfittingOption(
  owner: string,
  name: string,
  { needed, value }: { needed: string; value: unknown },
): MetricInputError {
  return new MetricInputError(`${owner}: option "${name}": expected with ${needed} only, got ${describeValue(value)}`);
}
