import type { Metric } from './metric.ts';

/** A metric of whatever inputs, value and state. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the one place where all metrics are alike
export type AnyMetric = Metric<any, any, any, any>;

/** What updates of a metric take. */
export type MetricInputs<M> =
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a metric of whatever value and state
  M extends Metric<infer Inputs, any, any, any> ? Inputs : never;

/** What a metric computes. */
export type MetricValue<M extends AnyMetric> = ReturnType<M['compute']>;
