import * as z from 'zod/mini';
import { describeValue } from './describeValue.ts';
import { MetricInputError } from './metricInputError.ts';
import { isPlainObject } from './isPlainObject.ts';

/** The check of one option; its message completes the sentence "expected …". */
export type OptionCheck = z.ZodMiniType;

/** The checks of the options that are known, by name. */
export type OptionChecks<Options> = { readonly [Name in keyof Options]-?: OptionCheck };

/** The check of an options object, made when it is first needed, so that importing costs nothing. */
export type OptionSchema<Options> = () => {
  readonly known: string[];
  readonly check: OptionCheck;
} & {
  readonly optionsType?: Options;
};

/** The check of an object that holds these options and no others, any of them left out. */
export function optionSchema<Options>(checks: () => OptionChecks<Options>): OptionSchema<Options> {
  let schema: ReturnType<OptionSchema<Options>> | undefined;
  return () => {
    if (schema) return schema;
    const fields = Object.entries<OptionCheck>(checks());
    const optional = fields.map(([name, check]) => [name, z.optional(check)] as const);
    schema = {
      known: fields.map(([name]) => name),
      check: z.strictObject(Object.fromEntries(optional)),
    };
    return schema;
  };
}

/**
 * Checks the options of `owner`.
 *
 * @throws {@link MetricInputError} that names the option, what was expected and what came.
 */
export function readOptions<Options extends object>(
  owner: string,
  schema: OptionSchema<Options>,
  options: unknown,
  alsoKnown: readonly string[] = [],
): Options {
  if (options === undefined) return {} as Options;
  if (!isPlainObject(options)) throw notOptions(owner, options);
  const { known, check } = schema();
  const result = check.safeParse(options);
  if (result.success) return result.data as Options;
  throw new MetricInputError(`${owner}: ${explain(result.error.issues[0]!, [...known, ...alsoKnown], options)}`);
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
  if (!isPlainObject(options)) throw notOptions(owner, options);
  const { [name]: value, ...others } = options;
  return [value, others];
}

function notOptions(owner: string, options: unknown): MetricInputError {
  return new MetricInputError(`${owner}: expected an object of options, got ${describeValue(options)}`);
}

function explain(issue: z.core.$ZodIssue, known: readonly string[], options: unknown): string {
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `"${key}"`).join(', ');
    const names = known.length === 0 ? 'there are none' : `the options are ${known.join(', ')}`;
    return `unknown option${issue.keys.length === 1 ? '' : 's'} ${keys}; ${names}`;
  }
  const name = issue.path[0]!;
  const value = (options as Record<PropertyKey, unknown>)[name];
  return `option "${String(name)}": expected ${issue.message}, got ${describeValue(value)}`;
}
