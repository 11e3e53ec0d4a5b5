import * as z from 'zod/mini';
import type { OptionCheck } from './options.ts';

/** The check of a share between 0 and 1, neither of them. */
export function shareCheck(): OptionCheck {
  const error = 'a number between 0 and 1';
  return z.number({ error }).check(z.gt(0, { error }), z.lt(1, { error }));
}
