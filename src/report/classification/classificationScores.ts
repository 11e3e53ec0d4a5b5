import type { ChartedScore } from '../../charts/scoreParts.ts';
import { Accuracy } from '../../classification/confusion/accuracy.ts';
import { Auroc } from '../../classification/curves/auroc.ts';
import { AveragePrecision } from '../../classification/curves/averagePrecision.ts';
import { BrierScore } from '../../classification/losses/brierScore.ts';
import { CalibrationError } from '../../classification/losses/calibrationError.ts';
import { CohenKappa } from '../../classification/confusion/cohenKappa.ts';
import { F1Score } from '../../classification/confusion/f1Score.ts';
import { LogLoss } from '../../classification/losses/logLoss.ts';
import { MatthewsCorrCoef } from '../../classification/confusion/matthewsCorrCoef.ts';
import { Precision } from '../../classification/confusion/precision.ts';
import { Recall } from '../../classification/confusion/recall.ts';
import { Specificity } from '../../classification/confusion/specificity.ts';
import type { Label } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { wilsonBounds } from '../../numeric/special/wilsonBounds.ts';
import { describeScore } from '../scores/describeScore.ts';
import { namedScoreClass as of, type NamedScoreClass } from '../scores/namedScoreClass.ts';
import { tableIntervals, type TableMetric } from '../scores/tableIntervals.ts';
import type { PredictedClassFacts } from './classificationFacts.ts';
import { classOf } from './predictedClasses.ts';
import { mean } from '../../numeric/mean.ts';

/** A score of predicted classes. */
interface ClassScoreClass extends NamedScoreClass {
  readonly make: (positiveLabel: Label | undefined) => TableMetric;
  /** Number of samples that the score is a share of. Default: it is no share. */
  readonly shareOf?: ((classes: readonly PredictedClassFacts[], positive: PredictedClassFacts) => number) | undefined;
  /** Expected value if the predictions are permuted at random. */
  readonly baseline: (classes: readonly PredictedClassFacts[], positive: PredictedClassFacts | undefined) => number;
}

function total(classes: readonly PredictedClassFacts[]): number {
  return classes.reduce((sum, { support }) => sum + support, 0);
}

/** Expected F1 score of a class of n samples: the sizes stay the same, and E[TP] = support · predicted / n. */
function expectedF1({ support, predicted }: PredictedClassFacts, n: number): number {
  return support + predicted > 0 ? (2 * support * predicted) / n / (support + predicted) : 0;
}

/** Mean over the classes that occur in predictions or targets, as `average: 'macro'`. */
function meanOver(classes: readonly PredictedClassFacts[], value: (of: PredictedClassFacts) => number): number {
  const used = classes.filter(({ support, predicted }) => support + predicted > 0);
  return mean(used.map(value));
}

const FIRST: readonly ClassScoreClass[] = [
  {
    ...of(Accuracy, 'Accuracy', 'Accuracy'),
    make: () => new Accuracy(),
    shareOf: total,
    baseline: (classes) =>
      classes.reduce((sum, { support, predicted }) => sum + support * predicted, 0) / total(classes) ** 2,
  },
  {
    ...of(Accuracy, 'BalancedAccuracy', 'Balanced accuracy'),
    make: () => new Accuracy({ average: 'macro' }),
    baseline: (classes) => {
      const occurring = classes.filter(({ support }) => support > 0);
      return meanOver(occurring, ({ predicted }) => predicted / total(classes));
    },
  },
];

const LAST: readonly ClassScoreClass[] = [
  {
    ...of(MatthewsCorrCoef, 'MatthewsCorrCoef', 'Matthews correlation'),
    make: () => new MatthewsCorrCoef(),
    baseline: () => 0,
  },
  { ...of(CohenKappa, 'CohenKappa', 'Cohen’s kappa'), make: () => new CohenKappa(), baseline: () => 0 },
];

const OF_POSITIVE: readonly ClassScoreClass[] = [
  {
    ...of(Precision, 'Precision', 'Precision'),
    make: (positiveLabel) => new Precision({ positiveLabel }),
    shareOf: (_, { predicted }) => predicted,
    baseline: (classes, { support, predicted }: PredictedClassFacts = NONE) =>
      predicted > 0 ? support / total(classes) : 0,
  },
  {
    ...of(Recall, 'Recall', 'Recall'),
    make: (positiveLabel) => new Recall({ positiveLabel }),
    shareOf: (_, { support }) => support,
    baseline: (classes, { support, predicted }: PredictedClassFacts = NONE) =>
      support > 0 ? predicted / total(classes) : 0,
  },
  {
    ...of(Specificity, 'Specificity', 'Specificity'),
    make: (positiveLabel) => new Specificity({ positiveLabel }),
    shareOf: (classes, { support }) => total(classes) - support,
    baseline: (classes, { support, predicted }: PredictedClassFacts = NONE) =>
      support < total(classes) ? 1 - predicted / total(classes) : 0,
  },
  {
    ...of(F1Score, 'F1Score', 'F1 score'),
    make: (positiveLabel) => new F1Score({ positiveLabel }),
    baseline: (classes, positive = NONE) => expectedF1(positive, total(classes)),
  },
];

const OF_CLASSES: readonly ClassScoreClass[] = [
  {
    ...of(Precision, 'MacroPrecision', 'Macro precision'),
    make: () => new Precision({ average: 'macro' }),
    baseline: (classes) =>
      meanOver(classes, ({ support, predicted }) => (predicted > 0 ? support / total(classes) : 0)),
  },
  {
    ...of(F1Score, 'MacroF1Score', 'Macro F1 score'),
    make: () => new F1Score({ average: 'macro' }),
    baseline: (classes) => meanOver(classes, (each) => expectedF1(each, total(classes))),
  },
  {
    ...of(F1Score, 'WeightedF1Score', 'Weighted F1 score'),
    make: () => new F1Score({ average: 'weighted' }),
    baseline: (classes) =>
      classes.reduce((sum, each) => sum + each.support * expectedF1(each, total(classes)), 0) / total(classes),
  },
];

/** A positive class without samples. */
const NONE: PredictedClassFacts = { label: '', support: 0, predicted: 0, precision: NaN, recall: NaN, f1Score: NaN };

/** Scores of probabilities, in display order. */
export const PROBABILITY_SCORES: Readonly<
  Record<'auroc' | 'averagePrecision' | 'logLoss' | 'brierScore' | 'calibrationError', NamedScoreClass>
> = {
  auroc: of(Auroc, 'Auroc', 'AUROC'),
  averagePrecision: of(AveragePrecision, 'AveragePrecision', 'Average precision'),
  logLoss: of(LogLoss, 'LogLoss', 'Log loss'),
  brierScore: of(BrierScore, 'BrierScore', 'Brier score'),
  calibrationError: of(CalibrationError, 'CalibrationError', 'Calibration error'),
};

/** Describes the Brier score of probabilities of the positive class, whose range is half that of all classes. */
export const BINARY_BRIER_SCORE: NamedScoreClass = { ...PROBABILITY_SCORES.brierScore, range: [0, 1] };

/** All scores of reports on classifiers. */
export const CLASSIFICATION_SCORES: readonly NamedScoreClass[] = [
  ...FIRST,
  ...OF_POSITIVE,
  ...OF_CLASSES,
  ...LAST,
  ...Object.values(PROBABILITY_SCORES),
];

/** Computes the scores of predicted classes, with intervals if the weights are integers. */
export function scoresOfClasses(
  table: ContingencyTable,
  classes: readonly PredictedClassFacts[],
  { positiveLabel, draws, seed }: { positiveLabel: Label | undefined; draws: number | undefined; seed: number },
  notes: string[],
): ChartedScore[] {
  const used = [...FIRST, ...(positiveLabel === undefined ? OF_CLASSES : OF_POSITIVE), ...LAST];
  const positive = positiveLabel === undefined ? undefined : classOf(classes, positiveLabel);
  const metrics = used.map((each) => ({ each, metric: each.make(positiveLabel) }));
  const drawn: Record<string, TableMetric> = {};
  for (const { each, metric } of metrics) {
    if (each.shareOf) continue;
    // A draw of one class only has no kappa; it shows no agreement beyond chance.
    const computeFrom = (of: ContingencyTable): number => metric.computeFrom(of) || 0;
    drawn[each.metricName] = { computeFrom, valueRanges: (state, value) => metric.valueRanges(state, value) };
  }
  if (!table.cells.count.every((samples) => Number.isInteger(samples))) {
    notes.push('The weights are not integers: confidence intervals are omitted.');
    return metrics.map(({ each, metric }) =>
      describeScore(each, metric.computeFrom(table), undefined, each.baseline(classes, positive)),
    );
  }
  const shares = used.filter(({ shareOf }) => shareOf).map(({ title }) => title.toLowerCase());
  notes.push(`95 % confidence intervals of ${shares.join(', ')} by Wilson’s method.`);
  const intervals = tableIntervals(table, drawn, { draws, seed }, notes, ' of the other scores');
  return metrics.map(({ each, metric }) => {
    const value = metric.computeFrom(table);
    const n = each.shareOf?.(classes, positive ?? NONE) ?? 0;
    const interval = n > 0 ? wilsonBounds(value * n, n) : intervals[each.metricName];
    // Draws that are all alike say nothing about the uncertainty, as for predictions of one class.
    const isKnown = interval !== undefined && interval.lower < interval.upper && !Number.isNaN(value);
    return describeScore(each, value, isKnown ? interval : undefined, each.baseline(classes, positive));
  });
}
