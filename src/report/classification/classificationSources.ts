import { BrierScore } from '../../classification/losses/brierScore.ts';
import { LogLoss } from '../../classification/losses/logLoss.ts';
import {
  calibrationCurve,
  type CalibrationCurveValue,
} from '../../functional/classification/losses/calibrationCurve.ts';
import { calibrationError } from '../../functional/classification/losses/calibrationError.ts';
import type { CalibrationOptions } from '../../functional/classification/losses/calibrationOptions.ts';
import type { Label } from '../../inputs/labels.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { CalibrationMetric } from '../../metrics/families/calibrationMetric.ts';
import { ClassificationMetric } from '../../metrics/families/classificationMetric.ts';
import type { AnyMetric } from '../../metrics/metric.ts';
import type { MetricPart } from '../../metrics/metricPart.ts';
import { ScoreMetric } from '../../metrics/families/scoreMetric.ts';
import type { BinnedScoreCounts } from '../../state/scores/binnedScoreCounts.ts';
import { ClassScoreCounts } from '../../state/scores/classScoreCounts.ts';
import type { ScoreCounts } from '../../state/scores/scoreCounts.ts';
import { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import type { KeptSamples } from './classIntervals.ts';

/** States that a report on a classifier is computed from. */
export interface ClassificationSources {
  /** Pairs of predicted and true classes, with ignored targets. */
  readonly table: ContingencyTable;
  /** All classes in order. Default: the labels that occur, sorted. */
  readonly labels?: readonly Label[] | undefined;
  readonly ignoreLabel?: Label | readonly Label[] | undefined;
  readonly positiveLabel?: Label | undefined;
  /** Threshold of the predictions, if they were made from scores. */
  readonly threshold?: number | undefined;
  /** Scores of the positive class. */
  readonly counts?: ScoreCounts | BinnedScoreCounts | undefined;
  /** Scores of each class, in the order of `columns`. */
  readonly classCounts?: ClassScoreCounts | undefined;
  readonly columns?: readonly Label[] | undefined;
  /**
   * Random subset of the samples with the scores of all classes. Default: not known, as for metrics and weighted
   * samples.
   */
  readonly kept?: KeptSamples | undefined;
  readonly calibration?: { readonly curve: CalibrationCurveValue; readonly error: number } | undefined;
  readonly logLoss?: number | undefined;
  readonly brierScore?: number | undefined;
  /** Sentences on inputs that are not used. */
  readonly notes?: readonly string[] | undefined;
  /** Weight of the samples whose predicted class is not that of their scores, and of all samples with both. */
  readonly disagreement?: { readonly differing: number; readonly all: number } | undefined;
}

/** Options of any metric of a classifier. */
interface AnyOptions {
  readonly labels?: readonly Label[] | undefined;
  readonly ignoreLabel?: Label | readonly Label[] | undefined;
  readonly positiveLabel?: Label | undefined;
}

/**
 * Collects the states of updated metrics. Options that a report needs, such as `labels`, are those of the metrics.
 *
 * @throws {@link MetricInputError} if no metric has a table of classes, or the numbers of samples differ.
 */
export function sourcesOfMetrics(parts: readonly MetricPart<AnyMetric>[]): ClassificationSources {
  const find = (fits: (part: MetricPart<AnyMetric>) => boolean): MetricPart<AnyMetric> | undefined => parts.find(fits);
  const ofClasses =
    find(({ metric }) => metric instanceof ClassificationMetric) ??
    find(({ state }) => state instanceof ContingencyTable);
  if (ofClasses === undefined) {
    throw new MetricInputError(
      'classificationReport: option "metrics": expected a metric of predicted classes, such as Accuracy, got none',
    );
  }
  const ofScores = find(({ metric, state }) => metric instanceof ScoreMetric && !(state instanceof ClassScoreCounts));
  const ofClassScores = find(({ state }) => state instanceof ClassScoreCounts);
  const calibration = find(({ metric }) => metric instanceof CalibrationMetric);
  requireEqualSamples(ofClasses, [ofScores, ofClassScores, calibration]);
  const options = ofClasses.metric.options as AnyOptions;
  const scoreOptions = (ofScores?.metric.options ?? {}) as AnyOptions;
  const classCounts = ofClassScores?.state as ClassScoreCounts | undefined;
  const { labels = firstNumbers(classCounts?.classes) } = (ofClassScores?.metric.options ?? {}) as AnyOptions;
  return {
    table: ofClasses.state as ContingencyTable,
    labels: options.labels,
    ignoreLabel: options.ignoreLabel,
    positiveLabel: options.positiveLabel ?? scoreOptions.positiveLabel,
    counts: ofScores?.state as ScoreCounts | undefined,
    classCounts,
    columns: classCounts && labels,
    calibration: calibration && calibrationOf(calibration),
    ...Object.fromEntries(
      (
        [
          ['logLoss', LogLoss],
          ['brierScore', BrierScore],
        ] as const
      ).map(([name, Loss]) => {
        const part = find(({ metric }) => metric instanceof Loss);
        return [name, part && (part.metric.computeFrom(part.state) as number)];
      }),
    ),
  };
}

function firstNumbers(count = 0): number[] {
  return Array.from({ length: count }, (_, k) => k);
}

function calibrationOf({ metric, state }: MetricPart<AnyMetric>): ClassificationSources['calibration'] {
  const { bins } = metric.options as CalibrationOptions;
  const options = { bins };
  return { curve: calibrationCurve(state as never, options), error: calibrationError(state as never, options) };
}

function requireEqualSamples(
  { metric, state }: MetricPart<AnyMetric>,
  others: readonly (MetricPart<AnyMetric> | undefined)[],
): void {
  // Of samples with an ignored target, tables have the labels, and counts of scores nothing.
  if ((metric.options as AnyOptions).ignoreLabel !== undefined) return;
  const sizeOf = (of: unknown): number => (of as { readonly n: number }).n;
  const size = sizeOf(state);
  for (const other of others) {
    if (other === undefined || Math.abs(sizeOf(other.state) - size) <= 1e-9 * size) continue;
    throw new MetricInputError(
      'classificationReport: option "metrics": expected metrics updated with the same samples, ' +
        `got ${size} for ${metric.name} and ${sizeOf(other.state)} for ${other.metric.name}`,
    );
  }
}
