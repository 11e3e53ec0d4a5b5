import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { checkSampleBlocks } from '../../../inputs/checkSampleBlocks.ts';
import { checkSampleWeight } from '../../../inputs/sampleWeight.ts';
import { sortFloats } from '../../../numeric/sorting/sortFloats.ts';
import { OutputSums } from '../../../state/moments/outputSums.ts';
import { OUTPUT_NAMES } from '../../../inputs/regression/outputPairs.ts';
import type { CheckedSamples } from '../../../inputs/samples.ts';
import { sumOfTerms } from '../sumOfTerms.ts';
import { lossOfSamples, type OutputLoss } from '../outputLoss.ts';
import { undefinedOptions, type UndefinedOptions } from '../outputOptions.ts';

/** Mean score of the ensembles. */
export const crpsLoss: OutputLoss<UndefinedOptions> = {
  name: 'crps',
  options: undefinedOptions,
  sumsName: () => 'crps',
  terms: 1,
  sumsOf: (preds, target, { sampleWeight }) => {
    const [ensembles, truth] = checkSampleBlocks([preds, target], OUTPUT_NAMES) as [CheckedSamples, CheckedSamples];
    const { n, d } = ensembles;
    if (truth.d > 1) throw new MetricInputError(`target: expected shape [N] or [N, 1], got [${truth.n}, ${truth.d}]`);
    const weights = checkSampleWeight(sampleWeight, n);
    const termAt = (i: number): number => scoreOf(ensembles.data.slice(i * d, (i + 1) * d), truth.data[i]!);
    return OutputSums.of([[sumOfTerms({ n, weights, termAt })]], n, weights);
  },
  score: ([sum], weight) => sum! / weight,
};

/** Returns the score of one ensemble, which is sorted in place. */
function scoreOf(ensemble: Float64Array | Float32Array, target: number): number {
  const size = ensemble.length;
  sortFloats(ensemble);
  // Σⱼ |xⱼ − y| / M − Σⱼ Σₖ |xⱼ − xₖ| / (2M²) as the integral of the squared difference of the distribution functions,
  // whose terms do not cancel.
  let score = 0;
  for (let k = 0; k <= size; k++) {
    const low = k === 0 ? Math.min(target, ensemble[0]!) : ensemble[k - 1]!;
    const high = k === size ? Math.max(target, ensemble[size - 1]!) : ensemble[k]!;
    const split = Math.min(Math.max(target, low), high);
    score += (split - low) * (k / size) ** 2 + (high - split) * (1 - k / size) ** 2;
  }
  return score;
}

/**
 * Continuous ranked probability score (CRPS) of ensembles of predictions, averaged over samples.
 *
 * The score of an ensemble x₁ … x_M and a true value y is ∫ (F(z) − [z ≥ y])² dz = (1/M) Σⱼ |xⱼ − y| − (1/(2M²)) Σⱼ Σₖ
 * |xⱼ − xₖ|, with F the distribution function of the ensemble. For ensembles of one prediction, it is the absolute
 * error.
 *
 * @param preds - ensemble of M predictions for each sample, `[N, M]`.
 * @param target - true values, `[N]` or `[N, 1]`.
 * @returns a number from 0 (all predictions are equal to the true value) up, in the unit of the values. NaN without
 * samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see T. Gneiting and A. E. Raftery, Journal of the American Statistical Association 102 (2007) 359–378;
 * `torchmetrics.ContinuousRankedProbabilityScore`.
 *
 * @example
 * ```ts
 * import { crps } from 'tfjs-metrics';
 *
 * crps(
 *   [
 *     [1, 2, 4],
 *     [0, 0.5, 1],
 *   ],
 *   [3, 0.5],
 * ); // 0.388889
 * crps([[2], [5]], [3, 5]); // 0.5
 * ```
 */
export function crps(preds: Samples, target: Samples, options?: UndefinedOptions & PairOptions): number {
  return lossOfSamples(crpsLoss, preds, target, options);
}
