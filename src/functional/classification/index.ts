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
export { auroc } from './auroc.ts';
export type { AurocOptions } from './aurocOptions.ts';
export { aurocBracket } from './aurocBracket.ts';
export { averagePrecision } from './averagePrecision.ts';
export { averagePrecisionBracket } from './averagePrecisionBracket.ts';
export {
  bestThreshold,
  type BestThresholdOptions,
  type BestThresholdValue,
  type ThresholdCriterion,
} from './bestThreshold.ts';
export { brierScore } from './brierScore.ts';
export { calibrationCurve, type CalibrationCurveValue } from './calibrationCurve.ts';
export { calibrationError, type CalibrationErrorOptions } from './calibrationError.ts';
export type { CalibrationOptions } from './calibrationOptions.ts';
export { delongInterval, type DelongIntervalOptions, type DelongIntervalValue } from './delongInterval.ts';
export { delongTest, type DelongTestOptions, type DelongTestValue } from './delongTest.ts';
export { equalErrorRate } from './equalErrorRate.ts';
export { hingeLoss, type HingeLossOptions } from './hingeLoss.ts';
export { ksStatistic } from './ksStatistic.ts';
export { logAuc, type LogAucOptions } from './logAuc.ts';
export { logLoss } from './logLoss.ts';
export type { LossOptions } from './lossOptions.ts';
export {
  precisionAtFixedRecall,
  type PrecisionAtFixedRecallOptions,
  type PrecisionAtFixedRecallValue,
} from './precisionAtFixedRecall.ts';
export { precisionRecallCurve, type PrecisionRecallCurveValue } from './precisionRecallCurve.ts';
export {
  recallAtFixedPrecision,
  type RecallAtFixedPrecisionOptions,
  type RecallAtFixedPrecisionValue,
} from './recallAtFixedPrecision.ts';
export { rocCurve, type RocCurveValue } from './rocCurve.ts';
export type { ScoreOptions } from './scoreOptions.ts';
export {
  sensitivityAtSpecificity,
  type SensitivityAtSpecificityOptions,
  type SensitivityAtSpecificityValue,
} from './sensitivityAtSpecificity.ts';
export {
  specificityAtSensitivity,
  type SpecificityAtSensitivityOptions,
  type SpecificityAtSensitivityValue,
} from './specificityAtSensitivity.ts';
