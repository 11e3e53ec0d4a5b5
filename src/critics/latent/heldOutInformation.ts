import { ksgPointwiseMutualInfo } from '../../functional/information/neighbors/ksgPointwiseMutualInfo.ts';
import { dot } from '../../numeric/linear/orthonormalColumns.ts';
import { mean } from '../../numeric/mean.ts';
import { normalScoresOf } from '../../numeric/neighbors/normalScores.ts';
import { RandomSource } from '../../numeric/random/randomSource.ts';
import { normalQuantile } from '../../numeric/special/normalQuantile.ts';
import { allPairsBound } from '../estimate/allPairsBound.ts';
import { DETERMINED } from '../estimate/gaussianFit.ts';
import { rowsOf } from '../estimate/principalColumns.ts';
import type { LatentFit } from './latentFit.ts';

/** Fewest samples of normal variables from which the bias is estimated. */
const NORMAL_SAMPLES = 10_000;
/** Number of different values of a normal variable; none is infinite. */
const RESOLUTION = 2 ** 32;

/** Pointwise mutual information of samples. */
export interface HeldOutInformation {
  /** Value of each sample, in nats. */
  readonly values: Float64Array;
  /** True if a continuous latent variable has the same ranks as its partner, so that the information can be infinite. */
  readonly isDetermined: boolean;
}

/**
 * Returns the pointwise mutual information of the representations of samples by the KSG estimator, minus its bias for
 * normal variables with the same correlations.
 *
 * Pairs of latent variables may depend on each other, so the mean is not raised above the bound of the critic.
 */
export async function heldOutInformation(
  { sides, critic }: LatentFit,
  rows: Int32Array,
  groups: Int32Array,
  seed: number,
): Promise<HeldOutInformation> {
  const [x, y] = sides.map(({ latents }) =>
    latents.map((latent) => normalScoresOf(Float64Array.from(rows, (row) => latent[row]!))),
  ) as [Float64Array[], Float64Array[]];
  const squares = x.map((u, k) => squaredCorrelation(u, y[k]!));
  const values = ksgPointwiseMutualInfo(rowsOf(x), rowsOf(y));
  const bias = ksgBias(squares, rows.length, RandomSource.of(seed));
  const { value: bound } = await allPairsBound(critic, rows, groups);
  const change = Math.min(-bias, Math.max(0, bound - mean(values)));
  return {
    values: values.map((value) => value + change),
    isDetermined: squares.some((square, k) => square > DETERMINED && new Set(x[k]).size === rows.length),
  };
}

/** Returns the squared correlation of normal scores, and 0 if one variable is constant. */
function squaredCorrelation(u: Float64Array, v: Float64Array): number {
  const squares = dot(u, u) * dot(v, v);
  return squares > 0 ? Math.min(dot(u, v) ** 2 / squares, 1) : 0;
}

/** Returns the mean error of the KSG estimator for n samples of normal pairs with the given squared correlations. */
function ksgBias(squares: readonly number[], n: number, random: RandomSource): number {
  const truth = squares.reduce((sum, square) => sum - 0.5 * Math.log(1 - square), 0);
  const normal = (): number => normalQuantile((random.integer(RESOLUTION) + 0.5) / RESOLUTION);
  const estimates = Array.from({ length: Math.ceil(NORMAL_SAMPLES / n) }, () => {
    const pairs = squares.map((square) => {
      const u = Float64Array.from({ length: n }, normal);
      const v = u.map((value) => Math.sqrt(square) * value + Math.sqrt(1 - square) * normal());
      return [u, v] as const;
    });
    return mean(ksgPointwiseMutualInfo(rowsOf(pairs.map(([u]) => u)), rowsOf(pairs.map(([, v]) => v))));
  });
  return mean(estimates) - truth;
}
