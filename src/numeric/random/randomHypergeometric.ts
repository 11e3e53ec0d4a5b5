import type { RandomSource } from './randomSource.ts';

/** Below this, a weight no longer counts against the heaviest one. */
const NEGLIGIBLE = 1e-18;

/**
 * How many of `draws` samples, taken from `total` without putting back, are among `marked` ones. By
 * inversion: weights are stepped by their ratios outwards from the heaviest, once to add them up and
 * once to find where a uniform number falls.
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
