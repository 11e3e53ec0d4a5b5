import type { MetricState } from './metricState.ts';

/** Throws what merging `other` into `state` would throw, and changes nothing. */
export function requireMergeable<State extends MetricState<State>>(
  state: State,
  other: State,
): void {
  // One that can't be asked has to try it.
  if (state.checkMerge) state.checkMerge(other);
  else state.clone().merge(other);
}
