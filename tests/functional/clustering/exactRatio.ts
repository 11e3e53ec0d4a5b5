const DIGITS = 10n ** 30n;

/** A fraction of whole numbers of any size, to the precision of float64. */
export function exactRatio(numerator: bigint, denominator: bigint): number {
  return Number((numerator * DIGITS) / denominator) / Number(DIGITS);
}

/** The square root of a fraction of whole numbers, to the precision of float64. */
export function exactRootOfRatio(numerator: bigint, denominator: bigint): number {
  return Math.sqrt(exactRatio(numerator, denominator));
}
