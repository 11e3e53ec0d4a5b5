import type { RegressionPairs } from '../../functional/regression/intervals/regressionPairs.ts';

/** Samples of a report with their residuals. */
export interface ResidualSamples extends RegressionPairs {
  /** Target − prediction. */
  readonly residuals: Float64Array;
}
