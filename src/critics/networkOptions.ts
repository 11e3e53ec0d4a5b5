import * as z from 'zod/mini';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { describeValue } from '../inputs/describeValue.ts';
import { isCount, seedCheck } from '../inputs/optionCheck.ts';
import { optionSchema, type OptionChecks, type OptionSchema } from '../inputs/options.ts';

/** How a network is built. */
export interface NetworkOptions {
  /** The units of each hidden layer; `[256, 256]` when left out. */
  readonly hidden?: readonly number[] | undefined;
  /** A whole number that the first weights come from; 0 when left out. */
  readonly seed?: number | undefined;
}

/** The units of hidden layers when they are left out. */
export const HIDDEN: readonly number[] = [256, 256];

/** The checks of {@link NetworkOptions}. */
export function networkChecks(): OptionChecks<NetworkOptions> {
  return {
    hidden: z.custom((value) => Array.isArray(value) && value.length > 0 && value.every(isCount), {
      error: 'a list of whole numbers above 0',
    }),
    seed: seedCheck(),
  };
}

/** The check of {@link NetworkOptions} alone. */
export const networkOptions: OptionSchema<NetworkOptions> = /* @__PURE__ */ optionSchema<NetworkOptions>(networkChecks);

/** @throws {@link MetricInputError} when the samples of a variable can't have so many values. */
export function requireSizes(owner: string, sizes: Readonly<Record<string, unknown>>): void {
  for (const [name, size] of Object.entries(sizes)) {
    if (isCount(size)) continue;
    throw new MetricInputError(
      `${owner}: expected ${name}, how many values a sample has, as a whole number above 0, got ` + describeValue(size),
    );
  }
}
