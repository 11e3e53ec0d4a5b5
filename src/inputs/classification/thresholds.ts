import { optionCheck, type OptionCheck } from '../options/optionCheck.ts';

/**
 * Thresholds of a classifier's score: a list of finite numbers, or the number of evenly spaced thresholds from 0 to 1,
 * at least 2.
 */
export type Thresholds = number | readonly number[];

/** Maximum number of thresholds. */
const MOST = 2 ** 24;

/** Returns the check of {@link Thresholds}. */
export function thresholdsCheck(): OptionCheck {
  return optionCheck(
    (value) =>
      Array.isArray(value)
        ? value.length > 0 && value.length <= MOST && value.every(Number.isFinite)
        : Number.isSafeInteger(value) && (value as number) >= 2 && (value as number) <= MOST,
    'a list of finite numbers, or a whole number from 2 up to 2^24',
  );
}
