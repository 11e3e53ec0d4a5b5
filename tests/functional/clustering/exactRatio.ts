const DIGITS = 10n ** 30n;

/** Returns a quotient of BigInt values, rounded to float64. */
export function exactRatio(numerator: bigint, denominator: bigint): number {
  return Number((numerator * DIGITS) / denominator) / Number(DIGITS);
}

/** Returns the square root of a quotient of BigInt values, rounded to float64. */
export function exactRootOfRatio(numerator: bigint, denominator: bigint): number {
  return Math.sqrt(exactRatio(numerator, denominator));
}
