/** ab − cd, of which cancellation takes nothing: the products' own rounding errors are added back. */
export function productDifference(a: number, b: number, c: number, d: number): number {
  const ab = a * b;
  const cd = c * d;
  if (ab <= Number.MAX_SAFE_INTEGER && cd <= Number.MAX_SAFE_INTEGER) return ab - cd;
  return ab - cd + (productError(a, b, ab) - productError(c, d, cd));
}

/** What rounding left out of a product (T. J. Dekker, Numerische Mathematik 18, 1971). */
function productError(a: number, b: number, product: number): number {
  const aHigh = upperHalf(a);
  const bHigh = upperHalf(b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

function upperHalf(value: number): number {
  const shifted = value * (2 ** 27 + 1);
  return shifted - (shifted - value);
}
