import * as clustering from 'tfjs-metrics/clustering';
import { ContingencyMetric, type CalinskiHarabaszScore, type LabelOptions, type RandScore } from 'tfjs-metrics';

/** The class of a score of two labelings, with the options that all of them have. */
export interface LabelMetricClass {
  new (options?: LabelOptions): RandScore;
  readonly metricName: string | undefined;
  readonly higherIsBetter: boolean | null;
  readonly range: readonly [least: number, greatest: number];
  fromJSON(snapshot: unknown): RandScore;
}

const all = Object.entries(clustering) as [name: string, metricClass: unknown][];

const scoresLabels = ([, metricClass]: [string, unknown]): boolean =>
  (metricClass as { prototype: unknown }).prototype instanceof ContingencyMetric;

/** Every score of two labelings that the entry point of clustering exports, by name. */
export const metricClasses = all.filter(scoresLabels) as [name: string, metricClass: LabelMetricClass][];

/** A class of a score of samples and their clusters. */
export interface SampleMetricClass {
  new (options?: LabelOptions): CalinskiHarabaszScore;
  readonly metricName: string | undefined;
  readonly range: readonly [least: number, greatest: number];
  fromJSON(snapshot: unknown): CalinskiHarabaszScore;
}

/** Every other class that it exports, by name: scores of samples and their clusters. */
export const sampleMetricClasses = all.filter((entry) => !scoresLabels(entry)) as [
  name: string,
  metricClass: SampleMetricClass,
][];
