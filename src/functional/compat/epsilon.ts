/** Constant that Kornia adds to a sum in a denominator. */
export const EPSILON = 1e-10;
