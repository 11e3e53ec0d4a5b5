import type { AnyState } from '../state/composed/stateRecord.ts';
import type { AnyMetric } from './anyMetric.ts';
import { checkMetricSnapshot, requireSame } from './metricSnapshot.ts';
import { restoredState } from './restoredState.ts';

/**
 * The state in the snapshot of a metric like this one, and how many batches it has seen.
 *
 * @throws {@link MetricStateError} if it is damaged, or of a metric of another class or with other options.
 */
export function restoredSnapshot(metric: AnyMetric, value: unknown): { state: AnyState; updateCount: number } {
  const snapshot = checkMetricSnapshot(value);
  requireSame(metric.describe(), snapshot);
  return { state: restoredState(metric, snapshot.state), updateCount: snapshot.updateCount };
}
