import { MetricStateError } from '../../state/metricStateError.ts';

/** The score of a draw: NaN if it is undefined, also for a score that throws then. */
export function scoreDraw<Draw>(score: (draw: Draw) => number, draw: Draw): number {
  try {
    return score(draw);
  } catch (error) {
    if (error instanceof MetricStateError) return NaN;
    throw error;
  }
}
