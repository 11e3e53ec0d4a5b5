import type { ScoreRange } from '../functional/bootstrap/scoreRange.ts';
import type { AnyState } from '../state/composed/stateRecord.ts';
import type { AnyMetric } from './anyMetric.ts';

/** Optional methods of a metric that a bootstrap asks for. */
export interface BootstrapTraits<State = AnyState, Value = unknown> {
  /** Whether repeated samples, as in draws with replacement, leave the value valid. Default: true. */
  allowsRepeatedSamples?(): boolean;
  /** Returns the range of each number in a value, in order. Default: the `range` of its class. */
  valueRanges?(state: State, value: Value): ScoreRange[];
}

/** Whether repeated samples leave the value of a metric valid. */
export function allowsRepeatedSamples(metric: AnyMetric): boolean {
  return (metric as BootstrapTraits).allowsRepeatedSamples?.() ?? true;
}

/** Returns the range of each number in a value, in order; fewer for a value of more than 100 numbers. */
export function valueRanges(metric: AnyMetric, state: AnyState, value: unknown): ScoreRange[] {
  return (
    (metric as BootstrapTraits).valueRanges?.(state, value) ??
    metric.scoresIn(value, metric.name).map(({ range }) => range ?? [-Infinity, Infinity])
  );
}
