import * as lib from 'tfjs-metrics';
import { classificationReport, type ClassificationReport, type ClassificationReportOptions } from 'tfjs-metrics/report';
import { RandomSource } from '../../src/numeric/random/randomSource.ts';

/** Random numbers of the tests. */
export const random: RandomSource = RandomSource.of(11);
/** Repeats a value. */
export const times = <T>(n: number, value: T): T[] => Array.from({ length: n }, () => value);

/** Probabilities of a binary classifier, with about 15 % errors. */
/** Classes of a binary classifier. */
export const BITS: number[] = Array.from({ length: 400 }, () => Number(random.uniform() < 0.4));
export const PROBABILITIES: number[] = BITS.map((bit) =>
  Math.min(1, Math.max(0, 0.25 + 0.5 * bit + 0.5 * (random.uniform() - 0.5))),
);

/** Classes of a classifier of three classes. */
export const CLASSES: number[] = Array.from({ length: 300 }, () => random.integer(3));
/** Its probabilities. */
export const ROWS: number[][] = CLASSES.map((label) => {
  const row = [0, 1, 2].map((k) => random.uniform() + (k === label ? 0.8 : 0));
  const sum = row.reduce((total, value) => total + value, 0);
  return row.map((value) => value / sum);
});
/** Its predictions. */
export const PREDICTED: number[] = Array.from(lib.argMax(ROWS));

/** Value of a score in a report. */
export const valueOf = (report: ClassificationReport, name: string): number =>
  report.scores.find((score) => score.name === name)!.value;
/** A score in a report. */
export const scoreOf = (
  report: ClassificationReport,
  name: string,
): ClassificationReport['scores'][number] | undefined => report.scores.find((score) => score.name === name);
/** Creates a report with few draws. */
export const quick = (options: ClassificationReportOptions): ClassificationReport =>
  classificationReport({ draws: 20, ...options });
