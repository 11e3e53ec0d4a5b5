import { MetricInputError } from '../inputs/metricInputError.ts';
import type { MetricState } from './metricState.ts';
import { MetricStateError } from './metricStateError.ts';
import { prepareMerge } from './prepareMerge.ts';

/**
 * Merges the state of a batch into that of all before, or changes nothing.
 *
 * @returns the merged state, which may be a copy.
 * @throws {@link MetricInputError} if they cannot be merged: the batch is invalid then.
 */
export function mergeBatch<State extends MetricState<State>>(state: State, batch: State): State {
  try {
    return prepareMerge(state, batch)();
  } catch (error) {
    if (!(error instanceof MetricStateError)) throw error;
    throw new MetricInputError(error.message, { cause: error });
  }
}
