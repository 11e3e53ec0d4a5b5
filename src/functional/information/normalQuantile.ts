import erfc from '@stdlib/math-base-special-erfc';

/**
 * The value below which a normal variable lies with a probability, between 0 and 1: a start good to 5e-4 (M.
 * Abramowitz and I. A. Stegun, 26.2.23), and two of E. Halley's steps. Relative error below 1e-14.
 */
export function normalQuantile(probability: number): number {
  if (probability > 0.5) return -normalQuantile(1 - probability);
  const t = Math.sqrt(-2 * Math.log(probability));
  const above = 2.515517 + t * (0.802853 + t * 0.010328);
  const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  let x = above / below - t;
  for (let step = 0; step < 2; step++) {
    const missed = 0.5 * erfc(-x / Math.SQRT2) - probability;
    const ratio = missed * Math.sqrt(2 * Math.PI) * Math.exp(x ** 2 / 2);
    x -= ratio / (1 + (x * ratio) / 2);
  }
  return x;
}
