import { defineOptions, type OptionsReader } from '../inputs/options/defineOptions.ts';
import { textCheck } from '../inputs/options/optionCheck.ts';

/** Options for the names of values. */
export interface ValueNameOptions<Prefix extends string = string, Postfix extends string = string> {
  /** Prefix of each name. Default: none. */
  readonly prefix?: Prefix | undefined;
  /** Postfix of each name. Default: none. */
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

/** Returns a name with its prefix and postfix. */
export function valueName(name: string, { prefix = '', postfix = '' }: ValueNameOptions): string {
  return `${prefix}${name}${postfix}`;
}
