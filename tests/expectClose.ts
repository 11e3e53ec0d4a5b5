import { expect } from '@jest/globals';

/** Expects 1e-12 relative, absolute below 1. */
export function expectClose(actual: number, expected: number, tolerance = 1e-12): void {
  const error = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
  if (error <= tolerance) return;
  // Fails here, and shows both numbers.
  expect(actual).toBe(expected);
}
