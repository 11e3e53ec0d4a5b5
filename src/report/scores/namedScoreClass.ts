import type { ScoreClass } from './describeScore.ts';

/** Score of a report, with its name and its title. */
export interface NamedScoreClass extends ScoreClass {
  /** Capitalized name. */
  readonly metricName: string;
  readonly title: string;
}

/** Names a score in a report that differs from the metric, by its options for example. */
export function namedScoreClass(
  { range, higherIsBetter }: Pick<ScoreClass, 'range' | 'higherIsBetter'>,
  metricName: string,
  title: string,
): NamedScoreClass {
  return { metricName, title, range, higherIsBetter };
}
