import { erfc } from './erfc.ts';
import { MANY_DEGREES, powerIntegral } from './studentQuantile.ts';

/**
 * Returns the probability that Student's t distribution has a greater absolute value, to 5 significant digits at least,
 * or with an error of 1e-7 for many degrees of freedom.
 *
 * @see G. W. Hill, Algorithm 395: Student's t-distribution, Communications of the ACM 13 (1970) 617–619.
 */
export function studentPValue(statistic: number, freedom: number): number {
  const t = Math.abs(statistic);
  if (freedom < MANY_DEGREES) {
    const angle = Math.atan(Math.sqrt(freedom) / t);
    return powerIntegral(angle, freedom) / powerIntegral(Math.PI / 2, freedom);
  }
  if (t === Infinity) return 0;
  const a = freedom - 0.5;
  const b = 48 * a ** 2;
  const y = a * Math.log1p(t ** 2 / freedom);
  const z = (((((-0.4 * y - 3.3) * y - 24) * y - 85.5) / (0.8 * y ** 2 + 100 + b) + y + 3) / b + 1) * Math.sqrt(y);
  return erfc(z / Math.SQRT2);
}
