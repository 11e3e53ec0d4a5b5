import { calibrationCurvePart, CALIBRATION_AXES } from '../../charts/curves/calibrationCurvePart.ts';
import { confusionMap } from '../../charts/heatMaps/confusionMap.ts';
import type { ChartedCurve } from '../../charts/curves/curvePart.ts';
import { heatMapPart } from '../../charts/heatMaps/heatMapPart.ts';
import type { HeatMap } from '../../charts/heatMaps/heatMap.ts';
import { precisionRecallCurvePart } from '../../charts/curves/precisionRecallCurvePart.ts';
import { rocCurvePart } from '../../charts/curves/rocCurvePart.ts';
import { scoreParts } from '../../charts/scoreParts.ts';
import { thresholdText } from '../../charts/curves/thresholdText.ts';
import { stackCharts, type ChartPart, type VegaLiteSpec } from '../../charts/vegaLiteSpec.ts';
import { classCells } from '../../functional/classification/confusion/countClasses.ts';
import type { CalibrationFacts, ClassCurveFacts, ClassificationFacts } from './classificationFacts.ts';
import { classificationTitle } from './classificationTitle.ts';
import { classOf } from './predictedClasses.ts';

/** Stacks all charts of a report vertically. */
export function classificationChart(facts: ClassificationFacts): VegaLiteSpec {
  const { scores, curves, calibration } = facts;
  const named = scores.map((score) => ({ ...score, name: classificationTitle(score.name) }));
  return stackCharts([
    ...scoreParts(named),
    confusionChart(facts),
    ...(curves.length > 0 ? [rocChart(facts), precisionRecallChart(facts)] : []),
    ...(calibration ? [calibrationChart(calibration)] : []),
  ]);
}

/** Counts of the `most` largest classes, with the same classes on both sides. */
export function confusionCounts({ table, classes }: ClassificationFacts, most?: number): HeatMap {
  const labels = classes.map(({ label }) => label);
  return confusionMap(classCells('classificationReport', table.cells, labels, undefined), most);
}

/** Heat map of true and predicted classes. */
export function confusionChart(facts: ClassificationFacts, most?: number): ChartPart {
  const titles = { title: 'Confusion matrix', rowTitle: 'true class', columnTitle: 'predicted class' };
  return heatMapPart(confusionCounts(facts, most), { ...titles, areClasses: true });
}

/** ROC curves, with the point of the predictions of a binary classifier. */
export function rocChart(facts: ClassificationFacts): ChartPart {
  const { curves } = facts;
  const marked = predictionsOf(facts);
  const points = curves.map(({ label, fpr, tpr }): ChartedCurve => ({
    name: String(label),
    x: fpr,
    y: tpr,
    marked: marked && { x: marked.fpr, y: marked.recall, text: marked.text },
  }));
  return rocCurvePart(points, curves.length > 1 ? 'ROC curves, each class against all others' : 'ROC curve');
}

/** Precision–recall curves, with the point of the predictions of a binary classifier. */
export function precisionRecallChart(facts: ClassificationFacts): ChartPart {
  const { curves } = facts;
  const marked = predictionsOf(facts);
  const points = curves.map(({ label, recall, precision }: ClassCurveFacts): ChartedCurve => ({
    name: String(label),
    x: recall,
    y: precision,
    marked: marked && { x: marked.recall, y: marked.precision, text: marked.text },
  }));
  return precisionRecallCurvePart(points, curves.length > 1 ? 'Precision–recall curves' : 'Precision–recall curve');
}

/** Reliability diagram. */
export function calibrationChart({ of, meanPredicted, positiveShare, weight }: CalibrationFacts): ChartPart {
  const lists = [meanPredicted, positiveShare, weight].map((list) => Float64Array.from(list));
  const axes =
    of === 'positive'
      ? CALIBRATION_AXES
      : { xTitle: 'mean highest probability', yTitle: 'share of correct predictions' };
  const curve = { meanPredicted: lists[0]!, positiveShare: lists[1]!, weight: lists[2]! };
  return calibrationCurvePart(curve, 'Reliability diagram', axes);
}

/** Returns the rates of the predictions of the positive class. */
function predictionsOf({ classes, positiveLabel, samples, threshold }: ClassificationFacts) {
  const positive = positiveLabel === undefined ? undefined : classOf(classes, positiveLabel);
  if (positive === undefined) return undefined;
  const { support, predicted, precision, recall } = positive;
  const fpr = (predicted - recall * support) / (samples - support);
  return { fpr, recall, precision, text: threshold === undefined ? 'predictions' : thresholdText(threshold) };
}
