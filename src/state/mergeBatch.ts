import { MetricInputError } from '../inputs/metricInputError.ts';
import type { MetricState } from './metricState.ts';
import { MetricStateError } from './metricStateError.ts';
import { prepareMerge } from './prepareMerge.ts';

/**
 * Merges the state of a batch into the state of all earlier batches.
 *
 * @returns the merged state, which may be a copy.
 * @throws {@link MetricInputError} if they cannot be merged. Neither state is modified.
 */
export function mergeBatch<State extends MetricState<State>>(state: State, batch: State): State {
  try {
    return prepareMerge(state, batch)();
  } catch (error) {
    if (!(error instanceof MetricStateError)) throw error;
    throw new MetricInputError(error.message, { cause: error });
  }
}
