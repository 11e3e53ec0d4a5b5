import { defineOptions, type OptionsReader } from '../inputs/defineOptions.ts';
import { textCheck } from '../inputs/optionCheck.ts';

/** Prefix and postfix of the name of each value. */
export interface ValueNameOptions<Prefix extends string = string, Postfix extends string = string> {
  /** What comes before each name. Default: nothing. */
  readonly prefix?: Prefix | undefined;
  /** What comes after each name. Default: nothing. */
  readonly postfix?: Postfix | undefined;
}

/** Reads {@link ValueNameOptions}. */
export const valueNameOptions: OptionsReader<ValueNameOptions> = /* @__PURE__ */ defineOptions(
  'ValueNameOptions',
  () => ({
    prefix: textCheck(),
    postfix: textCheck(),
  }),
);

/** A name with its prefix and postfix. */
export function valueName(name: string, { prefix = '', postfix = '' }: ValueNameOptions): string {
  return `${prefix}${name}${postfix}`;
}
