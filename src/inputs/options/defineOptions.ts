import { isPlainObject } from '../isPlainObject.ts';
import { inputError, MetricInputError } from '../metricInputError.ts';
import type { OptionCheck } from './optionCheck.ts';

/** Checks of options by name. */
export type OptionChecks<Options> = { readonly [Name in keyof Options]-?: OptionCheck };

/** Reads the options of a call; see {@link defineOptions}. */
export interface OptionsReader<Options extends object> {
  /**
   * Checks options.
   *
   * @param given - options that the caller passed; undefined for none.
   * @param owner - name of the function or class in error messages. Default: the owner of the definition.
   * @param others - names of further options that another reader checks.
   * @returns a copy of the options.
   * @throws {@link MetricInputError} if an option is unknown or invalid.
   */
  (given: unknown, owner?: string, others?: readonly string[]): Options;
  /**
   * The checks, for options that extend these.
   *
   * @internal
   */
  readonly checks: () => OptionChecks<Options>;
  /** Why sample weights must be whole numbers with these options; undefined if any weights are valid. */
  readonly wholeWeightsReason: (options: Options) => string | undefined;
}

/**
 * Defines the options of a function, of its class, or of a family of them. All options are optional.
 *
 * @param owner - default name of the function or class in error messages.
 * @param checks - returns the check of each option. It runs on first use, so importing a module is cheap.
 * @param wholeWeightsReason - why sample weights must be whole numbers. Default: any weights are valid.
 * @returns the reader of these options.
 */
export function defineOptions<Options extends object>(
  owner: string,
  checks: () => NoInfer<OptionChecks<Options>>,
  wholeWeightsReason: (options: Options) => string | undefined = () => undefined,
): OptionsReader<Options> {
  let made: Record<string, OptionCheck> | undefined;
  const read = (given: unknown, name = owner, others: readonly string[] = []): Options => {
    if (given === undefined) return {} as Options;
    if (!isPlainObject(given)) {
      throw inputError(name, 'an object of options', given);
    }
    made ??= checks() as Record<string, OptionCheck>;
    const options = { ...given };
    for (const [option, check] of Object.entries(made)) {
      if (options[option] !== undefined) readArgument(`${name}: option "${option}"`, check, options[option]);
    }
    requireKnown(name, Object.keys(options), [...Object.keys(made), ...others]);
    return options as Options;
  };
  return Object.assign(read, { checks, wholeWeightsReason });
}

function requireKnown(owner: string, options: readonly string[], known: readonly string[]): void {
  const unknown = options.filter((option) => !known.includes(option)).map((option) => `"${option}"`);
  if (unknown.length === 0) return;
  throw new MetricInputError(
    known.length === 0
      ? `${owner}: expected no options, got ${unknown.join(', ')}`
      : `${owner}: expected known options, got ${unknown.join(', ')}; the options are ${known.join(', ')}`,
  );
}

/**
 * Checks one value, such as a positional argument, with the check of an option.
 *
 * @throws {@link MetricInputError} if the value is invalid.
 */
export function readArgument<Value>(name: string, check: OptionCheck, value: Value): Value {
  if (check.isValid(value)) return value;
  throw inputError(name, check.expected(value), value);
}
