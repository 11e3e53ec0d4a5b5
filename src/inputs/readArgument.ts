import { describeValue } from './describeValue.ts';
import { MetricInputError } from './metricInputError.ts';
import type { OptionCheck } from './options.ts';

/**
 * Checks one positional argument by the same checks as options.
 *
 * @throws {@link MetricInputError} that names the argument, what was expected and what came.
 */
export function readArgument<Value>(name: string, check: OptionCheck, value: Value): Value {
  const result = check.safeParse(value);
  if (result.success) return value;
  throw new MetricInputError(`${name}: expected ${result.error.issues[0]!.message}, got ${describeValue(value)}`);
}
