import { joinPoints, type Points } from '../../../numeric/neighbors/points.ts';
import { JointMoments } from '../../../state/moments/jointMoments.ts';
import { standardizePoints } from '../neighbors/standardizePoints.ts';
import { gaussianFactors, gaussianInformation, type IndependentColumns } from './gaussianInformation.ts';

/**
 * Returns the terms, in nats, of which the Gaussian mutual information of two variables is the mean, one for each sample:
 * I + ½ (xᵀ Σ_x⁻¹ x + yᵀ Σ_y⁻¹ y − zᵀ Σ⁻¹ z), with z = (x, y) relative to the means.
 */
export function gaussianInformationOfSamples(x: Points, y: Points): Float64Array {
  const points = [x, y].map((block) => standardizePoints(block, 'std'));
  const moments = new JointMoments();
  moments.addChecked(points);
  const covariance = Float64Array.from(moments.covariance().flat());
  const widths = [x.d, y.d];
  const values = new Float64Array(x.n).fill(gaussianInformation(covariance, widths));
  if (values[0] === Infinity) return values;
  const { blocks, joint } = gaussianFactors(covariance, widths);
  const all = joinPoints(points);
  for (const block of blocks) addSquares(values, all, block, 1 / 2);
  addSquares(values, all, joint, -1 / 2);
  return values;
}

/** Adds multiples of the squared Mahalanobis lengths of points, by forward substitution. */
function addSquares(
  values: Float64Array,
  { data, n, d }: Points,
  { kept, factors }: IndependentColumns,
  factor: number,
): void {
  const solved = new Float64Array(kept.length);
  for (let i = 0; i < n; i++) {
    let square = 0;
    for (let j = 0; j < kept.length; j++) {
      const row = factors[j]!;
      let rest = data[i * d + kept[j]!]!;
      for (let l = 0; l < j; l++) rest -= row[l]! * solved[l]!;
      solved[j] = rest / row[j]!;
      square += solved[j]! ** 2;
    }
    values[i]! += factor * square;
  }
}
