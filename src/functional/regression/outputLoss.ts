import { readWeightedOptions, type PairOptions } from '../../inputs/labelPairs.ts';
import type { OptionsReader } from '../../inputs/options/defineOptions.ts';
import type { Samples } from '../../inputs/samples.ts';
import type { OutputSums } from '../../state/moments/outputSums.ts';
import { undefinedScore } from '../undefinedScore.ts';
import { averageOutputs, type AveragingOptions } from './averageOutputs.ts';

/** A score that is computed from sums over samples. */
export interface OutputLoss<Options extends AveragingOptions> {
  /** Name of the function. */
  readonly name: string;
  readonly options: OptionsReader<Options>;
  /** Name of the sums. Metrics with equal names and parameters share a state in a collection. */
  readonly sumsName: (options: Options) => string;
  /** Number of sums of each output. */
  readonly terms: number;
  /** Computes the sums of a batch. Throws a {@link MetricInputError} if an input is invalid. */
  readonly sumsOf: (preds: Samples, target: Samples, options: Options & PairOptions) => OutputSums;
  /** Computes the score from the sums of one output. */
  readonly score: (sums: readonly number[], weight: number, options: Options) => number;
  /** Why the score is 0/0. Required for scores that can be NaN. */
  readonly undefinedReason?: string;
  /** True if the sums of all outputs are added before the score is computed. */
  readonly isPooled?: boolean;
}

/** Computes a loss of samples. */
export function lossOfSamples<Options extends AveragingOptions, Score extends number | number[]>(
  loss: OutputLoss<Options>,
  preds: Samples,
  target: Samples,
  given: (Options & PairOptions) | undefined,
): Score {
  const [options, sampleWeight] = readWeightedOptions(loss.options, given, loss.name);
  return lossOfSums(loss, loss.sumsOf(preds, target, { ...options, sampleWeight }), options);
}

/** Computes a loss from its sums. */
export function lossOfSums<Options extends AveragingOptions, Score extends number | number[]>(
  { name, score, undefinedReason, isPooled }: OutputLoss<Options>,
  { sums, weight }: OutputSums,
  options: Options,
): Score {
  const outputs = isPooled && sums.length > 0 ? [pooled(sums)] : sums;
  const scores = outputs.map((ofOutput) => {
    const value = score(ofOutput, weight, options);
    return undefinedReason !== undefined && Number.isNaN(value)
      ? undefinedScore(name, options.onUndefined, NaN, undefinedReason)
      : value;
  });
  return averageOutputs(name, scores, options);
}

/** Returns the sum of each term over all outputs. */
function pooled(sums: readonly (readonly number[])[]): number[] {
  return sums[0]!.map((_, k) => sums.reduce((total, terms) => total + terms[k]!, 0));
}
