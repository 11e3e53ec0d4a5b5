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
export type { ClassPredictions, ClassTargets } from '../inputs/classLabels.ts';
export type { ClassReadingOptions } from '../inputs/options/classReadingOptions.ts';
export { Auroc } from './auroc.ts';
export { AveragePrecision } from './averagePrecision.ts';
export { BestThreshold } from './bestThreshold.ts';
export { BrierScore } from './brierScore.ts';
export { CalibrationCurve } from './calibrationCurve.ts';
export { CalibrationError } from './calibrationError.ts';
export { EqualErrorRate } from './equalErrorRate.ts';
export { HingeLoss } from './hingeLoss.ts';
export { KsStatistic } from './ksStatistic.ts';
export { LogAuc } from './logAuc.ts';
export { LogLoss } from './logLoss.ts';
export { PrecisionAtFixedRecall } from './precisionAtFixedRecall.ts';
export { PrecisionRecallCurve } from './precisionRecallCurve.ts';
export { RecallAtFixedPrecision } from './recallAtFixedPrecision.ts';
export { RocCurve } from './rocCurve.ts';
export { SensitivityAtSpecificity } from './sensitivityAtSpecificity.ts';
export { SpecificityAtSensitivity } from './specificityAtSensitivity.ts';
export { ScoreMetric, type BinaryScoreBatch } from '../metrics/scoreMetric.ts';
export { BinnedScoreCounts } from '../state/scores/binnedScoreCounts.ts';
export { CalibrationBins } from '../state/scores/calibrationBins.ts';
export { ClassScoreCounts, type ClassComparison } from '../state/scores/classScoreCounts.ts';
export { ScoreCounts } from '../state/scores/scoreCounts.ts';
export type { ScoreBatchOptions, ScoreReading } from '../inputs/binaryScores.ts';
export type { ClassScoreReading } from '../inputs/classScores.ts';
export type { Thresholds } from '../inputs/thresholds.ts';
