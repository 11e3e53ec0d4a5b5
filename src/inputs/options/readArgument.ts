import { safeParse } from 'zod/v4/core';
import { describeValue } from '../describeValue.ts';
import { MetricInputError } from '../metricInputError.ts';
import type { OptionCheck } from './optionCheck.ts';

/**
 * Checks one positional argument with the check of an option.
 *
 * @throws {@link MetricInputError} if the argument is invalid.
 */
export function readArgument<Value>(name: string, check: OptionCheck, value: Value): Value {
  const { error } = safeParse(check, value);
  if (!error) return value;
  throw new MetricInputError(`${name}: expected ${error.issues[0]!.message}, got ${describeValue(value)}`);
}
