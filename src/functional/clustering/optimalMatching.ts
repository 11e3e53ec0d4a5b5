import { linearSumAssignment } from 'linear-sum-assignment';

/** The column of each row (−1 for none) in the matching of rows and columns with the largest sum of cells. */
export function optimalMatching(gains: readonly ArrayLike<number>[]): Float64Array {
  if (gains.length === 0 || gains[0]!.length === 0) return new Float64Array(gains.length).fill(-1);
  // `maximaze` is how the library spells it.
  return linearSumAssignment(gains as number[][], { maximaze: true }).rowAssignments;
}
