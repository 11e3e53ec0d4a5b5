import { Metric, MetricInputError, type MetricState } from 'tfjs-metrics';

/** Sum and number of values. */
export class SumAndNumber implements MetricState<SumAndNumber> {
  sum = 0;
  number = 0;
  merge(other: SumAndNumber): void {
    this.sum += other.sum;
    this.number += other.number;
  }
  clone(): SumAndNumber {
    return Object.assign(new SumAndNumber(), this);
  }
  toJSON(): { sum: number; number: number } {
    return { sum: this.sum, number: this.number };
  }
  static fromJSON(snapshot: { sum: number; number: number }): SumAndNumber {
    return Object.assign(new SumAndNumber(), snapshot);
  }
}

/** Options for {@link Mean}. */
export interface MeanOptions {
  readonly scale?: number;
}

/** Custom metric with the three required methods. */
export class Mean extends Metric<[values: number[]], number, SumAndNumber, MeanOptions> {
  override createState(): SumAndNumber {
    return new SumAndNumber();
  }
  override updateState(state: SumAndNumber, values: number[]): boolean {
    if (values.some(Number.isNaN)) throw new MetricInputError('values: expected no NaN');
    for (const value of values) state.sum += value;
    state.number += values.length;
    return values.length > 0;
  }
  override computeFrom({ sum, number }: SumAndNumber): number {
    return ((this.options.scale ?? 1) * sum) / number;
  }
}

/** Metric whose value consists of arrays and objects, and that counts its calls. */
export class Moments extends Metric<[values: number[]], { moments: number[] }, SumAndNumber> {
  timesComputed = 0;
  override createState(): SumAndNumber {
    return new SumAndNumber();
  }
  override updateState(state: SumAndNumber, values: number[]): void {
    for (const value of values) state.sum += value;
    state.number += values.length;
  }
  override computeFrom({ sum, number }: SumAndNumber): { moments: number[] } {
    this.timesComputed++;
    return { moments: [number, sum] };
  }
}
