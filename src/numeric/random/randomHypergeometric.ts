import type { RandomSource } from './randomSource.ts';

/** Width of the rectangle that holds the region, in standard deviations and as a constant. */
const WIDTH = 2 * Math.sqrt(2 / Math.E);
const MARGIN = 3 - 2 * Math.sqrt(3 / Math.E);

/**
 * Draws the number of marked items among `draws` items taken without replacement from `total`, of which `marked` are
 * marked.
 *
 * By the ratio of uniforms: a point (u, v) in a rectangle is drawn again until u² is at most the probability of the
 * whole number at v / u, relative to the mode. This ratio is a product of ratios of neighbors, so the probabilities
 * themselves are not needed, and the time is proportional to the standard deviation. The points of 7 of 10 draws are
 * accepted.
 *
 * @see E. Stadlober, "The ratio of uniforms approach for generating discrete random variates", Journal of Computational
 * and Applied Mathematics 31 (1990), for the rectangle.
 */
export function randomHypergeometric(total: number, marked: number, draws: number, random: RandomSource): number {
  const least = Math.max(0, draws + marked - total);
  const most = Math.min(draws, marked);
  if (least === most) return least;
  const rest = total - marked - draws;
  const mode = Math.floor(((marked + 1) * (draws + 1)) / (total + 2));
  const share = marked / total;
  const mean = draws * share;
  const variance = mean * (1 - share) * ((total - draws) / (total - 1));
  const width = WIDTH * Math.sqrt(variance + 0.5) + MARGIN;
  for (;;) {
    const u = random.uniform();
    const x = Math.floor(mean + 0.5 + (width * (random.uniform() - 0.5)) / u);
    // A u of 0 gives NaN or an infinite number.
    if (!(x >= least && x <= most)) continue;
    // Divisions of independent terms take less time than a second product, and its checks for overflow.
    let ratio = 1;
    for (let k = mode; k < x && ratio >= u * u; k++) {
      ratio *= ((marked - k) * (draws - k)) / ((k + 1) * (rest + k + 1));
    }
    for (let k = mode; k > x && ratio >= u * u; k--) {
      ratio *= (k * (rest + k)) / ((marked - k + 1) * (draws - k + 1));
    }
    if (ratio >= u * u) return x;
  }
}
