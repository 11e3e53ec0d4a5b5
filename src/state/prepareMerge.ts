import type { MetricState } from './metricState.ts';

/**
 * Prepares to merge `other` into `state`: throws if they cannot be merged, and modifies neither.
 *
 * @returns a function that completes the merge, cannot fail, and returns the merged state: `state` itself,
 * or a copy if `state` has no `checkMerge`.
 */
export function prepareMerge<State extends MetricState<State>>(state: State, other: State): () => State {
  if (state.checkMerge === undefined) {
    const merged = state.clone();
    merged.merge(other);
    return () => merged;
  }
  const complete = state.checkMerge(other);
  return () => {
    if (typeof complete === 'function') (complete as () => void)();
    else state.merge(other);
    return state;
  };
}
