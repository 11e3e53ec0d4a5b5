import type { VegaLiteSpec } from '../../charts/vegaLiteSpec.ts';
import { classOptions } from '../../functional/classification/confusion/classOptions.ts';
import type { Label } from '../../inputs/labels.ts';
import { defineOptions } from '../../inputs/options/defineOptions.ts';
import { anyCheck, countCheck, seedCheck, textCheck } from '../../inputs/options/optionCheck.ts';
import { thresholdsCheck } from '../../inputs/classification/thresholds.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { Report } from '../document/report.ts';
import type { ReportDocument } from '../document/reportDocument.ts';
import type { ReportLimits } from '../document/reportLimits.ts';
import { classificationChart } from './classificationChart.ts';
import { classificationDocument } from './classificationDocument.ts';
import type {
  CalibrationFacts,
  ClassCurveFacts,
  ClassificationFacts,
  PredictedClassFacts,
  ThresholdFacts,
} from './classificationFacts.ts';
import {
  checkClassificationSnapshot,
  classificationSnapshot,
  type ClassificationSnapshot,
} from './classificationSnapshot.ts';
import { computeFacts, type FactOptions } from './computeFacts.ts';
import { readClassification, type ClassificationInputs } from './readClassification.ts';

/** Inputs and options for {@link classificationReport}. */
export interface ClassificationReportOptions extends ClassificationInputs, FactOptions {}

const reportOptions = /* @__PURE__ */ defineOptions<ClassificationReportOptions>('classificationReport', () => {
  const any = anyCheck();
  const { labels, positiveLabel, threshold, fromLogits, ignoreLabel } = classOptions.checks();
  return {
    ...{ preds: any, target: any, scores: any, sampleWeight: any, table: any, metrics: any },
    ...{ labels, positiveLabel, threshold, fromLogits, ignoreLabel },
    bins: countCheck(),
    thresholds: thresholdsCheck(),
    title: textCheck(),
    draws: countCheck(2),
    leftOut: countCheck(0),
    seed: seedCheck(),
  };
});

/**
 * Creates a report on a classifier: scores, confidence intervals, warnings, confusions, and properties of classes.
 *
 * With predictions (`preds`), the report has accuracy, F1 scores and other scores of the confusion matrix. Each has a
 * confidence interval and its expected value for permuted predictions. With `scores`, in addition to or instead of
 * `preds`, the report also has ROC and precision–recall curves, a reliability diagram, AUROC (for two classes with
 * `delongInterval`), average precision, log loss, Brier score and calibration error. Instead of samples, you can pass a
 * `ContingencyTable` or updated metrics, such as a collection of `Accuracy`, `Auroc`, `CalibrationError`, `LogLoss` and
 * `BrierScore`.
 *
 * @param options - inputs and options. `preds` and `target` have shape `[N]`. `scores` are probabilities of the
 * positive class, `[N]`, or of each of K classes, `[N, K]`; with `fromLogits`, they are logits. Without `preds`, the
 * class with the highest score is predicted; for two classes, it is the positive class if its score is above
 * `threshold`. `preds` that are probabilities count as `scores`.
 * @returns scores, classes and warnings, with conversions to text, Markdown, JSON, charts and HTML.
 * @throws {@link MetricInputError} if an input or option is invalid, or there is no input.
 * @see `sklearn.metrics.classification_report`, whose precision, recall and F1 score of each class are the same.
 *
 * @example
 * ```ts
 * import { classificationReport } from 'tfjs-metrics/report';
 *
 * const target = ['ham', 'ham', 'ham', 'ham', 'spam', 'spam', 'spam'];
 * const scores = [0.1, 0.3, 0.2, 0.6, 0.9, 0.8, 0.4];
 * const report = classificationReport({
 *   scores,
 *   target,
 *   positiveLabel: 'spam',
 *   title: 'Mail',
 * });
 * report.scores[0]!.value; // 0.7143
 * report.classes[1];
 * // => { label: 'spam', support: 3, predicted: 3, precision: 0.6667,
 * //   recall: 0.6667, f1Score: 0.6667 }
 * report.warnings[0];
 * // => 'Classes ham and spam have fewer than 5 samples,
 * //   so their scores are uncertain.'
 * report.toString().split('\n', 1)[0]; // 'Mail'
 * ```
 */
export function classificationReport(options: ClassificationReportOptions): ClassificationReport {
  const read = reportOptions(options);
  return new ClassificationReport(computeFacts(readClassification(read), read));
}

/**
 * Result of {@link classificationReport}: plain data, with conversions to text, Markdown, JSON, charts and HTML.
 *
 * @example
 * ```ts
 * import {
 *   classificationReport,
 *   ClassificationReport,
 * } from 'tfjs-metrics/report';
 *
 * const report = classificationReport({
 *   preds: [0, 1, 1, 2],
 *   target: [0, 1, 2, 2],
 * });
 * const saved = JSON.stringify(report);
 * ClassificationReport.fromJSON(JSON.parse(saved)).scores[0]!.value; // 0.75
 * ```
 */
export class ClassificationReport extends Report implements ClassificationFacts {
  /** Number of samples scored, or the sum of their weights. */
  readonly samples: number;
  /** Classes in order. */
  readonly classes: readonly PredictedClassFacts[];
  /** Positive class of a binary classifier. */
  readonly positiveLabel: Label | undefined;
  /** Threshold of the predictions, if they were made from the scores of a binary classifier. */
  readonly threshold: number | undefined;
  /** Counts of pairs of a predicted and a true class, without ignored targets. */
  readonly table: ContingencyTable;
  /** Curves of the positive class, or of up to six classes with the lowest AUROC; empty without scores. */
  readonly curves: readonly ClassCurveFacts[];
  /** Thresholds of a binary classifier that are best for these samples. */
  readonly thresholds: readonly ThresholdFacts[];
  /** Calibration of the probabilities. */
  readonly calibration: CalibrationFacts | undefined;

  /** Creates a report from its contents; use {@link classificationReport} to compute them. */
  constructor(facts: ClassificationFacts) {
    super(facts);
    this.samples = facts.samples;
    this.classes = facts.classes;
    this.positiveLabel = facts.positiveLabel;
    this.threshold = facts.threshold;
    this.table = facts.table;
    this.curves = facts.curves;
    this.thresholds = facts.thresholds;
    this.calibration = facts.calibration;
  }

  /**
   * Restores a report from the output of {@link ClassificationReport.toJSON}.
   *
   * @throws {@link MetricStateError} if the snapshot is invalid, or of another type or version.
   */
  static fromJSON(snapshot: unknown): ClassificationReport {
    return new ClassificationReport(checkClassificationSnapshot(snapshot));
  }

  protected override arrange(limits: ReportLimits): ReportDocument {
    return classificationDocument(this, limits);
  }

  /** Converts the report to a plain object for {@link ClassificationReport.fromJSON}. */
  override toJSON(): ClassificationSnapshot {
    return classificationSnapshot(this);
  }

  /** Combines all charts, stacked vertically, in one Vega-Lite specification. */
  override toVegaLite(): VegaLiteSpec {
    return classificationChart(this);
  }
}
