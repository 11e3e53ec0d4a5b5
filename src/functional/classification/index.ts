export { accuracy, type AccuracyOptions } from './confusion/accuracy.ts';
export type {
  ClassAverage,
  ClassAverageOptions,
  ClassOptions,
  ClassScore,
  ClassTableOptions,
} from './confusion/classOptions.ts';
export { cohenKappa, type CohenKappaOptions } from './confusion/cohenKappa.ts';
export { confusionMatrix, type ConfusionMatrixOptions } from './confusion/confusionMatrix.ts';
export { f1Score } from './confusion/f1Score.ts';
export { fBetaScore, type FBetaScoreOptions } from './confusion/fBetaScore.ts';
export { jaccardIndex } from './confusion/jaccardIndex.ts';
export { likelihoodRatios, type LikelihoodRatiosValue } from './confusion/likelihoodRatios.ts';
export { matthewsCorrCoef } from './confusion/matthewsCorrCoef.ts';
export { negativePredictiveValue } from './confusion/negativePredictiveValue.ts';
export { precision } from './confusion/precision.ts';
export { recall } from './confusion/recall.ts';
export { specificity } from './confusion/specificity.ts';
export { statScores, type ClassCounts, type StatScoresOptions, type StatScoresValue } from './confusion/statScores.ts';
export { youdensJ } from './confusion/youdensJ.ts';
export { zeroOneLoss } from './confusion/zeroOneLoss.ts';
export { auroc } from './curves/auroc.ts';
export type { AurocOptions } from './curves/aurocOptions.ts';
export { aurocBracket } from './curves/aurocBracket.ts';
export { averagePrecision } from './curves/averagePrecision.ts';
export { averagePrecisionBracket } from './curves/averagePrecisionBracket.ts';
export { averagePrecisionInterval } from './curves/averagePrecisionInterval.ts';
export {
  bestThreshold,
  type BestThresholdOptions,
  type BestThresholdValue,
  type ThresholdCriterion,
} from './curves/bestThreshold.ts';
export { brierScore } from './losses/brierScore.ts';
export { calibrationCurve, type CalibrationCurveValue } from './losses/calibrationCurve.ts';
export { calibrationError, type CalibrationErrorOptions } from './losses/calibrationError.ts';
export type { CalibrationCountsOptions, CalibrationOptions } from './losses/calibrationOptions.ts';
export { delongInterval, type DelongIntervalOptions } from './curves/delongInterval.ts';
export { delongTest, type DelongTestOptions, type DelongTestValue } from './curves/delongTest.ts';
export { equalErrorRate } from './curves/equalErrorRate.ts';
export { hingeLoss, type HingeLossOptions } from './losses/hingeLoss.ts';
export { ksStatistic } from './curves/ksStatistic.ts';
export { logAuc, type LogAucOptions } from './curves/logAuc.ts';
export { logLoss } from './losses/logLoss.ts';
export type { LossOptions } from './losses/lossOptions.ts';
export {
  precisionAtFixedRecall,
  type PrecisionAtFixedRecallOptions,
  type PrecisionAtFixedRecallValue,
} from './curves/precisionAtFixedRecall.ts';
export { precisionRecallCurve, type PrecisionRecallCurveValue } from './curves/precisionRecallCurve.ts';
export {
  recallAtFixedPrecision,
  type RecallAtFixedPrecisionOptions,
  type RecallAtFixedPrecisionValue,
} from './curves/recallAtFixedPrecision.ts';
export { rocCurve, type RocCurveValue } from './curves/rocCurve.ts';
export type { ScoreIntervalOptions } from './curves/scoreInterval.ts';
export type { ScoreIntervalValue } from '../scoreIntervalValue.ts';
export type { ScoreCountsOptions, ScoreOptions } from './curves/scoreOptions.ts';
export {
  sensitivityAtSpecificity,
  type SensitivityAtSpecificityOptions,
  type SensitivityAtSpecificityValue,
} from './curves/sensitivityAtSpecificity.ts';
export {
  specificityAtSensitivity,
  type SpecificityAtSensitivityOptions,
  type SpecificityAtSensitivityValue,
} from './curves/specificityAtSensitivity.ts';
export { demographicParity } from './fairness/demographicParity.ts';
export { equalOpportunity } from './fairness/equalOpportunity.ts';
export type { GroupFairnessOptions, GroupFairnessValue } from './fairness/compareGroups.ts';
export { coverageError } from './multilabel/coverageError.ts';
export { exactMatch } from './multilabel/exactMatch.ts';
export { hammingDistance } from './multilabel/hammingDistance.ts';
export { labelRankingAveragePrecision } from './multilabel/labelRankingAveragePrecision.ts';
export { labelRankingLoss } from './multilabel/labelRankingLoss.ts';
export { multilabelAccuracy } from './multilabel/multilabelAccuracy.ts';
export { multilabelF1Score } from './multilabel/multilabelF1Score.ts';
export { multilabelJaccardIndex } from './multilabel/multilabelJaccardIndex.ts';
export { multilabelNegativePredictiveValue } from './multilabel/multilabelNegativePredictiveValue.ts';
export { multilabelPrecision } from './multilabel/multilabelPrecision.ts';
export { multilabelRecall } from './multilabel/multilabelRecall.ts';
export { multilabelSpecificity } from './multilabel/multilabelSpecificity.ts';
export {
  mcnemarTest,
  type McnemarTable,
  type McnemarTestOptions,
  type McnemarTestValue,
} from './comparison/mcnemarTest.ts';
export {
  pairedPermutationTest,
  type PairedPermutationTestOptions,
  type PairedPermutationTestValue,
} from './comparison/pairedPermutationTest.ts';
export { wilsonInterval, type WilsonIntervalOptions, type WilsonIntervalValue } from './comparison/wilsonInterval.ts';
export { multilabelFBetaScore, type MultilabelFBetaScoreOptions } from './multilabel/multilabelFBetaScore.ts';
export type {
  AgreementOptions,
  LabelRankingOptions,
  MultilabelAverage,
  MultilabelAverageOptions,
  MultilabelCountsOptions,
  MultilabelOptions,
} from './multilabel/multilabelOptions.ts';
export { multilabelStatScores, type MultilabelStatScoresOptions } from './multilabel/multilabelStatScores.ts';
