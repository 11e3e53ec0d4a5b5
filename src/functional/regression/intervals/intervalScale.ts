/** Scale on which the interval of a score is symmetric. */
export type IntervalScale =
  /** The score itself. */
  | 'linear'
  /** ln s, for losses. */
  | 'log'
  /** ln(1 − s), for shares of a variance. */
  | 'unexplained'
  /** Fisher's artanh s, for correlations. */
  | 'fisher';

/**
 * Returns the interval that is symmetric around a score on a scale. For small widths, it is the score ± `width`: a width
 * on the scale is `width` times the derivative of the scale at the score.
 */
export function intervalOn(
  scale: IntervalScale,
  value: number,
  width: number,
): { readonly lower: number; readonly upper: number } {
  if (scale === 'log') return { lower: value * Math.exp(-width / value), upper: value * Math.exp(width / value) };
  if (scale === 'unexplained') {
    const { lower, upper } = intervalOn('log', 1 - value, width);
    return { lower: 1 - upper, upper: 1 - lower };
  }
  if (scale === 'fisher') {
    const [middle, half] = [Math.atanh(value), width / (1 - value ** 2)];
    return { lower: Math.tanh(middle - half), upper: Math.tanh(middle + half) };
  }
  return { lower: value - width, upper: value + width };
}
