import * as z from 'zod/mini';
import type { OptionCheck } from './options.ts';

/** Whether this is a whole number above 0. */
export function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

/** The check of how many there are: a whole number from `least` up, of `things` where they have a name. */
export function countCheck(least = 1, things = ''): OptionCheck {
  const whole = things === '' ? 'a whole number' : `a whole number of ${things}`;
  return z.custom((value) => Number.isSafeInteger(value) && (value as number) >= least, {
    error: least === 1 ? `${whole} above 0` : `${whole} from ${least} up`,
  });
}

/** The check of a seed: any whole number. */
export function seedCheck(): OptionCheck {
  return z.custom(Number.isSafeInteger, { error: 'a whole number' });
}

/** The check of a finite number above another. */
export function aboveCheck(least: number): OptionCheck {
  return z.custom((value) => Number.isFinite(value) && (value as number) > least, {
    error: `a number above ${least}`,
  });
}

/** The check of a number, which may be infinite. */
export function numberCheck(): OptionCheck {
  return z.custom((value) => typeof value === 'number' && !Number.isNaN(value), {
    error: 'a number',
  });
}

/** The check of a share between 0 and 1, neither of them. */
export function shareCheck(): OptionCheck {
  return z.custom((value) => typeof value === 'number' && value > 0 && value < 1, {
    error: 'a number between 0 and 1',
  });
}

/** The check of one of these names. */
export function nameCheck(names: readonly string[]): OptionCheck {
  return z.enum(names, { error: `one of ${names.map((name) => `"${name}"`).join(', ')}` });
}

/** The check of yes or no. */
export function booleanCheck(): OptionCheck {
  return z.boolean({ error: 'true or false' });
}

/** The check of a text. */
export function textCheck(): OptionCheck {
  return z.string({ error: 'a string' });
}

/** The check of a function, from what to what where that is told. */
export function functionCheck(mapping = ''): OptionCheck {
  const error = mapping === '' ? 'a function' : `a function ${mapping}`;
  return z.custom((value) => typeof value === 'function', { error });
}

/** The check of an object with these methods; `what` names it in messages. */
export function methodsCheck(what: string, ...methods: readonly string[]): OptionCheck {
  const has = (value: unknown, method: string): boolean =>
    typeof (value as Record<string, unknown> | null | undefined)?.[method] === 'function';
  return z.custom((value) => methods.every((method) => has(value, method)), { error: what });
}
