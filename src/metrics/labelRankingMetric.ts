import { addRankings, type LabelRankingScore } from '../functional/classification/multilabel/visitRanks.ts';
import {
  labelRankingOptions,
  type LabelRankingOptions,
} from '../functional/classification/multilabel/multilabelOptions.ts';
import { isEmpty } from '../inputs/flatValues.ts';
import { readPairOptions, type PairOptions } from '../inputs/labelPairs.ts';
import type { Multilabels } from '../inputs/multilabels.ts';
import type { Samples } from '../inputs/samples.ts';
import { WeightedSum } from '../state/moments/weightedSum.ts';
import { Metric } from './metric.ts';

/** Base class for the mean of a score of the ranking of labels. Its state is one weighted sum. */
export abstract class LabelRankingMetric extends Metric<
  readonly [preds: Samples, target: Multilabels, options?: PairOptions | undefined],
  number,
  WeightedSum,
  LabelRankingOptions
> {
  static override readonly acceptsScores: boolean = true;

  constructor(options?: LabelRankingOptions) {
    const { metricName, name } = new.target as typeof LabelRankingMetric;
    super(labelRankingOptions(options, metricName ?? name));
  }

  /** Score of the ranking of one sample. */
  protected abstract get score(): LabelRankingScore;

  override createState(): WeightedSum {
    return new WeightedSum();
  }

  override updateState(state: WeightedSum, preds: Samples, target: Multilabels, options?: PairOptions): boolean {
    const { sampleWeight } = readPairOptions(options);
    addRankings(state, [preds, target, { ...this.options, sampleWeight }], this.score);
    return !isEmpty(preds);
  }
}
