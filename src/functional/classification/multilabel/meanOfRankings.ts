import { MetricInputError } from '../../../inputs/metricInputError.ts';
import {
  checkLabelScores,
  type CheckedMultilabels,
  type Multilabels,
} from '../../../inputs/classification/multilabels.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { meanOfSamples, type MeanArguments, type ValuesOfSamples } from '../meanOfSamples.ts';
import { LabelRanking } from './labelRanking.ts';
import { labelRankingOptions, type LabelRankingOptions } from './multilabelOptions.ts';

/** Arguments of the mean of a score of rankings: its sum, or scores and targets. */
export type LabelRankingArguments = MeanArguments<Samples, Multilabels, LabelRankingOptions>;

/** Returns the score of the ranking of the labels of each sample; NaN for samples without known labels. */
export type LabelRankingScores = (batch: CheckedMultilabels<Float32Array | Float64Array>) => Float64Array;

/** Returns the mean of a score of rankings over samples. */
export function meanOfRankings(owner: string, scores: LabelRankingScores, args: LabelRankingArguments): number {
  return meanOfSamples(owner, labelRankingOptions, args, scoresOfRankings(scores));
}

/**
 * Returns a function that computes the score of the ranking of each sample. Labels that are not known are left out of the
 * ranking, and so are samples without known labels.
 */
export function scoresOfRankings(
  scores: LabelRankingScores,
): ValuesOfSamples<Samples, Multilabels, LabelRankingOptions> {
  return (preds, target, options) => {
    const batch = checkLabelScores(preds, target, options);
    const { n, size, weights } = batch;
    if (size < 2 && n > 0) throw new MetricInputError(`preds: expected at least 2 labels to rank, [N, L], got ${size}`);
    const values = scores(batch);
    const scoreColumns = n > 0 ? size : undefined;
    if (!values.some(Number.isNaN)) return { values, weights, scoreColumns };
    return {
      scoreColumns,
      values: values.filter((value) => !Number.isNaN(value)),
      weights: weights?.filter((_, i) => !Number.isNaN(values[i])),
    };
  };
}

/** Returns a function that computes a score of each sample from the ranking of its labels. */
export function eachRanking(score: (ranking: LabelRanking) => number): LabelRankingScores {
  return (batch) => {
    const ranking = new LabelRanking(batch);
    const scores = new Float64Array(batch.n);
    for (let i = 0; i < scores.length; i++) {
      ranking.moveTo(i);
      scores[i] = ranking.relevant + ranking.irrelevant === 0 ? NaN : score(ranking);
    }
    return scores;
  };
}
