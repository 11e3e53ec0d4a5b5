/**
 * Formats a finite number as an SQL literal that every engine reads exactly as double precision. Some engines read a
 * literal without an exponent as a decimal with few digits.
 */
export function numberLiteral(value: number): string {
  const digits = value.toExponential().replace('e+', 'E').replace('e', 'E');
  return value < 0 || Object.is(value, -0) ? `(${digits})` : digits;
}
