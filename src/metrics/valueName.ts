import { textCheck } from '../inputs/optionCheck.ts';
import type { OptionChecks } from '../inputs/options.ts';

/** Prefix and postfix of the name of each value. */
export interface ValueNameOptions<Prefix extends string = string, Postfix extends string = string> {
  /** What comes before each name. Default: nothing. */
  readonly prefix?: Prefix | undefined;
  /** What comes after each name. Default: nothing. */
  readonly postfix?: Postfix | undefined;
}

/** The checks of {@link ValueNameOptions}. */
export function valueNameChecks(): OptionChecks<ValueNameOptions> {
  return { prefix: textCheck(), postfix: textCheck() };
}

/** A name with its prefix and postfix. */
export function valueName(name: string, { prefix = '', postfix = '' }: ValueNameOptions): string {
  return `${prefix}${name}${postfix}`;
}
