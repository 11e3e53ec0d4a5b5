import { magnitudeOf } from '../../inputs/samples.ts';

/** Squares of values of up to this size, and sums of them, neither overflow nor underflow. */
const LARGEST = 2 ** 400;

/**
 * Exponent e of a power of two such that squares of the values times 2^e neither overflow nor underflow: 0 where
 * those of the values themselves do not, and Infinity where all values are 0, which fit any power.
 *
 * Multiplying by a power of two is exact, so that what is computed from the products has the same digits.
 *
 * @param sum - sum of the absolute values, where it is known.
 */
export function scalingExponent(values: Float64Array | Float32Array, sum: number = magnitudeOf(values)): number {
  if (sum === 0) return Infinity;
  if (sum >= 1 / LARGEST && sum <= LARGEST) return 0;
  return -Math.floor(Math.log2(Math.min(sum, Number.MAX_VALUE)));
}

/** The values times 2^exponent. */
export function scaleBy<Values extends Float64Array | Float32Array>(
  values: Values,
  exponent: number,
): Float64Array | Values {
  return exponent === 0 || !Number.isFinite(exponent)
    ? values
    : Float64Array.from(values, (value) => timesPower(value, exponent));
}

/** Returns value · 2^exponent, also if 2^exponent alone overflows or underflows. */
export function timesPower(value: number, exponent: number): number {
  if (value === 0) return value;
  const half = Math.trunc(exponent / 2);
  return value * 2 ** half * 2 ** (exponent - half);
}
