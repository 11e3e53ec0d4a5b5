/**
 * A finite number as every engine writes double precision, exact to the last bit: without an exponent
 * some would take it for a decimal of few digits.
 */
export function numberLiteral(value: number): string {
  const digits = value.toExponential().replace('e+', 'E').replace('e', 'E');
  return value < 0 || Object.is(value, -0) ? `(${digits})` : digits;
}
