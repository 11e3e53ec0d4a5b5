import * as z from 'zod/mini';

/** JSON encoding of a number: strings for NaN and the infinities, which JSON cannot represent. */
export type JsonNumber = number | 'NaN' | 'Infinity' | '-Infinity';

/** Returns the schema of a {@link JsonNumber}. */
export function jsonNumberCheck(): z.ZodMiniType {
  const names = z.enum(['NaN', 'Infinity', '-Infinity']);
  return z.union([z.number(), names], { error: 'expected a number' });
}

/** Encodes a number for JSON. */
export function toJsonNumber(value: number): JsonNumber {
  return Number.isFinite(value) ? value : (String(value) as JsonNumber);
}

/** Decodes a number that {@link toJsonNumber} encoded; undefined if `value` is not one. */
export function fromJsonNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (value === 'NaN' || value === 'Infinity' || value === '-Infinity') return Number(value);
  return undefined;
}
