import { describeValue } from './describeValue.ts';
import { defineOptions, type OptionChecks, type OptionsReader } from './defineOptions.ts';
import { isPlainObject } from './isPlainObject.ts';
import { MetricInputError } from './metricInputError.ts';

export type { OptionChecks } from './defineOptions.ts';
export type { OptionCheck } from './optionCheck.ts';

/** Superseded by {@link OptionsReader}, until all files use it. */
export type OptionSchema<Options> = OptionsReader<Options & object>;

/** Superseded by {@link defineOptions}, until all files use it. */
export function optionSchema<Options>(checks: () => OptionChecks<Options>): OptionSchema<Options> {
  return defineOptions('options', checks as never);
}

/** Superseded by a call of the {@link OptionsReader}, until all files use it. */
export function readOptions<Options extends object>(
  owner: string,
  schema: OptionSchema<Options>,
  options: unknown,
  alsoKnown: readonly string[] = [],
): Options {
  return schema(options, owner, alsoKnown);
}

/**
 * Splits one option, which another reader checks, from the others.
 *
 * @throws {@link MetricInputError} if `options` is not an object of options.
 */
export function splitOption<Options extends object, Name extends keyof Options>(
  owner: string,
  options: Options | undefined,
  name: Name,
): [value: Options[Name] | undefined, others: Omit<Options, Name> | undefined] {
  if (options === undefined) return [undefined, undefined];
  if (!isPlainObject(options)) {
    throw new MetricInputError(`${owner}: expected an object of options, got ${describeValue(options)}`);
  }
  const { [name]: value, ...others } = options;
  return [value, others];
}
