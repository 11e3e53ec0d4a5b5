import type { PairOptions } from '../../../inputs/labelPairs.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { optionCheck } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { elementwiseLoss } from '../elementwiseLoss.ts';
import { lossOfSamples, type OutputLoss } from '../outputLoss.ts';
import { undefinedOptions, type UndefinedOptions } from '../outputOptions.ts';

/** Options for {@link minkowskiDistance}. */
export interface MinkowskiDistanceOptions extends UndefinedOptions {
  /** Order of the distance, at least 1: 1 is the Manhattan distance, 2 the Euclidean distance. Default: 2. */
  readonly p?: number | undefined;
}

const minkowskiDistanceOptions: OptionsReader<MinkowskiDistanceOptions> =
  /* @__PURE__ */ defineOptions<MinkowskiDistanceOptions>('minkowskiDistance', () => ({
    ...undefinedOptions.checks(),
    p: optionCheck((value) => Number.isFinite(value) && (value as number) >= 1, 'a number ≥ 1'),
  }));

/** Root of the sum of powers of the absolute errors. */
export const minkowskiDistanceLoss: OutputLoss<MinkowskiDistanceOptions> = /* @__PURE__ */ elementwiseLoss({
  name: 'minkowskiDistance',
  options: minkowskiDistanceOptions,
  sumsName: ({ p = 2 }) => `minkowskiDistance ${p}`,
  terms: ({ p = 2 }) => [(pred, target) => Math.abs(pred - target) ** p],
  score: ([sum], _, { p = 2 }) => sum! ** (1 / p),
  isPooled: true,
});

/**
 * Minkowski distance of all predictions from all targets: (Σᵢ |ŷᵢ − yᵢ|ᵖ)^(1/p).
 *
 * The sum includes all samples and outputs, so the distance grows with their number. With weights, each term is
 * multiplied by the weight of its sample. Errors whose power is below 5e-324 count as 0; multiply such values by a
 * constant first.
 *
 * @param preds - predictions, `[N]` or `[N, D]`.
 * @param target - true values, of the same shape.
 * @returns a number from 0 (equal) up, in the unit of the values. NaN without samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or a sum of powers exceeds 1.8e308.
 * @see `torchmetrics.MinkowskiDistance`, and `scipy.spatial.distance.minkowski`.
 *
 * @example
 * ```ts
 * import { minkowskiDistance } from 'tfjs-metrics';
 *
 * minkowskiDistance([2.5, 0, 2, 8], [3, -0.5, 2, 7]); // 1.22474
 * minkowskiDistance([2.5, 0, 2, 8], [3, -0.5, 2, 7], { p: 1 }); // 2
 * ```
 */
export function minkowskiDistance(
  preds: Samples,
  target: Samples,
  options?: MinkowskiDistanceOptions & PairOptions,
): number {
  return lossOfSamples(minkowskiDistanceLoss, preds, target, options);
}
