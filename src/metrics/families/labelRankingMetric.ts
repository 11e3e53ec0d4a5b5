import type { ValuesOfSamples } from '../../functional/classification/meanOfSamples.ts';
import {
  labelRankingOptions,
  type LabelRankingOptions,
} from '../../functional/classification/multilabel/multilabelOptions.ts';
import {
  scoresOfRankings,
  type LabelRankingScores,
} from '../../functional/classification/multilabel/meanOfRankings.ts';
import type { Multilabels } from '../../inputs/classification/multilabels.ts';
import type { Samples } from '../../inputs/samples.ts';
import { SampleMeanMetric } from './sampleMeanMetric.ts';

/** Base class for the mean of a score of the ranking of labels. */
export abstract class LabelRankingMetric extends SampleMeanMetric<Multilabels, LabelRankingOptions> {
  constructor(options?: LabelRankingOptions) {
    const { metricName, name } = new.target as typeof LabelRankingMetric;
    super(labelRankingOptions(options, metricName ?? name));
  }

  /** Returns the score of the ranking of each sample. */
  protected abstract get scores(): LabelRankingScores;

  /** @internal */
  protected override get valuesOf(): ValuesOfSamples<Samples, Multilabels, LabelRankingOptions> {
    return scoresOfRankings(this.scores);
  }
}
