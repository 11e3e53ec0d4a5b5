import type { CheckedValues } from '../inputs/aggregatedValues.ts';
import { Extremes } from '../state/moments/extremes.ts';
import { AggregationMetric, aggregationOptions, type AggregationOptions } from './aggregationMetric.ts';

/** Base class for aggregations of the minimum and maximum. */
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
    let hasNaN = false;
    for (let k = 0; k < values.length; k++) {
      if (weights?.[k] === 0) continue;
      if (Number.isNaN(values[k])) hasNaN = true;
      if (values[k]! < least) least = values[k]!;
      if (values[k]! > greatest) greatest = values[k]!;
    }
    // Extremes skip NaN, so a second number records whether there was one.
    const more = this.options.nanStrategy === 'disable' ? [Number(hasNaN)] : [];
    if (least > greatest && !hasNaN) return;
    state.add([least, ...more]);
    state.add([greatest, ...more]);
  }

  /** Returns NaN if a number was NaN, else an extreme. */
  protected unlessNaN(state: Extremes, extreme: number): number {
    return state.greatest[1] === 1 ? NaN : extreme;
  }
}
