/**
 * Scores of classifiers as pure functions and as metrics that accumulate batches.
 *
 * @module
 */
export * from '../functional/classification/index.ts';
export { Accuracy } from './accuracy.ts';
export { CohenKappa } from './cohenKappa.ts';
export { ConfusionMatrix } from './confusionMatrix.ts';
export { F1Score } from './f1Score.ts';
export { FBetaScore } from './fBetaScore.ts';
export { JaccardIndex } from './jaccardIndex.ts';
export { LikelihoodRatios } from './likelihoodRatios.ts';
export { MatthewsCorrCoef } from './matthewsCorrCoef.ts';
export { NegativePredictiveValue } from './negativePredictiveValue.ts';
export { Precision } from './precision.ts';
export { Recall } from './recall.ts';
export { Specificity } from './specificity.ts';
export { StatScores } from './statScores.ts';
export { YoudensJ } from './youdensJ.ts';
export { ZeroOneLoss } from './zeroOneLoss.ts';
export { ClassificationMetric } from '../metrics/classificationMetric.ts';
export type { ClassPredictions, ClassReadingOptions, ClassTargets } from '../inputs/classLabels.ts';
