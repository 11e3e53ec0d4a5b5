import type { AnyState } from '../state/metricState.ts';

/** A metric in a collection or wrapper, with its state there. */
export interface MetricPart<M> {
  /** The metric. It defines the computation and sees no batches. */
  readonly metric: M;
  /** State of the metric in the collection or wrapper. */
  readonly state: AnyState;
}
