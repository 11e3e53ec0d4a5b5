import type { Label } from '../../inputs/labels.ts';
import type { ReportFacts } from '../document/reportFacts.ts';

/** Quantiles of the residuals in a report on a regression. */
export interface ResidualQuantile {
  /** Share of the samples with a smaller or equal value. */
  readonly share: number;
  /** Quantile of the residuals: the median for a share of 0.5, as `numpy.quantile` with `averaged_inverted_cdf`. */
  readonly residual: number;
  /** Quantile of the absolute residuals. */
  readonly absolute: number;
}

/** Samples with similar predictions in a report on a regression. */
export interface PredictionGroupFacts {
  /** Smallest prediction. */
  readonly least: number;
  /** Largest prediction. */
  readonly greatest: number;
  /** Number of samples, or the sum of their weights. */
  readonly samples: number;
  /** Mean prediction. */
  readonly prediction: number;
  /** Mean residual. */
  readonly residual: number;
  /** Mean absolute residual. */
  readonly absolute: number;
}

/** A sample with a large residual in a report on a regression. */
export interface WorstSampleFacts {
  /** Name of the sample, or its zero-based index. */
  readonly name: Label;
  /** Predicted value. */
  readonly prediction: number;
  /** True value. */
  readonly target: number;
  /** Target minus prediction. */
  readonly residual: number;
}

/** Histogram of the residuals in a report on a regression, without values far from most others. */
export interface ResidualHistogram {
  /** Lower end of the first bin. */
  readonly start: number;
  /** Width of each bin. */
  readonly width: number;
  /** Number of samples in each bin, or the sum of their weights. */
  readonly samples: readonly number[];
  /** Number of samples below the first bin. */
  readonly below: number;
  /** Number of samples above the last bin. */
  readonly above: number;
}

/** Mean prediction and residual of the samples in each cell of a grid; one element per cell with samples. */
export interface ResidualPoints {
  /** Mean prediction of each cell. */
  readonly prediction: readonly number[];
  /** Mean residual of each cell. */
  readonly residual: readonly number[];
  /** Number of samples in each cell, or the sum of their weights. */
  readonly samples: readonly number[];
}

/** Contents of a report on a regression. */
export interface RegressionFacts extends ReportFacts {
  /** Number of samples, or the sum of their weights. */
  readonly samples: number;
  /** Quantiles of the residuals, from the smallest to the largest. */
  readonly quantiles: readonly ResidualQuantile[];
  /** Up to ten groups of samples with similar predictions, in ascending order; empty for fewer than 20 samples. */
  readonly groups: readonly PredictionGroupFacts[];
  /** Samples with the largest absolute residuals, worst first. */
  readonly worst: readonly WorstSampleFacts[];
  /** Histogram of the residuals; undefined without samples. */
  readonly histogram?: ResidualHistogram | undefined;
  /** Residuals against predictions, in the cells of a grid. */
  readonly points: ResidualPoints;
}
