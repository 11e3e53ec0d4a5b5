import { defineOptions } from '../../../inputs/defineOptions.ts';
import { oneOfCheck } from '../../../inputs/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { isConstant, joinPoints } from '../../../numeric/neighbors/points.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { BLOCK_NORMS, type BlockNorm } from './blockDistances.ts';
import { mean } from './digammaTable.ts';
import { DEFAULT_K, readPoints } from './readPoints.ts';
import { neighborInformation } from './neighborInformation.ts';
import { knnInformationOptions, type KnnInformationOptions } from './knnOptions.ts';
import { standardizePoints } from './standardizePoints.ts';

/** Options of {@link knnConditionalMutualInfo}. */
export interface KnnConditionalMutualInfoOptions extends KnnInformationOptions {
  /**
   * Norm within each variable of several columns; the distance in all variables is the greatest of these. Default:
   * `'chebyshev'`. The others take O(N² d).
   */
  readonly metric?: BlockNorm | undefined;
}

const conditionalMutualInfoOptions = /* @__PURE__ */ defineOptions<KnnConditionalMutualInfoOptions>(
  'knnConditionalMutualInfo',
  () => ({
    ...knnInformationOptions.checks(),
    metric: oneOfCheck(BLOCK_NORMS),
  }),
);

/**
 * Conditional mutual information of continuous variables: how much one tells about another to who knows a
 * third.
 *
 * I(X; Y | Z) = ψ(k) − ⟨ψ(n_xz + 1) + ψ(n_yz + 1) − ψ(n_z + 1)⟩, with n the other samples that are nearer in
 * those variables than the k-th neighbour is in all three. Ties and constant variables count as for
 * variant 1 of {@link ksgMutualInfo}. With Y and its own past as Z, it is the transfer entropy from X to Y.
 *
 * @param x - samples of one variable, `[N]` or `[N, d]`.
 * @param y - those of another.
 * @param z - those of the variable that is known.
 * @returns nats (or the unit of `base`); may be a little below 0.
 * @throws {@link MetricInputError} when an input or option is not as described, or there are no more than
 * `k` samples.
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
  // Z in the middle: what is asked for is then next to each other.
  const joint = joinPoints([ofX!, ofZ!, ofY!]);
  const widths = [ofX!.d, ofZ!.d, ofY!.d];
  return inBase(mean(neighborInformation(joint, widths, SUBSPACES, k, metric).values), base);
}

/** X with Z, Z with Y, and Z, of variables in the order X, Z, Y. */
const SUBSPACES = [
  { from: 0, to: 2, sign: -1 },
  { from: 1, to: 3, sign: -1 },
  { from: 1, to: 2, sign: 1 },
] as const;
