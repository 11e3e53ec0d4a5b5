import type { ChartedScore } from '../../charts/scoreParts.ts';
import { classCells, type ClassCells } from '../../functional/classification/confusion/countClasses.ts';
import { describeValue } from '../../inputs/describeValue.ts';
import { labelKey, type Label } from '../../inputs/labels.ts';
import { inputError } from '../../inputs/metricInputError.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { ignoredNote, leftOutWarning } from '../document/leftOutWarning.ts';
import { describeScore } from '../scores/describeScore.ts';
import { binaryIntervals } from './binaryIntervals.ts';
import type { CalibrationFacts, ClassificationFacts, PredictedClassFacts } from './classificationFacts.ts';
import { BINARY_BRIER_SCORE, PROBABILITY_SCORES, scoresOfClasses } from './classificationScores.ts';
import type { ClassificationSources } from './classificationSources.ts';
import { classIntervals } from './classIntervals.ts';
import { classificationWarnings } from './classificationWarnings.ts';
import { rankedClassFacts, rankedFacts } from './rankedFacts.ts';
import { classOf, predictedClasses } from './predictedClasses.ts';
import type { ProbabilityIntervals } from './lossInterval.ts';

/** Options for {@link computeFacts}. */
export interface FactOptions {
  /** Title of the report. Default: `'Classifier'`. */
  readonly title?: string | undefined;
  /**
   * Number of bootstrap tables for confidence intervals. Default: 1000, fewer for tables with more than 2,000 cells,
   * and no intervals for tables with more than 20,000 cells.
   */
  readonly draws?: number | undefined;
  /** Number of samples that were excluded before the report, such as rows with missing values. Default: 0. */
  readonly leftOut?: number | undefined;
  /** Seed of the random numbers, an integer. Default: 0. */
  readonly seed?: number | undefined;
}

/** Computes the contents of a report from the states of a classifier. */
export function computeFacts(
  sources: ClassificationSources,
  { title = 'Classifier', draws, leftOut = 0, seed = 0 }: FactOptions,
): ClassificationFacts {
  const { labels, ignoreLabel, counts, classCounts, columns, disagreement, threshold } = sources;
  const cells = classCells('classificationReport', sources.table.cells, labels, ignoreLabel);
  const positiveLabel = positiveOf(cells, sources);
  const intervals = intervalsOf(sources, cells);
  const ranked = counts
    ? rankedFacts(counts, positiveLabel ?? sources.positiveLabel ?? 1, intervals)
    : classCounts && rankedClassFacts(classCounts, columns!, intervals);
  const classes = predictedClasses(cells).map((facts): PredictedClassFacts => {
    const area = ranked?.areas.get(facts.label);
    return area === undefined ? facts : { ...facts, auroc: area };
  });
  const table = withoutIgnored(sources.table, ignoreLabel);
  const samples = table.n;
  const notes = [...(sources.notes ?? [])];
  const calibration = calibrationOf(sources);
  const scores =
    samples === 0
      ? []
      : [
          ...scoresOfClasses(table, classes, { positiveLabel, draws, seed }, notes),
          ...(ranked?.scores ?? []),
          ...probabilityScores(sources, classes, positiveLabel, intervals),
        ];
  if (samples === 0) notes.push('There are no samples.');
  else notes.push(...(ranked?.notes ?? []), ...intervalNotes(sources, scores));
  const ignored = sources.table.n - samples;
  const facts = { classes, scores, calibration };
  return {
    title,
    samples,
    ...facts,
    warnings: [...leftOutWarning(samples, ignored, leftOut), ...classificationWarnings(facts, disagreement)],
    notes: [...notes, ...ignoredNote(ignored)],
    positiveLabel,
    threshold,
    table,
    curves: samples === 0 ? [] : (ranked?.curves ?? []),
    thresholds: ranked?.thresholds ?? [],
  };
}

/**
 * Returns the positive class if there are at most two classes and it is one of them. Default: 1 or true.
 *
 * @throws {@link MetricInputError} if there are two other classes than the positive label that was given.
 */
function positiveOf({ labels }: ClassCells, { positiveLabel }: ClassificationSources): Label | undefined {
  if (labels.length > 2) return undefined;
  const found = labels.find((label) => labelKey(label) === labelKey(positiveLabel ?? 1));
  if (found !== undefined || positiveLabel === undefined || labels.length < 2) return found;
  throw inputError(
    'classificationReport: option "positiveLabel"',
    `one of the classes ${labels.map(describeValue).join(' and ')}`,
    positiveLabel,
  );
}

function withoutIgnored(table: ContingencyTable, ignored: Label | readonly Label[] | undefined): ContingencyTable {
  if (ignored === undefined) return table;
  const keys = new Set(([ignored].flat() as Label[]).map(labelKey));
  const { targetLabels, row, count } = table.cells;
  return table.withCounts(count.map((samples, k) => (keys.has(labelKey(targetLabels[row[k]!]!)) ? 0 : samples)));
}

function calibrationOf({ calibration, counts }: ClassificationSources): CalibrationFacts | undefined {
  if (calibration === undefined) return undefined;
  const { meanPredicted, positiveShare, weight } = calibration.curve;
  return {
    of: counts === undefined ? 'highest' : 'positive',
    // Sums of rounded probabilities may exceed the number of samples.
    meanPredicted: Array.from(meanPredicted, (mean) => Math.min(1, mean)),
    positiveShare: Array.from(positiveShare, (share) => Math.min(1, share)),
    weight: Array.from(weight),
  };
}

/** Returns the intervals of the scores of probabilities, if the weights are integers and the samples are known. */
function intervalsOf(
  { counts, classCounts, kept, logLoss }: ClassificationSources,
  cells: ClassCells,
): ProbabilityIntervals {
  if (!cells.count.every((samples) => Number.isInteger(samples))) return {};
  if (counts) return counts.isExact ? binaryIntervals(counts, logLoss) : {};
  return classCounts && kept ? classIntervals(classCounts, kept, logLoss) : {};
}

/** Sentence on the intervals of the scores of probabilities, if there are any. */
function intervalNotes(
  { counts, classCounts, kept }: ClassificationSources,
  scores: readonly ChartedScore[],
): string[] {
  if (classCounts && !kept) {
    return ['Intervals of the scores of probabilities of several classes need the samples, without weights.'];
  }
  const variance = counts ? 'DeLong’s variance' : 'the influence of each sample on the mean';
  const methods: readonly (readonly [name: string, text: string])[] = [
    ['auroc', `of the AUROC by ${variance}`],
    ['averagePrecision', 'of the average precision by the infinitesimal jackknife'],
    ['logLoss', 'of the log loss and the Brier score by Student’s t for their logarithm'],
  ];
  const used = methods.filter(([name]) => scores.some((score) => score.name === name && score.interval !== undefined));
  return used.length === 0 ? [] : [`95 % confidence intervals ${used.map(([, text]) => text).join(', ')}.`];
}

/** Scores of probabilities, beside those of the shares of the classes as probabilities for every sample. */
function probabilityScores(
  { logLoss, brierScore, calibration, counts }: ClassificationSources,
  classes: readonly PredictedClassFacts[],
  positiveLabel: Label | undefined,
  intervals: ProbabilityIntervals,
): ChartedScore[] {
  const n = classes.reduce((sum, { support }) => sum + support, 0);
  const shares = classes.map(({ support }) => support / n);
  const positive = positiveLabel === undefined ? undefined : classOf(classes, positiveLabel);
  const used = positive ? [positive.support / n, 1 - positive.support / n] : shares;
  const entropy = used.reduce((sum, share) => (share > 0 ? sum - share * Math.log(share) : sum), 0);
  const impurity = 1 - used.reduce((sum, share) => sum + share * share, 0);
  // The Brier score of one probability is half that of two.
  const [brier, squares] =
    counts === undefined ? [PROBABILITY_SCORES.brierScore, impurity] : [BINARY_BRIER_SCORE, impurity / 2];
  return [
    ...(logLoss === undefined ? [] : [describeScore(PROBABILITY_SCORES.logLoss, logLoss, intervals.logLoss, entropy)]),
    ...(brierScore === undefined ? [] : [describeScore(brier, brierScore, intervals.brierScore, squares)]),
    ...(calibration === undefined ? [] : [describeScore(PROBABILITY_SCORES.calibrationError, calibration.error)]),
  ];
}
