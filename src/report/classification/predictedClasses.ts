import { countClasses, type ClassCells } from '../../functional/classification/confusion/countClasses.ts';
import { labelKey, type Label } from '../../inputs/labels.ts';
import type { PredictedClassFacts } from './classificationFacts.ts';

/** Computes the properties of each class from a confusion matrix. */
export function predictedClasses(cells: ClassCells): PredictedClassFacts[] {
  return countClasses(cells).map(({ tp, fp, fn }, i) => ({
    label: cells.labels[i]!,
    support: tp + fn,
    predicted: tp + fp,
    precision: tp / (tp + fp),
    recall: tp / (tp + fn),
    f1Score: (2 * tp) / (2 * tp + fp + fn),
  }));
}

/** Returns the class with a label. */
export function classOf(classes: readonly PredictedClassFacts[], label: Label): PredictedClassFacts | undefined {
  return classes.find((each) => labelKey(each.label) === labelKey(label));
}
