import type { AnyState } from '../state/composed/stateRecord.ts';
import type { AnyMetric } from './anyMetric.ts';
import { makeFromSnapshot } from './metricSnapshot.ts';

/**
 * The state of a metric from a snapshot of that state, checked as a batch is.
 *
 * @throws {@link MetricStateError} if the snapshot is damaged, or the metric cannot read the state.
 */
export function restoredState(metric: AnyMetric, snapshot: unknown): AnyState {
  return makeFromSnapshot(() => {
    const state = metric.restoreState(snapshot) as AnyState;
    metric.validateState(state);
    return state;
  });
}
