import type { ChartedScore } from '../../charts/scoreParts.ts';
import { precisionRecallPoints } from '../../charts/curves/precisionRecallCurvePart.ts';
import { rocPoints } from '../../charts/curves/rocCurvePart.ts';
import { thinnedCurve } from '../../charts/curves/thinnedCurve.ts';
import { areaUnderCurve } from '../../functional/classification/curves/areaUnderCurve.ts';
import { auroc } from '../../functional/classification/curves/auroc.ts';
import { averagePrecision, averagePrecisionOfCurve } from '../../functional/classification/curves/averagePrecision.ts';
import { bestThreshold } from '../../functional/classification/curves/bestThreshold.ts';
import { precisionRecallOfCurve } from '../../functional/classification/curves/precisionRecallCurve.ts';
import { missingClass } from '../../functional/classification/curves/readScores.ts';
import { rocOfCurve } from '../../functional/classification/curves/rocCurve.ts';
import type { Label } from '../../inputs/labels.ts';
import type { BinnedScoreCounts } from '../../state/scores/binnedScoreCounts.ts';
import type { ClassScoreCounts } from '../../state/scores/classScoreCounts.ts';
import type { ScoreCounts } from '../../state/scores/scoreCounts.ts';
import { pointsOf, type ScoreCurve } from '../../state/scores/scoreCurve.ts';
import { describeScore } from '../scores/describeScore.ts';
import type { ClassCurveFacts, ThresholdFacts } from './classificationFacts.ts';
import { PROBABILITY_SCORES } from './classificationScores.ts';
import type { ProbabilityIntervals } from './lossInterval.ts';
import { mean } from '../../numeric/mean.ts';

/** Maximum number of classes whose curves are kept, those with the lowest area. */
const MAX_CURVES = 6;

/** Facts that depend only on the order of scores. */
interface RankedFacts {
  readonly scores: readonly ChartedScore[];
  readonly curves: readonly ClassCurveFacts[];
  readonly thresholds: readonly ThresholdFacts[];
  /** Area under the ROC curve of each class, by label. */
  readonly areas: ReadonlyMap<Label, number>;
  readonly notes: readonly string[];
}

/** Computes curves and areas of the scores of the positive class. */
export function rankedFacts(
  counts: ScoreCounts | BinnedScoreCounts,
  label: Label,
  intervals: ProbabilityIntervals,
): RankedFacts {
  const { curve } = counts;
  const { positives, negatives } = curve;
  return {
    scores: [
      describeScore(PROBABILITY_SCORES.auroc, auroc(counts), intervals.auroc, 0.5),
      describeScore(
        PROBABILITY_SCORES.averagePrecision,
        averagePrecision(counts),
        intervals.averagePrecision,
        positives / (positives + negatives),
      ),
    ],
    curves: curve.thresholds.length > 0 ? [curvesOf(label, curve)] : [],
    thresholds:
      missingClass(curve) === undefined ? (['fBeta', 'youden'] as const).map((by) => thresholdBy(by, counts)) : [],
    areas: new Map(),
    notes: [],
  };
}

/** Computes curves and areas of the scores of each class against all others. */
export function rankedClassFacts(
  counts: ClassScoreCounts,
  labels: readonly Label[],
  intervals: ProbabilityIntervals,
): RankedFacts {
  const classes = labels.slice(0, counts.classes).map((label, k) => {
    const curve = counts.curve(k);
    const isDefined = missingClass(curve) === undefined;
    return {
      label,
      curve,
      area: isDefined ? areaUnderCurve(pointsOf(curve)) : NaN,
      precision: isDefined ? averagePrecisionOfCurve(pointsOf(curve)) : NaN,
      share: curve.positives / (curve.positives + curve.negatives),
    };
  });
  const defined = classes.filter(({ area }) => !Number.isNaN(area));
  const worst = [...defined].sort((a, b) => a.area - b.area).slice(0, MAX_CURVES);
  const meanShare = mean(defined.map(({ share }) => share));
  return {
    scores: [
      describeScore(PROBABILITY_SCORES.auroc, mean(defined.map(({ area }) => area)), intervals.auroc, 0.5),
      describeScore(
        PROBABILITY_SCORES.averagePrecision,
        mean(defined.map(({ precision }) => precision)),
        intervals.averagePrecision,
        meanShare,
      ),
    ],
    curves: worst.map(({ label, curve }) => curvesOf(label, curve)),
    thresholds: [],
    areas: new Map(classes.map(({ label, area }) => [label, area])),
    notes: [
      'AUROC and average precision are means over classes, each against all others.',
      ...(defined.length > MAX_CURVES
        ? [`The charts show the curves of the ${MAX_CURVES} classes with the lowest AUROC.`]
        : []),
    ],
  };
}

function curvesOf(label: Label, curve: ScoreCurve): ClassCurveFacts {
  const roc = rocPoints('', rocOfCurve(curve, NaN));
  const precisionRecall = precisionRecallPoints('', precisionRecallOfCurve(curve, NaN));
  const rocs = thinnedCurve(roc.x, roc.y);
  const precisions = thinnedCurve(precisionRecall.x, precisionRecall.y);
  return {
    label,
    fpr: rocs.map(({ x }) => rounded(x)),
    tpr: rocs.map(({ y }) => rounded(y)),
    recall: precisions.map(({ x }) => rounded(x)),
    precision: precisions.map(({ y }) => rounded(y)),
  };
}

/** Rounds a rate for a chart, so that snapshots are small. */
function rounded(rate: number): number {
  return Math.round(rate * 1e5) / 1e5;
}

function thresholdBy(by: ThresholdFacts['by'], counts: ScoreCounts | BinnedScoreCounts): ThresholdFacts {
  const { threshold } = bestThreshold(counts, { by });
  const { thresholds, truePositives, falsePositives, positives, negatives } = counts.curve;
  const at = thresholds.indexOf(threshold);
  // At Infinity, no sample is predicted as positive.
  const [tp, fp] = at < 0 ? [0, 0] : [truePositives[at]!, falsePositives[at]!];
  return {
    by,
    threshold,
    precision: tp / (tp + fp),
    recall: tp / positives,
    fpr: fp / negatives,
    f1Score: (2 * tp) / (tp + fp + positives),
  };
}
