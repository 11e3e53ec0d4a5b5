import type { VegaLiteSpec } from '../../charts/vegaLiteSpec.ts';
import { readRegressionPairs } from '../../functional/regression/intervals/regressionPairs.ts';
import { checkLabels, type Label, type Labels } from '../../inputs/labels.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { defineOptions } from '../../inputs/options/defineOptions.ts';
import { anyCheck, countCheck, textCheck } from '../../inputs/options/optionCheck.ts';
import { requireBoth } from '../../inputs/options/requireBoth.ts';
import type { Samples } from '../../inputs/samples.ts';
import type { SampleWeight } from '../../inputs/sampleWeight.ts';
import { leftOutWarning } from '../document/leftOutWarning.ts';
import { Report } from '../document/report.ts';
import type { ReportDocument } from '../document/reportDocument.ts';
import type { ReportLimits } from '../document/reportLimits.ts';
import { regressionChart } from './regressionChart.ts';
import { regressionDocument } from './regressionDocument.ts';
import type {
  PredictionGroupFacts,
  RegressionFacts,
  ResidualHistogram,
  ResidualPoints,
  ResidualQuantile,
  WorstSampleFacts,
} from './regressionFacts.ts';
import { scoresOfRegression } from './scoresOfRegression.ts';
import { checkRegressionSnapshot, regressionSnapshot, type RegressionSnapshot } from './regressionSnapshot.ts';
import { regressionWarnings } from './regressionWarnings.ts';
import { residualFacts } from './residualFacts.ts';

/** Inputs and options for {@link regressionReport}. */
export interface RegressionReportOptions {
  /** Predictions, `[N]` or `[N, 1]`. */
  readonly preds: Samples;
  /** True values, of the same shape. */
  readonly target: Samples;
  /** Non-negative weight of each sample, or one weight for all. Default: 1. */
  readonly sampleWeight?: SampleWeight | undefined;
  /** Name of each sample in the list of the worst samples: integers or strings. Default: zero-based indices. */
  readonly names?: Labels | undefined;
  /** Title of the report. Default: `'Regression'`. */
  readonly title?: string | undefined;
  /** Number of samples to list, with the largest residuals first. Default: 10. */
  readonly worst?: number | undefined;
  /** Number of samples that were excluded before the report, such as rows with missing values. Default: 0. */
  readonly leftOut?: number | undefined;
}

const reportOptions = /* @__PURE__ */ defineOptions<RegressionReportOptions>('regressionReport', () => {
  const any = anyCheck();
  return {
    ...{ preds: any, target: any, sampleWeight: any, names: any },
    title: textCheck(),
    worst: countCheck(0),
    leftOut: countCheck(0),
  };
});

/**
 * Creates a report on a regression: scores, confidence intervals, warnings, residuals and the worst samples.
 *
 * A residual is the target minus the prediction. Each score has the confidence interval of {@link regressionInterval}, if
 * the weights are integers, and the value of a model that always predicts the mean target. The warnings name biased
 * predictions, residuals whose spread depends on the prediction, a few samples that dominate the errors, and
 * predictions that are not better than the mean target. Memory grows with the samples, but the size of the report does not.
 *
 * @param options - inputs and options. For several outputs, create a report on each.
 * @returns scores, residuals and warnings, with conversions to text, Markdown, JSON, charts and HTML.
 * @throws {@link MetricInputError} if an input or option is invalid, or there are several outputs.
 * @see `sklearn.metrics.PredictionErrorDisplay`, for residuals against predictions.
 *
 * @example
 * ```ts
 * import { regressionReport } from 'tfjs-metrics/report';
 *
 * const target = [3, -0.5, 2, 7, 4.5, 1.5];
 * const report = regressionReport({
 *   preds: [2.5, 0, 2, 8, 4, 1],
 *   target,
 *   names: ['a', 'b', 'c', 'd', 'e', 'f'],
 *   title: 'Prices',
 * });
 * report.scores[0]!.value; // 0.9407
 * report.worst[0];
 * // => { name: 'd', prediction: 8, target: 7, residual: -1 }
 * report.warnings[0];
 * // => 'There are only 6 samples, so the scores are uncertain.'
 * report.toString().split('\n', 1)[0]; // 'Prices'
 * ```
 */
export function regressionReport(options: RegressionReportOptions): RegressionReport {
  const { preds, target, sampleWeight, names, title = 'Regression', worst = 10, leftOut = 0 } = reportOptions(options);
  requireBoth('regressionReport', { preds, target });
  const pairs = readRegressionPairs(preds, target, sampleWeight, { advice: '; create a report on each output' });
  const nameOf = namesOf(names, pairs.size);
  const warnings = leftOutWarning(pairs.n, 0, leftOut);
  const empty = { quantiles: [], groups: [], worst: [], points: { prediction: [], residual: [], samples: [] } };
  if (pairs.n === 0) {
    return new RegressionReport({
      title,
      samples: 0,
      scores: [],
      warnings,
      notes: ['There are no samples.'],
      ...empty,
    });
  }
  const notes = ['A residual is the target minus the prediction.'];
  const scores = scoresOfRegression(pairs, notes);
  const { worstShare, ...residuals } = residualFacts(pairs, { nameOf, worst });
  if (names === undefined && worst > 0) notes.push('Samples are numbered from 0.');
  return new RegressionReport({
    title,
    samples: pairs.n,
    scores,
    warnings: [...warnings, ...regressionWarnings(pairs, scores, { groups: residuals.groups, worstShare })],
    notes,
    ...residuals,
  });
}

/** Returns the function from a row to the name of its sample. */
function namesOf(names: Labels | undefined, size: number): (row: number) => Label {
  if (names == null) return (row) => row;
  const { values } = checkLabels(names, 'names');
  if (values.length === size) return (row) => values[row]!;
  throw new MetricInputError(`names: expected one name for each of ${size} samples, got ${values.length}`);
}

/**
 * Result of {@link regressionReport}: plain data, with conversions to text, Markdown, JSON, charts and HTML.
 *
 * @example
 * ```ts
 * import { regressionReport, RegressionReport } from 'tfjs-metrics/report';
 *
 * const report = regressionReport({
 *   preds: [2.5, 0, 2, 8],
 *   target: [3, -0.5, 2, 7],
 * });
 * const saved = JSON.stringify(report);
 * RegressionReport.fromJSON(JSON.parse(saved)).scores[0]!.value; // 0.9486
 * ```
 */
export class RegressionReport extends Report implements RegressionFacts {
  /** Number of samples, or the sum of their weights. */
  readonly samples: number;
  /** Quantiles of the residuals, from the smallest to the largest. */
  readonly quantiles: readonly ResidualQuantile[];
  /** Up to ten groups of samples with similar predictions, in ascending order; empty for fewer than 20 samples. */
  readonly groups: readonly PredictionGroupFacts[];
  /** Samples with the largest absolute residuals, worst first. */
  readonly worst: readonly WorstSampleFacts[];
  /** Histogram of the residuals; undefined without samples. */
  readonly histogram: ResidualHistogram | undefined;
  /** Residuals against predictions, in the cells of a grid. */
  readonly points: ResidualPoints;

  /** Creates a report from its contents; use {@link regressionReport} to compute them. */
  constructor(facts: RegressionFacts) {
    super(facts);
    this.samples = facts.samples;
    this.quantiles = facts.quantiles;
    this.groups = facts.groups;
    this.worst = facts.worst;
    this.histogram = facts.histogram;
    this.points = facts.points;
  }

  /**
   * Restores a report from the output of {@link RegressionReport.toJSON}.
   *
   * @throws {@link MetricStateError} if the snapshot is invalid.
   */
  static fromJSON(snapshot: unknown): RegressionReport {
    return new RegressionReport(checkRegressionSnapshot(snapshot));
  }

  protected override arrange(limits: ReportLimits): ReportDocument {
    return regressionDocument(this, limits);
  }

  /** Converts the report to a plain object for {@link RegressionReport.fromJSON}. */
  override toJSON(): RegressionSnapshot {
    return regressionSnapshot(this);
  }

  /** Combines all charts, stacked vertically, in one Vega-Lite specification. */
  override toVegaLite(): VegaLiteSpec {
    return regressionChart(this);
  }
}
