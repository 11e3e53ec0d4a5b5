import type { PairMoments } from '../../../state/moments/pairMoments.ts';
import { ratioOfSquares, type ScaledSquares } from '../scaledSquares.ts';

/**
 * Returns 1 minus a sum of squares relative to the squared deviations of the targets. For constant targets it is 1 if
 * the sum is 0, and 0 otherwise, as in scikit-learn.
 *
 * @param undefinedAs - returns a score, or the value of `onUndefined` in its place.
 */
export function explainedShare(
  { target }: PairMoments,
  squares: ScaledSquares,
  undefinedAs: (score: number, reason: string) => number,
): number {
  if (target.squares > 0) return 1 - ratioOfSquares(squares, target);
  return undefinedAs(squares.squares === 0 ? 1 : 0, 'all targets are equal');
}
