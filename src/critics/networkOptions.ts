import { inputError } from '../inputs/metricInputError.ts';
import { defineOptions, type OptionsReader } from '../inputs/options/defineOptions.ts';
import { optionCheck, isCount, seedCheck } from '../inputs/options/optionCheck.ts';

/** Options for the networks of a critic or a baseline. */
export interface NetworkOptions {
  /** Number of units in each hidden layer. Default: `[256, 256]`. */
  readonly hidden?: readonly number[] | undefined;
  /** Seed of the initial weights, a whole number. Default: 0. */
  readonly seed?: number | undefined;
}

/** Default number of units in each hidden layer. */
export const HIDDEN: readonly number[] = [256, 256];

/** Reads {@link NetworkOptions}. */
export const networkOptions: OptionsReader<NetworkOptions> = /* @__PURE__ */ defineOptions('NetworkOptions', () => ({
  hidden: optionCheck(
    (value) => Array.isArray(value) && value.length > 0 && value.every(isCount),
    'a list of whole numbers above 0',
  ),
  seed: seedCheck(),
}));

/** @throws {@link MetricInputError} if a sample size is not a whole number above 0. */
export function requireSizes(owner: string, sizes: Readonly<Record<string, unknown>>): void {
  for (const [name, size] of Object.entries(sizes)) {
    if (isCount(size)) continue;
    throw inputError(`${owner}: ${name}`, 'a whole number of values per sample above 0', size);
  }
}
