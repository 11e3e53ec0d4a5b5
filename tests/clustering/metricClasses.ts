import * as clustering from 'tfjs-metrics/clustering';
import { ContingencyMetric, Metric, type CalinskiHarabaszScore, type LabelOptions, type RandScore } from 'tfjs-metrics';

/** Class of a score of two labelings, with the options that all of them have. */
export interface LabelMetricClass {
  new (options?: LabelOptions): RandScore;
  readonly metricName: string | undefined;
  readonly higherIsBetter: boolean | null;
  readonly range: readonly [least: number, greatest: number];
  fromJSON(snapshot: unknown): RandScore;
}

const prototypeOf = (exported: unknown): unknown => (exported as { prototype?: unknown }).prototype;

const all = (Object.entries(clustering) as [name: string, exported: unknown][]).filter(
  ([, exported]) => prototypeOf(exported) instanceof Metric,
);

const scoresLabels = ([, metricClass]: [string, unknown]): boolean =>
  prototypeOf(metricClass) instanceof ContingencyMetric;

/** All classes of scores of two labelings that the clustering entry point exports, by name. */
export const metricClasses = all.filter(scoresLabels) as [name: string, metricClass: LabelMetricClass][];

/** Class of a score of samples and their clusters. */
export interface SampleMetricClass {
  new (options?: LabelOptions): CalinskiHarabaszScore;
  readonly metricName: string | undefined;
  readonly range: readonly [least: number, greatest: number];
  fromJSON(snapshot: unknown): CalinskiHarabaszScore;
}

/** All other classes that it exports, by name: scores of samples and their clusters. */
export const sampleMetricClasses = all.filter((entry) => !scoresLabels(entry)) as [
  name: string,
  metricClass: SampleMetricClass,
][];
