import type { CheckedValues } from '../inputs/aggregatedValues.ts';
import { Extremes } from '../state/extremes.ts';
import {
  AggregationMetric,
  aggregationOptions,
  type AggregationOptions,
} from './aggregationMetric.ts';

/** An aggregation that is read from the least and the greatest number. */
export abstract class ExtremesMetric extends AggregationMetric<number, Extremes> {
  constructor(options?: AggregationOptions) {
    super(options, aggregationOptions);
  }

  override get stateKey(): string {
    return `Extremes ${this.options.nanStrategy ?? 'warn'}`;
  }

  override createState(): Extremes {
    return new Extremes();
  }

  override aggregate(state: Extremes, { values, weights }: CheckedValues): void {
    let [least, greatest] = [Infinity, -Infinity];
    for (let k = 0; k < values.length; k++) {
      if (weights?.[k] === 0) continue;
      if (values[k]! < least) least = values[k]!;
      if (values[k]! > greatest) greatest = values[k]!;
    }
    if (least > greatest) return;
    state.add([least]);
    state.add([greatest]);
  }
}
