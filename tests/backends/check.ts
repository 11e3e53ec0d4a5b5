import type * as tf from '@tensorflow/tfjs-core';

/** Parsed golden files. */
export interface GoldenFiles {
  readonly softHistogram: { readonly cases: readonly GoldenCase[] };
  readonly softHistogramPeers: { readonly cases: readonly GoldenCase[] };
}

/** Case of a golden file; the fields depend on its family. */
export interface GoldenCase {
  readonly name: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the fields depend on the family
  readonly input: any;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the fields depend on the family
  readonly expected: any;
}

/** Properties of the backend under test. */
export interface Setting {
  readonly golden: GoldenFiles;
  /** True if the backend computes in main memory, with float64 inside an operation. */
  readonly isHost: boolean;
  /** Records the deviation of a value from the expected one. */
  note(family: string, deviation: number, place: string): void;
}

/** Check that must pass on every backend. */
export interface Check {
  readonly name: string;
  run(setting: Setting): Promise<void> | void;
}

/** @throws Error if the condition is false. */
export function must(condition: boolean, message: string): void {
  if (!condition) throw new Error(message);
}

/** Reads the values of a tensor asynchronously and disposes of it. */
export async function read(tensor: tf.Tensor): Promise<number[]> {
  const values = Array.from(await tensor.data());
  tensor.dispose();
  return values;
}

/** Returns the largest absolute value. */
export function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/**
 * Checks the deviation of values from the expected ones, relative to the largest expected value, and records it.
 *
 * @throws Error if the deviation exceeds the tolerance or is NaN.
 */
export function mustBeClose(
  { note }: Pick<Setting, 'note'>,
  family: string,
  place: string,
  actual: readonly number[],
  expected: readonly number[],
  tolerance: number,
): void {
  must(actual.length === expected.length, `${place}: expected ${expected.length} values, got ${actual.length}`);
  const scale = Math.max(largest(expected), 1e-6);
  const deviation = actual.reduce((worst, value, k) => {
    const off = Math.abs(value - expected[k]!) / scale;
    return Number.isNaN(off) ? Infinity : Math.max(worst, off);
  }, 0);
  note(family, deviation, place);
  must(deviation <= tolerance, `${family}, ${place}: off by ${deviation}, allowed ${tolerance}`);
}
