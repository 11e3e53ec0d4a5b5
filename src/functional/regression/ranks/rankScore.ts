import type { OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { checkOutputPairs, outputOf } from '../../../inputs/regression/outputPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { undefinedScore } from '../../undefinedScore.ts';
import { averageOutputs, type AveragingOptions } from '../averageOutputs.ts';

/** A score that is computed from the ranks of predictions and targets. */
export interface RankScore<Options extends AveragingOptions> {
  /** Name of the function. */
  readonly name: string;
  readonly options: OptionsReader<Options>;
  /** Computes the score of at least two samples of one output; NaN if one variable is constant. */
  readonly score: (preds: Float64Array | Float32Array, target: Float64Array | Float32Array, options: Options) => number;
}

/** Computes a score of ranks. */
export function scoreOfRanks<Options extends AveragingOptions, Score extends number | number[]>(
  { name, options: reader, score }: RankScore<Options>,
  first: Samples,
  second: Samples,
  given: Options | undefined,
): Score {
  const options = reader(given, name);
  const { preds, target } = checkOutputPairs(first, second, undefined);
  const { n, d } = preds;
  const scores = Array.from({ length: n === 0 ? 0 : d }, (_, j) => {
    const value = n < 2 ? NaN : score(outputOf(preds, j), outputOf(target, j), options);
    const reason = n < 2 ? 'it needs at least 2 samples, and has 1' : 'the predictions or targets are constant';
    return Number.isNaN(value) ? undefinedScore(name, options.onUndefined, NaN, reason) : value;
  });
  return averageOutputs(name, scores, options);
}
