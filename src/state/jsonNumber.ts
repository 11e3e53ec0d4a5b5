import * as z from 'zod/mini';

/** A number as JSON holds it: NaN and the infinities, which it can't hold, by their names. */
export type JsonNumber = number | 'NaN' | 'Infinity' | '-Infinity';

/** The check of a number as JSON holds it. */
export function jsonNumberCheck(): z.ZodMiniType {
  const names = z.enum(['NaN', 'Infinity', '-Infinity']);
  return z.union([z.number(), names], { error: 'expected a number' });
}

/** A number as JSON holds it. */
export function toJsonNumber(value: number): JsonNumber {
  return Number.isFinite(value) ? value : (String(value) as JsonNumber);
}

/** The number that {@link toJsonNumber} was handed; undefined when it is none. */
export function fromJsonNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (value === 'NaN' || value === 'Infinity' || value === '-Infinity') return Number(value);
  return undefined;
}
