import { defineOptions } from '../../../inputs/options/defineOptions.ts';
import { oneOfCheck } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { isConstant, joinPoints } from '../../../numeric/neighbors/points.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { BLOCK_NORMS } from './blockDistances.ts';
import { mean } from '../../../numeric/mean.ts';
import { DEFAULT_K, readPoints } from './readPoints.ts';
import { neighborInformation } from './neighborInformation.ts';
import { knnInformationOptions, type KnnInformationOptions } from './knnOptions.ts';
import { standardizePoints } from './standardizePoints.ts';

/** Options for {@link knnConditionalMutualInfo}. */
export interface KnnConditionalMutualInfoOptions extends KnnInformationOptions {
  /**
   * Norm within each variable with several columns. The joint distance is the largest of the norms of the variables.
   * Norms other than `'chebyshev'` take O(N² d) time. Default: `'chebyshev'`.
   */
  readonly metric?: 'chebyshev' | 'euclidean' | 'manhattan' | undefined;
}

const conditionalMutualInfoOptions = /* @__PURE__ */ defineOptions<KnnConditionalMutualInfoOptions>(
  'knnConditionalMutualInfo',
  () => ({
    ...knnInformationOptions.checks(),
    metric: oneOfCheck(BLOCK_NORMS),
  }),
);

/**
 * Conditional mutual information of continuous variables: the information that x and y share given z.
 *
 * I(X; Y | Z) = ψ(k) − ⟨ψ(n_xz + 1) + ψ(n_yz + 1) − ψ(n_z + 1)⟩, with ψ the digamma function and ⟨·⟩ the mean over
 * samples. ε is the distance of a sample from its k-th nearest neighbor in (x, y, z). n_xz, n_yz and n_z are the
 * numbers of other samples whose distance from it in (x, z), (y, z) or z is less than ε. A distance in several
 * variables is the largest of the distances in each of them. Ties are treated as in variant 1 of {@link ksgMutualInfo}.
 *
 * If x is the past of a time series A, y the present of a time series B and z the past of B, the value is the transfer
 * entropy from A to B.
 *
 * @param x - samples of one variable, `[N]` or `[N, d]`.
 * @param y - samples of the other variable, `[N]` or `[N, d]`.
 * @param z - samples of the conditioning variable, `[N]` or `[N, d]`.
 * @returns a value in nats (or in the unit of `base`); can be slightly below 0. 0 if x or y is constant.
 * @throws {@link MetricInputError} if an input or option is invalid, or there are `k` samples or fewer.
 * @see S. Frenzel and B. Pompe, Physical Review Letters 99 (2007) 204101.
 *
 * @example
 * ```ts
 * import { knnConditionalMutualInfo, ksgMutualInfo } from 'tfjs-metrics';
 *
 * const z = Array.from({ length: 200 }, (_, i) => Math.sin(i * i));
 * const x = z.map((value, i) => value + Math.sin(i ** 3));
 * const y = z.map((value, i) => value + Math.cos(i ** 4));
 * ksgMutualInfo(x, y); // 0.1137
 * knnConditionalMutualInfo(x, y, z); // -0.02697
 * ```
 */
export function knnConditionalMutualInfo(
  x: Samples,
  y: Samples,
  z: Samples,
  options?: KnnConditionalMutualInfoOptions,
): number {
  const owner = 'knnConditionalMutualInfo';
  const checked = conditionalMutualInfoOptions(options);
  const { k = DEFAULT_K, standardize, base, metric } = checked;
  const [ofX, ofY, ofZ] = readPoints(owner, [x, y, z], ['x', 'y', 'z'], k).map((block) =>
    standardizePoints(block, standardize),
  );
  if (isConstant(ofX!) || isConstant(ofY!)) return 0;
  // Z is in the middle, so that the columns of every subspace are adjacent.
  const joint = joinPoints([ofX!, ofZ!, ofY!]);
  const widths = [ofX!.d, ofZ!.d, ofY!.d];
  return inBase(mean(neighborInformation(joint, widths, SUBSPACES, k, metric).values), base);
}

/** The subspaces XZ, ZY and Z of variables in the order X, Z, Y. */
const SUBSPACES = [
  { from: 0, to: 2, sign: -1 },
  { from: 1, to: 3, sign: -1 },
  { from: 1, to: 2, sign: 1 },
] as const;
