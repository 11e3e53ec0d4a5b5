import type { MetricState } from '../state/metricState.ts';

/**
 * Adds a batch to a state, or changes nothing if this throws.
 *
 * @returns the state with the batch, which is a copy if the state has no `checkMerge`; undefined for an empty batch.
 */
export function updatedState<Inputs extends readonly unknown[], State extends MetricState<State>>(
  metric: { updateState(state: State, ...inputs: Inputs): unknown },
  state: State,
  inputs: Inputs,
): State | undefined {
  const next = state.checkMerge ? state : state.clone();
  return metric.updateState(next, ...inputs) === false ? undefined : next;
}
