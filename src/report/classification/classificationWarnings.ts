import type { ChartedScore } from '../../charts/scoreParts.ts';
import { sizedText } from '../document/countText.ts';
import { labelName, labelNames } from '../document/labelNames.ts';
import { percent } from '../document/reportTable.ts';
import { calibrationPValue } from './calibrationPValue.ts';
import type { CalibrationFacts, ClassificationFacts, PredictedClassFacts } from './classificationFacts.ts';
import type { ClassificationSources } from './classificationSources.ts';
import { pValueText } from '../document/pValueText.ts';

/** Minimum size of a class without a warning. */
const MIN_SAMPLES = 5;
/** Share of the most common class from which on accuracy may mislead. */
const DOMINANT = 0.75;
/** Difference of accuracy and balanced accuracy from which on accuracy misleads. */
const MAX_GAP = 0.1;
/** Calibration error from which on probabilities are reported as not calibrated, if chance does not explain it. */
const MIN_CALIBRATION_ERROR = 0.02;

/** Returns warnings about a classifier, as sentences. */
export function classificationWarnings(
  facts: Pick<ClassificationFacts, 'classes' | 'scores' | 'calibration'>,
  disagreement: ClassificationSources['disagreement'],
): string[] {
  const { classes, scores } = facts;
  const find = (name: string): ChartedScore | undefined => scores.find((score) => score.name === name);
  const occurring = classes.filter(({ support }) => support > 0);
  if (occurring.length === 0) return [];
  return [
    ...(occurring.length === 1 ? [`All samples belong to class ${labelName(occurring[0]!.label)}.`] : []),
    ...classList(
      occurring.filter(({ predicted }) => predicted === 0),
      'is never predicted',
      'are never predicted',
    ),
    ...classList(
      classes.filter(({ support, predicted }) => support === 0 && predicted > 0),
      'is predicted, but has no samples',
      'are predicted, but have no samples',
    ),
    ...classList(
      occurring.filter(({ support }) => support < MIN_SAMPLES),
      `has fewer than ${MIN_SAMPLES} samples, so its scores are uncertain`,
      `have fewer than ${MIN_SAMPLES} samples, so their scores are uncertain`,
    ),
    ...(occurring.length > 1 ? misleadingAccuracy(occurring, find('accuracy'), find('balancedAccuracy')) : []),
    ...(occurring.length > 1 ? chance(find('matthewsCorrCoef'), find('auroc')) : []),
    ...miscalibration(facts.calibration, find('calibrationError')),
    ...differentClasses(disagreement),
  ];
}

function classList(classes: readonly PredictedClassFacts[], one: string, many: string): string[] {
  if (classes.length === 0) return [];
  return [classes.length === 1 ? `Class ${labelNames(classes)} ${one}.` : `Classes ${labelNames(classes)} ${many}.`];
}

/** Compares accuracy with the prediction of the most common class, and with balanced accuracy. */
function misleadingAccuracy(
  classes: readonly PredictedClassFacts[],
  accuracy: ChartedScore | undefined,
  balanced: ChartedScore | undefined,
): string[] {
  if (accuracy === undefined || balanced === undefined) return [];
  const { label, share } = majorityOf(classes);
  const name = labelName(label);
  if ((accuracy.interval?.[0] ?? accuracy.value) <= share) {
    return [
      `The accuracy, ${percent(accuracy.value)}, is not ${accuracy.interval ? 'significantly ' : ''}higher than ${percent(share)}, the accuracy of predicting class ${name} for all samples.`,
    ];
  }
  if (share < DOMINANT || accuracy.value - balanced.value < MAX_GAP) return [];
  return [
    `Class ${name} has ${percent(share)} of the samples, so accuracy hides errors in other classes; the balanced accuracy is ${percent(balanced.value)}.`,
  ];
}

/** Returns the most common class and its share of the samples. */
export function majorityOf(
  classes: readonly PredictedClassFacts[],
): Pick<PredictedClassFacts, 'label'> & { share: number } {
  const samples = classes.reduce((sum, { support }) => sum + support, 0);
  const largest = classes.reduce((most, each) => (each.support > most.support ? each : most));
  return { label: largest.label, share: largest.support / samples };
}

function chance(correlation: ChartedScore | undefined, auroc: ChartedScore | undefined): string[] {
  const warnings: string[] = [];
  const { value: known = NaN } = correlation ?? {};
  const [lower, upper] = correlation?.interval ?? [known, known];
  if (upper < 0) warnings.push('The predictions are worse than chance; two classes may have been exchanged.');
  else if (lower <= 0)
    warnings.push('The predictions are not significantly better than chance (Matthews correlation).');
  const { value = NaN, interval } = auroc ?? {};
  if ((interval?.[1] ?? value) < 0.5) {
    warnings.push(
      'The AUROC is below 0.5: higher scores go with the other classes. The scores may be those of another class.',
    );
  }
  return warnings;
}

function miscalibration(calibration: CalibrationFacts | undefined, error: ChartedScore | undefined): string[] {
  if (calibration === undefined || !((error?.value ?? NaN) >= MIN_CALIBRATION_ERROR)) return [];
  const pValue = calibrationPValue(calibration);
  if (!(pValue < 0.01)) return [];
  const { meanPredicted, positiveShare, weight } = calibration;
  const gaps = weight.map((size, k) => size * (meanPredicted[k]! - positiveShare[k]!));
  const gap = gaps.reduce((sum, each) => sum + each, 0) / weight.reduce((sum, size) => sum + size, 0);
  // If the gaps do not cancel, they have a direction.
  const side = gap > 0 ? 'high' : 'low';
  const average =
    Math.abs(gap) >= error!.value / 2 ? `, and are too ${side} by ${percent(Math.abs(gap))} on average` : '';
  return [
    `The probabilities are not calibrated: they differ from the observed shares by ${percent(error!.value)}${average} (Hosmer–Lemeshow test: ${pValueText(pValue)}).`,
  ];
}

function differentClasses(disagreement: ClassificationSources['disagreement']): string[] {
  if (disagreement === undefined || disagreement.differing === 0) return [];
  const { differing, all } = disagreement;
  return [
    `For ${sizedText(differing, 'sample')} (${percent(differing / all)}), the predicted class is not that of the scores.`,
  ];
}
