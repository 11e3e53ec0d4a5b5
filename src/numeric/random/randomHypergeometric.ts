import type { RandomSource } from './randomSource.ts';

/** Weights below this, relative to the mode, are negligible. */
const NEGLIGIBLE = 1e-18;

/**
 * Draws the number of marked items among `draws` items taken without replacement from `total`, of which `marked` are
 * marked. By inversion: the weights are computed by their ratios outwards from the mode, once for their sum and once
 * to locate a uniform number.
 */
export function randomHypergeometric(total: number, marked: number, draws: number, random: RandomSource): number {
  const least = Math.max(0, draws + marked - total);
  const most = Math.min(draws, marked);
  if (least === most) return least;
  const rest = total - marked - draws;
  const up = (x: number): number => ((marked - x) * (draws - x)) / ((x + 1) * (rest + x + 1));
  const mode = Math.floor(((marked + 1) * (draws + 1)) / (total + 2));
  let all = 1;
  for (let x = mode, weight = up(x); weight > NEGLIGIBLE; weight *= up(++x)) all += weight;
  for (let x = mode, weight = 1; x > least; x--) {
    weight /= up(x - 1);
    if (weight <= NEGLIGIBLE) break;
    all += weight;
  }
  let uniform = random.uniform() * all;
  for (let x = mode, weight = 1; weight > NEGLIGIBLE; weight *= up(x), x++) {
    if ((uniform -= weight) < 0) return x;
  }
  for (let x = mode, weight = 1; x > least; x--) {
    weight /= up(x - 1);
    if ((uniform -= weight) < 0) return x - 1;
  }
  return mode;
}
