import type { CheckedValues } from '../inputs/aggregatedValues.ts';
import { WeightedSum } from '../state/moments/weightedSum.ts';
import { AggregationMetric, aggregationOptions, type AggregationOptions } from './aggregationMetric.ts';

/** Base class for aggregations of the sums of the numbers and their weights. */
export abstract class WeightedSumMetric extends AggregationMetric<number, WeightedSum> {
  constructor(options?: AggregationOptions) {
    super(options, aggregationOptions);
  }

  override get stateKey(): string {
    return `WeightedSum ${this.options.nanStrategy ?? 'warn'}`;
  }

  override createState(): WeightedSum {
    return new WeightedSum();
  }

  override aggregate(state: WeightedSum, { values, weights }: CheckedValues): void {
    state.add(values, weights);
  }
}
