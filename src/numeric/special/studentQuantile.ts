import { normalQuantile } from './normalQuantile.ts';

/** Degrees of freedom from which the expansions about the normal distribution are accurate to 1e-7. */
export const MANY_DEGREES = 60;

/** Maximum number of steps of Newton's method, which needs about five. */
const MAX_STEPS = 40;

/** Number of intervals of Simpson's rule. */
const STEPS = 400;

/**
 * Quantile function of Student's t distribution for a probability above ½ and at least one degree of freedom, to 5
 * significant digits at least. With t = √ν cot ψ, the probability of a larger |t| is the share of ∫ sinᵛ⁻¹ψ dψ from 0
 * to ψ in the integral from 0 to π/2.
 *
 * @see M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 26.7.
 */
export function studentQuantile(probability: number, freedom: number): number {
  const start = expansion(normalQuantile(probability), freedom);
  if (freedom >= MANY_DEGREES) return start;
  const tail = 2 * (1 - probability) * powerIntegral(Math.PI / 2, freedom);
  let angle = Math.atan(Math.sqrt(freedom) / start);
  // The integral is convex, so Newton's method converges after its first step from above.
  for (let step = Infinity, k = 0; Math.abs(step) > 1e-12 * angle && k < MAX_STEPS; k++) {
    step = (powerIntegral(angle, freedom) - tail) / Math.sin(angle) ** (freedom - 1);
    angle = Math.min(Math.PI / 2, angle - step);
  }
  return Math.sqrt(freedom) / Math.tan(angle);
}

/** Expansion of R. A. Fisher and E. A. Cornish in 1/ν. */
function expansion(z: number, freedom: number): number {
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / freedom + second / freedom ** 2 + third / freedom ** 3;
}

/** Returns ∫ sinᵛ⁻¹ψ dψ from 0 to `end`, by Simpson's rule in √ψ, in which the integrand is smoother at 0. */
export function powerIntegral(end: number, freedom: number): number {
  const step = Math.sqrt(end) / STEPS;
  let sum = 0;
  for (let k = 0; k <= STEPS; k++) {
    const y = k * step;
    const factor = k === 0 || k === STEPS ? 1 : k % 2 === 1 ? 4 : 2;
    sum += factor * 2 * y * Math.sin(y * y) ** (freedom - 1);
  }
  return (sum * step) / 3;
}
