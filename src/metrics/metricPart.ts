import type { AnyState } from '../state/metricState.ts';

/** A metric in a collection or wrapper, with its state there. */
export interface MetricPart<M> {
  /** The metric, which sees no batches itself. */
  readonly metric: M;
  /** Its state. */
  readonly state: AnyState;
}
