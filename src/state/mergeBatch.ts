import { MetricInputError } from '../inputs/metricInputError.ts';
import type { MetricState } from './metricState.ts';
import { MetricStateError } from './metricStateError.ts';

/**
 * Merges the state of a batch into that of all before.
 *
 * @throws {@link MetricInputError} when they do not go together: it is the batch that is at fault.
 */
export function mergeBatch<State extends MetricState<State>>(state: State, batch: State): void {
  try {
    state.merge(batch);
  } catch (error) {
    if (!(error instanceof MetricStateError)) throw error;
    throw new MetricInputError(error.message, { cause: error });
  }
}
