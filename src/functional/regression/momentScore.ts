import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { OptionsReader } from '../../inputs/options/defineOptions.ts';
import type { Samples } from '../../inputs/samples.ts';
import { OutputMoments } from '../../state/moments/outputMoments.ts';
import type { PairMoments } from '../../state/moments/pairMoments.ts';
import { readArguments } from '../readArguments.ts';
import { undefinedScore } from '../undefinedScore.ts';
import { averageOutputs, type AveragingOptions } from './averageOutputs.ts';
import { targetVariances } from './scaledSquares.ts';

/** Arguments of a score of moments: the moments, or predictions and targets. */
export type MomentArguments<Options> =
  | readonly [moments: OutputMoments, options?: Options | undefined]
  | readonly [preds: Samples, target: Samples, options?: (Options & PairOptions) | undefined];

/** A score that is computed from the moments of predictions and targets. */
export interface MomentScore<Options extends AveragingOptions> {
  /** Name of the function. */
  readonly name: string;
  readonly options: OptionsReader<Options>;
  /** Minimum number of samples. Default: 2. */
  readonly leastSamples?: number;
  /**
   * Computes the score of one output.
   *
   * @param undefinedAs - returns the value of the score, or the value of `onUndefined`, if the formula is 0/0.
   */
  readonly score: (
    moments: PairMoments,
    options: Options,
    undefinedAs: (value: number, reason: string) => number,
  ) => number;
}

/** Computes a score of moments, or of samples. */
export function scoreOfMoments<Options extends AveragingOptions, Score extends number | number[]>(
  { name, options: reader, score, leastSamples = 2 }: MomentScore<Options>,
  args: MomentArguments<Options>,
): Score {
  const { state, options } = readArguments(
    name,
    reader,
    args,
    (first): first is OutputMoments => first instanceof OutputMoments,
    (preds: Samples, target: Samples, { sampleWeight }: PairOptions) =>
      OutputMoments.of(preds, target, { sampleWeight }),
  );
  const undefinedAs = (value: number, reason: string): number =>
    undefinedScore(name, options.onUndefined, value, reason);
  const scores = state.outputs.map((moments) =>
    moments.n < leastSamples
      ? undefinedAs(NaN, `it needs at least ${leastSamples} samples, and has ${moments.n}`)
      : score(moments, options, undefinedAs),
  );
  return averageOutputs(name, scores, options, () => targetVariances(state.outputs));
}
