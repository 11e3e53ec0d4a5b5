export { accuracy, type AccuracyOptions } from './accuracy.ts';
export type { ClassAverage, ClassAverageOptions, ClassOptions, ClassScore } from './classOptions.ts';
export { cohenKappa, type CohenKappaOptions } from './cohenKappa.ts';
export { confusionMatrix, type ConfusionMatrixOptions } from './confusionMatrix.ts';
export { f1Score } from './f1Score.ts';
export { fBetaScore, type FBetaScoreOptions } from './fBetaScore.ts';
export { jaccardIndex } from './jaccardIndex.ts';
export { likelihoodRatios, type LikelihoodRatiosValue } from './likelihoodRatios.ts';
export { matthewsCorrCoef } from './matthewsCorrCoef.ts';
export { negativePredictiveValue } from './negativePredictiveValue.ts';
export { precision } from './precision.ts';
export { recall } from './recall.ts';
export { specificity } from './specificity.ts';
export {
  statScores,
  type ClassCounts,
  type CountedClasses,
  type StatScoresOptions,
  type StatScoresValue,
} from './statScores.ts';
export { youdensJ } from './youdensJ.ts';
export { zeroOneLoss } from './zeroOneLoss.ts';
