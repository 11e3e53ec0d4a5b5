import * as tf from '@tensorflow/tfjs-core';
import { checkSampleBlocks } from '../../inputs/checkSampleBlocks.ts';
import { flatSamples, type CheckedSamples, type FlatSamples, type Samples } from '../../inputs/samples.ts';
import { toHost } from '../../inputs/toHost.ts';
import { indices } from '../../numeric/indices.ts';
import { mean } from '../../numeric/mean.ts';
import { readEstimateOptions } from '../estimate/estimateOptions.ts';
import type { CriticKind } from '../estimate/fittedCritic.ts';
import { foldRows, joinedRows } from '../estimate/foldRows.ts';
import { networkTraining } from '../estimate/networkFit.ts';
import { principalColumns, tensorOf } from '../estimate/principalColumns.ts';
import { repeatedShare } from '../estimate/repeatedShare.ts';
import { embeddingOf } from './embeddingOf.ts';
import { heldOutInformation } from './heldOutInformation.ts';
import { latentFit, type LatentFit } from './latentFit.ts';
import { latentOptions, type LatentOptions } from './latentOptions.ts';

const OWNER = 'latentMutualInfo';
/** Number of folds. Each half of them estimates once, and is fitted to once. */
const FOLDS = 10;
/** Number of fits: to both halves, and to all samples for the embeddings. */
const FITS = 3;

/** Result of {@link latentMutualInfo}. */
export interface LatentMutualInfo {
  /** Estimate, in nats: the mean of `pointwise`. It can be slightly negative by chance. */
  readonly mutualInfo: number;
  /** Pointwise mutual information of each sample, in nats, from representations that were not fitted to it. */
  readonly pointwise: Float64Array;
  /**
   * Critic that gave `embeddings`: `'gaussian'` (linear), `'network'`, or `'independent'` if none was better than a score
   * of 0. Then the representation of each variable is its first principal component. The two fits that gave
   * `mutualInfo` can have other critics.
   */
  readonly critic: CriticKind;
  /** Fraction of the samples that repeat an earlier one. Copies make the estimate too high. */
  readonly repeated: number;
  /**
   * Representations of the given samples, `[N, k]` with k at most `dimensions`, fitted to all of them. The columns of x
   * and y form pairs. Estimates from these representations are too high; use `mutualInfo`, or embed other samples.
   */
  readonly embeddings: {
    /** Representation of x. */
    readonly x: FlatSamples;
    /** Representation of y. */
    readonly y: FlatSamples;
  };
  /** Functions that return the representations of other samples. */
  readonly embed: {
    /** Returns the representation of samples with the columns of x. */
    readonly x: (samples: Samples) => Promise<FlatSamples>;
    /** Returns the representation of samples with the columns of y. */
    readonly y: (samples: Samples) => Promise<FlatSamples>;
  };
}

/**
 * Estimates the mutual information of two variables with many columns from representations of few dimensions, by
 * distances between nearest neighbors.
 *
 * The samples are divided into two halves. Representations are fitted to one half, and {@link ksgMutualInfo} estimates
 * the mutual information of the representations of the other half, and vice versa. A fifth of the fitted half ends the
 * training, and chooses between two representations: canonical variates of the principal components of the columns, and
 * canonical variates of the outputs of two neural networks, trained as the critic of {@link separableCritic} by the
 * Donsker–Varadhan bound. Pairs of variates that do not raise the bound on that fifth are left out. A third fit, to all
 * samples, gives the representations that are returned; a tenth of the samples ends its training.
 *
 * In more than one dimension, nearest neighbors find too little. The bias that they have for normal variables is
 * therefore subtracted: the mean of the estimates for as many samples of normal variables with the same correlations ρₖ
 * between pairs, minus their mutual information −½ Σ ln(1 − ρₖ²). Since pairs may depend on each other, this raises the
 * estimate at most to the Donsker–Varadhan bound of normal variables on the same samples.
 *
 * A representation cannot hold more information than its variable, and the networks may not find all of it, so the
 * estimate tends to be too low. It has no interval; {@link estimateMutualInfo} returns one, and a verdict. Samples must
 * be independent: copies, of which `repeated` is the fraction, make the estimate too high. The estimate is `Infinity` if a continuous latent variable of
 * x has the same ranks as one of y in both halves, as for y = x, where the mutual information is infinite; in few
 * samples, a very strong dependence looks the same.
 *
 * @param options - samples, number of dimensions, and training options.
 * @returns the estimate in nats, the pointwise mutual information of each sample, the representations of the samples,
 * and functions that return those of other samples.
 * @throws {@link MetricInputError} if an option or a sample is invalid, there are fewer than 200 samples, or all columns
 * of a variable are constant; {@link MetricStateError} if the scores of the networks are not finite.
 * @see G. Gowri, X. Lun, A. M. Klein and P. Yin, NeurIPS 2024, arXiv 2409.02732, for nearest neighbors of
 * representations, which are learned by autoencoders there.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { latentMutualInfo } from 'tfjs-metrics/critics';
 *
 * // y is 2 of 8 columns of x plus noise: ln 2 = 0.69 nats.
 * const x = tf.randomNormal([800, 8], 0, 1, 'float32', 1);
 * const noise = tf.randomNormal([800, 2], 0, 1, 'float32', 2);
 * const y = tf.add(tf.slice(x, [0, 0], [800, 2]), noise);
 * const { mutualInfo, embeddings, embed } = await latentMutualInfo({
 *   x,
 *   y,
 *   maxSteps: 0, // no networks
 * });
 * mutualInfo.toFixed(1); // '0.7'
 * embeddings.x.shape; // [800, 2]
 * (await embed.x(tf.zeros([3, 8]))).shape; // [3, 2]
 * ```
 */
export async function latentMutualInfo(options: LatentOptions): Promise<LatentMutualInfo> {
  const given = readEstimateOptions<LatentOptions>(options, OWNER, latentOptions);
  const { x, y, dimensions = 8, seed = 0, onProgress } = given;
  await tf.ready();
  const blocks = checkSampleBlocks(await toHost([x, y] as const), ['x', 'y']) as [CheckedSamples, CheckedSamples];
  const { rows: folds, groups } = foldRows(OWNER, indices(blocks[0].n), FOLDS, seed);
  const principal = [
    await principalColumns(`${OWNER}: x`, blocks[0], seed),
    await principalColumns(`${OWNER}: y`, blocks[1], seed),
  ] as const;
  const columns = [principal[0].columns, principal[1].columns] as const;
  const samples = [tensorOf(columns[0]), tensorOf(columns[1])] as const;
  const training = networkTraining(OWNER, given);
  let done = 0;
  /** Fits to some folds, of which the first ends the training. */
  const fit = async ([stop, ...train]: readonly Int32Array[]): Promise<LatentFit> => {
    const rows = { train: joinedRows(train), stop: stop!, groups };
    const fitted = await latentFit({ columns, samples, training, dimensions }, rows);
    await onProgress?.({ done: ++done, fits: FITS });
    return fitted;
  };
  try {
    const pointwise = new Float64Array(groups.length);
    let areDetermined = true;
    const [first, second] = [folds.slice(0, FOLDS / 2), folds.slice(FOLDS / 2)];
    for (const [fitted, others] of [
      [first, second],
      [second, first],
    ] as const) {
      const rows = joinedRows(others);
      const { values, isDetermined } = await heldOutInformation(await fit(fitted), rows, groups, seed);
      values.forEach((value, i) => {
        pointwise[rows[i]!] = value;
      });
      areDetermined &&= isDetermined;
    }
    if (areDetermined) pointwise.fill(Infinity);
    const { kind, sides } = await fit(folds);
    const embed = {
      x: embeddingOf('x', blocks[0], principal[0], sides[0].layers),
      y: embeddingOf('y', blocks[1], principal[1], sides[1].layers),
    };
    return {
      mutualInfo: mean(pointwise),
      pointwise,
      critic: kind,
      repeated: repeatedShare(columns, groups),
      embeddings: { x: await embed.x(flatSamples(blocks[0])), y: await embed.y(flatSamples(blocks[1])) },
      embed,
    };
  } finally {
    tf.dispose([...samples]);
  }
}
