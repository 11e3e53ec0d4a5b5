import { timesPower } from '../../numeric/kernels/scalingExponent.ts';
import type { PairMoments, VariableMoments } from '../../state/moments/pairMoments.ts';

/** A sum of squares, times 4^exponent. */
export type ScaledSquares = Pick<VariableMoments, 'squares' | 'exponent'>;

/** Returns the sum of weighted squares of a variable about 0. */
export function rawSquares({ origin, mean, squares, exponent }: VariableMoments, weight: number): ScaledSquares {
  const center = timesPower(origin + mean, exponent);
  return { squares: squares + weight * (center * center), exponent };
}

/** Returns the ratio of two sums of squares. */
export function ratioOfSquares(above: ScaledSquares, below: ScaledSquares): number {
  return timesPower(above.squares / below.squares, 2 * (below.exponent - above.exponent));
}

/** Returns the root of the mean of weighted squares. */
export function rootMeanSquare({ squares, exponent }: ScaledSquares, weight: number): number {
  return timesPower(Math.sqrt(squares / weight), -exponent);
}

/** Returns the sum of squared deviations of each target, divided by the largest one. */
export function targetVariances(outputs: readonly PairMoments[]): number[] {
  const targets = outputs.map(({ target }) => target);
  const largest = targets.reduce((most, target) => (ratioOfSquares(target, most) > 1 ? target : most));
  return targets.map((target) => (target.squares === 0 ? 0 : ratioOfSquares(target, largest)));
}
