import * as clustering from 'tfjs-metrics/clustering';
import type { LabelOptions, RandScore } from 'tfjs-metrics';

/** The class of a score of two labelings, with the options that all of them have. */
export interface LabelMetricClass {
  new (options?: LabelOptions): RandScore;
  readonly metricName: string | undefined;
  readonly higherIsBetter: boolean | null;
  readonly range: readonly [least: number, greatest: number];
  fromJSON(snapshot: unknown): RandScore;
}

/** Every class that the entry point of clustering exports, by name. */
export const metricClasses = Object.entries(clustering) as unknown as [
  name: string,
  metricClass: LabelMetricClass,
][];
