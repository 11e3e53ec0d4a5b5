import { scaleBy, scalingExponent } from '../../../numeric/kernels/scalingExponent.ts';
import { kthDistances } from '../../../numeric/neighbors/kthDistances.ts';
import type { Points } from '../../../numeric/neighbors/points.ts';
import { BlockDistances, type BlockNorm } from './blockDistances.ts';
import { localInformation, type LocalInformation, type Subspace } from './localInformation.ts';

/** Returns the {@link localInformation} of variables with these numbers of columns, from their k nearest neighbors. */
export function neighborInformation(
  joint: Points,
  widths: readonly number[],
  subspaces: readonly Subspace[],
  k: number,
  metric: BlockNorm = 'chebyshev',
): LocalInformation {
  // All norms agree for single columns.
  if (metric === 'chebyshev' || widths.every((width) => width === 1)) {
    return localInformation(kthDistances(joint, k, 'chebyshev'), widths, subspaces, k);
  }
  // Squares of extreme values would overflow or underflow; counts do not depend on the scale.
  const points = { ...joint, data: scaleBy(joint.data, scalingExponent(joint.data)) };
  const distances = new BlockDistances(points, widths, metric).kthDistances(k);
  return localInformation({ points, distances }, widths, subspaces, k, metric);
}
