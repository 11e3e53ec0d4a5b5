import type { RandomSource } from './randomSource.ts';

/**
 * Factor of all probabilities. It is below 1 by more than the relative error of factorials up to 2^31, and a uniform
 * number beyond the sum of the probabilities is drawn again, so the frequencies are exact.
 */
const SHARE = 1 - 1e-4;

/** Probabilities below this are negligible. */
const NEGLIGIBLE = 1e-18;

/**
 * Draws the number of marked items among `draws` items taken without replacement from `total`, of which `marked` are
 * marked.
 *
 * By inversion: the probability of the mode follows from factorials, and those of the numbers on both sides from
 * ratios, so that the time is proportional to the distance of the result from the mode.
 *
 * @param lnFactorial - returns ln k! for whole numbers up to `total`.
 */
export function randomHypergeometric(
  total: number,
  marked: number,
  draws: number,
  random: RandomSource,
  lnFactorial: (k: number) => number,
): number {
  const least = Math.max(0, draws + marked - total);
  const most = Math.min(draws, marked);
  if (least === most) return least;
  const rest = total - marked - draws;
  const mode = Math.floor(((marked + 1) * (draws + 1)) / (total + 2));
  const lnMode =
    lnFactorial(marked) -
    lnFactorial(mode) -
    lnFactorial(marked - mode) +
    (lnFactorial(total - marked) - lnFactorial(draws - mode) - lnFactorial(rest + mode)) -
    (lnFactorial(total) - lnFactorial(draws) - lnFactorial(total - draws));
  const ofMode = SHARE * Math.exp(lnMode);
  for (;;) {
    let uniform = random.uniform() - ofMode;
    if (uniform < 0) return mode;
    let [above, below] = [ofMode, ofMode];
    for (let [x, y] = [mode, mode]; above + below > NEGLIGIBLE && (x < most || y > least);) {
      if (x < most) {
        above *= ((marked - x) * (draws - x)) / ((x + 1) * (rest + x + 1));
        x++;
        if ((uniform -= above) < 0) return x;
      }
      if (y > least) {
        below *= (y * (rest + y)) / ((marked - y + 1) * (draws - y + 1));
        y--;
        if ((uniform -= below) < 0) return y;
      }
    }
  }
}
