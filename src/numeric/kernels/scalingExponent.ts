import { magnitudeOf } from './magnitudeOf.ts';

/** Squares of values up to this magnitude, and their sums, neither overflow nor underflow. */
const LARGEST = 2 ** 400;

/**
 * Returns an exponent e such that the squares of the values times 2^e neither overflow nor underflow: 0 if no
 * scaling is needed, Infinity if all values are 0.
 *
 * Multiplication by a power of two is exact, so results computed from the scaled values keep their digits.
 *
 * @param sum - the sum of the absolute values, if known.
 */
export function scalingExponent(values: Float64Array | Float32Array, sum: number = magnitudeOf(values)): number {
  if (sum === 0) return Infinity;
  if (sum >= 1 / LARGEST && sum <= LARGEST) return 0;
  return -Math.floor(Math.log2(Math.min(sum, Number.MAX_VALUE)));
}

/** Returns the values times 2^exponent. */
export function scaleBy<Values extends Float64Array | Float32Array>(
  values: Values,
  exponent: number,
): Float64Array | Values {
  return exponent === 0 || !Number.isFinite(exponent)
    ? values
    : Float64Array.from(values, (value) => timesPower(value, exponent));
}

/** Returns value · 2^exponent, even if 2^exponent alone overflows or underflows. */
export function timesPower(value: number, exponent: number): number {
  if (value === 0) return value;
  const half = Math.trunc(exponent / 2);
  return value * 2 ** half * 2 ** (exponent - half);
}
