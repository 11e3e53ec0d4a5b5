import { ksgPointwiseMutualInfo } from '../../functional/information/neighbors/ksgPointwiseMutualInfo.ts';
import { dot } from '../../numeric/linear/orthonormalColumns.ts';
import { mean } from '../../numeric/mean.ts';
import { normalScoresOf } from '../../numeric/neighbors/normalScores.ts';
import { RandomSource } from '../../numeric/random/randomSource.ts';
import { normalQuantile } from '../../numeric/special/normalQuantile.ts';
import { DETERMINED } from '../estimate/gaussianFit.ts';
import { rowsOf } from '../estimate/principalColumns.ts';

/** Latent variables of both variables, each as a column. */
export type LatentColumns = readonly [x: readonly Float64Array[], y: readonly Float64Array[]];

/** Fewest samples of normal variables from which the bias is estimated. */
const NORMAL_SAMPLES = 10_000;
/** Number of different values of a normal variable; none is infinite. */
const RESOLUTION = 2 ** 32;

/**
 * Returns the pointwise mutual information of samples by the KSG estimator, minus its bias for normal variables with the
 * same correlations of the pairs of latent variables. All are infinite if a latent variable determines its partner.
 */
export function heldOutInformation(latents: LatentColumns, rows: Int32Array, seed: number): Float64Array {
  const scores = latents.map((columns) =>
    columns.map((column) => normalScoresOf(Float64Array.from(rows, (row) => column[row]!))),
  );
  const [x, y] = scores as [Float64Array[], Float64Array[]];
  const squares = x.map((u, k) => dot(u, y[k]!) ** 2 / (dot(u, u) * dot(y[k]!, y[k]!)));
  if (squares.some((square) => square > DETERMINED)) return new Float64Array(rows.length).fill(Infinity);
  const bias = ksgBias(squares, rows.length, RandomSource.of(seed));
  return ksgPointwiseMutualInfo(rowsOf(x), rowsOf(y)).map((value) => value - bias);
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
