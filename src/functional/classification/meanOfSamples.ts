import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { OptionsReader } from '../../inputs/options/defineOptions.ts';
import type { OnUndefined } from '../../inputs/options/labelOptions.ts';
import { WeightedSum } from '../../state/moments/weightedSum.ts';
import { readArguments } from '../readArguments.ts';
import { scoreOfSamples } from '../undefinedScore.ts';

/** Arguments of the mean of a number for each sample: its sum, or predictions and targets. */
export type MeanArguments<Preds, Target, Options> =
  | readonly [sum: WeightedSum, options?: { readonly onUndefined?: OnUndefined | undefined } | undefined]
  | readonly [preds: Preds, target: Target, options?: (Options & PairOptions) | undefined];

/** Numbers of samples, and their weights. Default: weights of 1. */
export interface SampleValues {
  readonly values: Float64Array;
  readonly weights: Float64Array | undefined;
  /** Number of scores of each sample; undefined without samples. */
  readonly scoreColumns: number | undefined;
}

/** Returns the number of each sample of a batch that is not ignored. Throws a {@link MetricInputError} if an input is invalid. */
export type ValuesOfSamples<Preds, Target, Options> = (
  preds: Preds,
  target: Target,
  options: Options & PairOptions,
) => SampleValues;

/** Returns the mean of a number over samples. */
export function meanOfSamples<Preds, Target, Options extends { readonly onUndefined?: OnUndefined | undefined }>(
  owner: string,
  reader: OptionsReader<Options>,
  args: MeanArguments<Preds, Target, Options>,
  valuesOf: ValuesOfSamples<Preds, Target, Options>,
): number {
  const { state, options } = readArguments(
    owner,
    reader,
    args,
    (first): first is WeightedSum => first instanceof WeightedSum,
    (preds, target, given) => {
      const sum = new WeightedSum();
      const { values, weights } = valuesOf(preds, target, given);
      sum.add(values, weights);
      return sum;
    },
    'all',
  );
  return scoreOfSamples(owner, state.weight, options.onUndefined, () => state.total / state.weight);
}
