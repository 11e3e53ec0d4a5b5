import { inputError, MetricInputError } from '../metricInputError.ts';

/** Check of one value. */
export interface OptionCheck {
  readonly isValid: (value: unknown) => boolean;
  /** Completes the sentence "expected …" for an invalid value. */
  readonly expected: (value: unknown) => string;
}

/**
 * Creates the check of an option.
 *
 * @param isValid - returns whether a value is valid.
 * @param expected - text that completes the sentence "expected …", such as "a number above 0"; may depend on the
 * invalid value.
 */
export function optionCheck(
  isValid: (value: unknown) => boolean,
  expected: string | ((value: unknown) => string),
): OptionCheck {
  return { isValid, expected: typeof expected === 'string' ? () => expected : expected };
}

/** Returns a check that accepts any value, which another reader checks. */
export function anyCheck(): OptionCheck {
  return optionCheck(() => true, '');
}

/** Returns whether a value is a whole number above 0. */
export function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

/** Checks for a whole number from `least` to `most`. `things` names what it counts. */
export function countCheck(least = 1, things = '', most: number = Number.MAX_SAFE_INTEGER): OptionCheck {
  const whole = things === '' ? 'a whole number' : `a whole number of ${things}`;
  const limits =
    most < Number.MAX_SAFE_INTEGER ? `from ${least} to ${most}` : least === 1 ? 'above 0' : `from ${least} up`;
  return optionCheck(
    (value) => Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most,
    `${whole} ${limits}`,
  );
}

/** Checks for a seed: any whole number. */
export function seedCheck(): OptionCheck {
  return optionCheck(Number.isSafeInteger, 'a whole number');
}

/** Checks for a finite number above `least`. */
export function aboveCheck(least: number): OptionCheck {
  return optionCheck((value) => Number.isFinite(value) && (value as number) > least, `a number above ${least}`);
}

/** Checks for a number, which may be infinite. */
export function numberCheck(): OptionCheck {
  return optionCheck((value) => typeof value === 'number' && !Number.isNaN(value), 'a number');
}

/** Checks for a number between 0 and 1, both exclusive. */
export function shareCheck(): OptionCheck {
  return optionCheck((value) => typeof value === 'number' && value > 0 && value < 1, 'a number between 0 and 1');
}

/** Checks for a number from 0 to 1. */
export function rateCheck(): OptionCheck {
  return optionCheck((value) => typeof value === 'number' && value >= 0 && value <= 1, 'a number from 0 to 1');
}

/** Checks for one of `values`. `expected` describes them. Default: a list of the values. */
export function oneOfCheck(
  values: readonly unknown[],
  expected = `one of ${values.map((value) => `"${String(value)}"`).join(', ')}`,
): OptionCheck {
  return optionCheck((value) => values.includes(value), expected);
}

/** Checks for a boolean. */
export function booleanCheck(): OptionCheck {
  return optionCheck((value) => typeof value === 'boolean', 'true or false');
}

/** Checks for a string. */
export function textCheck(expected = 'a string'): OptionCheck {
  return optionCheck((value) => typeof value === 'string', expected);
}

/** Checks for a function. `mapping` describes its arguments and result. */
export function functionCheck(mapping = ''): OptionCheck {
  return optionCheck((value) => typeof value === 'function', mapping === '' ? 'a function' : `a function ${mapping}`);
}

/** Checks for an object with these methods. `expected` names it in error messages. */
export function methodsCheck(expected: string, ...methods: readonly string[]): OptionCheck {
  const has = (value: unknown, method: string): boolean =>
    typeof (value as Record<string, unknown> | null | undefined)?.[method] === 'function';
  return optionCheck((value) => methods.every((method) => has(value, method)), expected);
}

/**
 * Checks that a score of a state was called without options that determine how samples are read.
 *
 * @param names - names of these options, or `'all'` for all but `onUndefined`.
 * @throws {@link MetricInputError} if one of the named options is set.
 */
export function requireNoReadingOptions(owner: string, options: object, names: readonly string[] | 'all'): void {
  for (const [name, value] of Object.entries(options)) {
    const isReading = names === 'all' ? name !== 'onUndefined' : names.includes(name);
    if (isReading && value !== undefined)
      throw unfittingOption(owner, name, { needed: 'samples, not their counts', value });
  }
}

/** Returns the error for an option that has no effect with the other options. */
export function unfittingOption(
  owner: string,
  name: string,
  { needed, value }: { needed: string; value: unknown },
): MetricInputError {
  return inputError(`${owner}: option "${name}"`, `only with ${needed}`, value);
}
