import { indices } from '../../numeric/indices.ts';
import * as tf from '@tensorflow/tfjs-core';
import { countOf } from '../../inputs/countOf.ts';
import { checkLabels } from '../../inputs/labels.ts';
import { checkSampleBlocks } from '../../inputs/checkSampleBlocks.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import type { CheckedSamples } from '../../inputs/samples.ts';
import { toHost } from '../../inputs/toHost.ts';
import type { MakeCritic } from '../critic.ts';
import { combinedReports } from './combinedReports.ts';
import { readEstimateOptions, type EstimateOptions } from './estimateOptions.ts';
import { foldRows } from './foldRows.ts';
import type { MutualInfoEstimate } from './mutualInfoEstimate.ts';
import { defaultCritic, networkTraining } from './networkFit.ts';
import { principalColumns, tensorOf } from './principalColumns.ts';
import { reportFold, type FoldReport } from './reportFold.ts';

const OWNER = 'estimateMutualInfo';

/**
 * Estimates the mutual information of two variables with any number of columns, with a confidence interval and a verdict
 * that says whether to trust it.
 *
 * A critic f(x, y) is a function that scores how well x and y belong together. The samples are divided into folds. For
 * each fold, two critics are fitted to all other folds except one: the log-density ratio of normal variables, which needs
 * no training, and a neural network. The remaining fold ends the training and chooses the better critic; if neither beats
 * a score of 0, the variables count as independent. The fold itself only evaluates the chosen critic, so no sample is
 * scored by a critic that was fitted to it or chosen by it.
 *
 * The estimate is the Donsker–Varadhan bound Î = mean f(xᵢ, yᵢ) − ln mean exp f(xᵢ, yⱼ), with i and j in different
 * groups, over all pairs in blocks of at most 1024 samples of a fold, averaged over the samples of all folds. Scores above
 * the largest score of a joint pair in the fold that chose the critic are lowered to it.
 *
 * Columns are replaced by their normal scores, and more than 64 columns by 64 principal components. The range is
 * (−∞, ∞), and usually 0 to about ln(min(1024, N / `folds`)). The upper limit of the interval is `Infinity` if linear
 * combinations of the components of both variables are equal. Time grows with the number of samples and of training
 * steps. Memory holds the samples and at most 1024 × 1024 scores.
 *
 * The interval includes the upper limit for normal variables, so it holds for a linear dependence that is too weak to be
 * found. The verdict is `'doubtful'` if the critics overfit, the estimate grows with the number of samples, is close to
 * the upper end of its range or below that of nearest neighbors (at most 3 columns), training reached `maxSteps`, a
 * function of x determines a function of y, or samples are repeated. If the network cannot learn a dependence from the
 * given samples, the estimate is too low, and the verdict can still be `'reliable'`.
 *
 * @param options - samples, groups, folds and training options.
 * @returns the estimate in nats, its interval and standard error, the verdict, and the pointwise mutual information of
 * each sample.
 * @throws {@link MetricInputError} if an option or a sample is invalid, there are fewer than 20 samples or groups for
 * each fold, a group is larger than a fold, or all columns of a variable are constant; {@link MetricStateError} if the
 * critic gives scores that are not finite.
 * @see M. D. Donsker and S. R. S. Varadhan, Communications on Pure and Applied Mathematics 36 (1983); M. I. Belghazi et
 * al., ICML 2018, arXiv 1801.04062.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { estimateMutualInfo } from 'tfjs-metrics/critics';
 *
 * // y is 2 of 8 columns of x plus noise: ln 2 = 0.69 nats.
 * const x = tf.randomNormal([800, 8], 0, 1, 'float32', 1);
 * const noise = tf.randomNormal([800, 2], 0, 1, 'float32', 2);
 * const y = tf.add(tf.slice(x, [0, 0], [800, 2]), noise);
 * const { mutualInfo, verdict } = await estimateMutualInfo({ x, y, maxSteps: 0 });
 * mutualInfo.toFixed(1); // '0.7'
 * verdict.status; // 'reliable'
 * ```
 */
export async function estimateMutualInfo(options: EstimateOptions): Promise<MutualInfoEstimate> {
  const { x, y, folds: count = 5, confidence = 0.95, seed = 0, onProgress, ...others } = readEstimateOptions(options);
  await tf.ready();
  const [ofX, ofY, labels] = await toHost([x, y, others.groups] as const);
  const blocks = checkSampleBlocks([ofX, ofY], ['x', 'y']) as [CheckedSamples, CheckedSamples];
  const folds = foldRows(OWNER, readGroups(OWNER, labels, blocks[0].n), count, seed);
  const columns = [
    (await principalColumns(`${OWNER}: x`, blocks[0], seed)).columns,
    (await principalColumns(`${OWNER}: y`, blocks[1], seed)).columns,
  ] as const;
  const samples = [tensorOf(columns[0]), tensorOf(columns[1])] as const;
  try {
    const { dimensions, critic: makeCritic = defaultOf(dimensions) } = others;
    const training = networkTraining(OWNER, { ...others, seed });
    const reports: FoldReport[] = [];
    for (let fold = 0; fold < count; fold++) {
      const report = await reportFold({ columns, samples, folds, makeCritic, training, dimensions }, fold);
      reports.push(report);
      await onProgress?.({ done: fold + 1, folds: count, value: report.bound.value });
    }
    return combinedReports(reports, { columns, blocks, folds, confidence });
  } finally {
    tf.dispose([...samples]);
  }
}

function defaultOf(embedding: number | undefined): MakeCritic {
  return (xSize, ySize, { seed }) => defaultCritic(xSize, ySize, { embedding, seed });
}

/** Returns the label of the group of each sample. */
export function readGroups(owner: string, labels: unknown, n: number): ArrayLike<number | string> {
  if (labels === undefined) return indices(n);
  const { values } = checkLabels(labels, `${owner}: option "groups"`);
  if (values.length === n) return values;
  throw new MetricInputError(
    `${owner}: option "groups": expected one label for each of ${countOf(n, 'sample')}, got ${values.length}`,
  );
}
