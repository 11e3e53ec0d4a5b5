import type * as tf from '@tensorflow/tfjs-core';

/** The golden files, as parsed JSON. */
export interface GoldenFiles {
  readonly softHistogram: { readonly cases: readonly GoldenCase[] };
  readonly softHistogramPeers: { readonly cases: readonly GoldenCase[] };
}

/** A case of a golden file; what it holds depends on its family. */
export interface GoldenCase {
  readonly name: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each family has fields of its own
  readonly input: any;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each family has fields of its own
  readonly expected: any;
}

/** Where checks run, and how exact the backend is. */
export interface Setting {
  readonly golden: GoldenFiles;
  /** Whether the backend computes in float64 within an operation, as those in main memory do. */
  readonly isHost: boolean;
  /** How many steps a training check makes. */
  readonly steps: number;
  /** Takes note of how far a value is from what is expected. */
  note(family: string, deviation: number, place: string): void;
}

/** Something that must hold on every backend. */
export interface Check {
  readonly name: string;
  run(setting: Setting): Promise<void> | void;
}

/** @throws Error when a condition does not hold. */
export function must(condition: boolean, message: string): void {
  if (!condition) throw new Error(message);
}

/** The values of a tensor, which is disposed; read without blocking. */
export async function read(tensor: tf.Tensor): Promise<number[]> {
  const values = Array.from(await tensor.data());
  tensor.dispose();
  return values;
}

/** The greatest of absolute values. */
export function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/**
 * Notes how far values are from what is expected, relative to the greatest of these.
 *
 * @throws Error when that is farther than the tolerance, or a value is not finite.
 */
export function mustBeClose(
  { note }: Pick<Setting, 'note'>,
  family: string,
  place: string,
  actual: readonly number[],
  expected: readonly number[],
  tolerance: number,
): void {
  must(actual.length === expected.length, `${place}: ${actual.length} values, expected ${expected.length}`);
  const scale = Math.max(largest(expected), 1e-6);
  const deviation = actual.reduce((worst, value, k) => {
    const off = Math.abs(value - expected[k]!) / scale;
    return Number.isNaN(off) ? Infinity : Math.max(worst, off);
  }, 0);
  note(family, deviation, place);
  must(deviation <= tolerance, `${family}, ${place}: off by ${deviation}, allowed ${tolerance}`);
}
