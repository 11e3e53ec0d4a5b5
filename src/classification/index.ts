/**
 * Scores of classifiers as pure functions and as metrics that accumulate batches.
 *
 * @module
 */
export * from '../functional/classification/index.ts';
export { Accuracy } from './confusion/accuracy.ts';
export { CohenKappa } from './confusion/cohenKappa.ts';
export { ConfusionMatrix } from './confusion/confusionMatrix.ts';
export { F1Score } from './confusion/f1Score.ts';
export { FBetaScore } from './confusion/fBetaScore.ts';
export { JaccardIndex } from './confusion/jaccardIndex.ts';
export { LikelihoodRatios } from './confusion/likelihoodRatios.ts';
export { MatthewsCorrCoef } from './confusion/matthewsCorrCoef.ts';
export { NegativePredictiveValue } from './confusion/negativePredictiveValue.ts';
export { Precision } from './confusion/precision.ts';
export { Recall } from './confusion/recall.ts';
export { Specificity } from './confusion/specificity.ts';
export { StatScores } from './confusion/statScores.ts';
export { YoudensJ } from './confusion/youdensJ.ts';
export { ZeroOneLoss } from './confusion/zeroOneLoss.ts';
export { ClassificationMetric } from '../metrics/families/classificationMetric.ts';
export type { ClassPredictions, ClassTargets } from '../inputs/classification/readClassLabels.ts';
export type { ClassReadingOptions } from '../inputs/options/classReadingOptions.ts';
export { Auroc } from './curves/auroc.ts';
export { AveragePrecision } from './curves/averagePrecision.ts';
export { BestThreshold } from './curves/bestThreshold.ts';
export { BrierScore } from './losses/brierScore.ts';
export { CalibrationCurve } from './losses/calibrationCurve.ts';
export { CalibrationError } from './losses/calibrationError.ts';
export { EqualErrorRate } from './curves/equalErrorRate.ts';
export { HingeLoss } from './losses/hingeLoss.ts';
export { KsStatistic } from './curves/ksStatistic.ts';
export { LogAuc } from './curves/logAuc.ts';
export { LogLoss } from './losses/logLoss.ts';
export { PrecisionAtFixedRecall } from './curves/precisionAtFixedRecall.ts';
export { PrecisionRecallCurve } from './curves/precisionRecallCurve.ts';
export { RecallAtFixedPrecision } from './curves/recallAtFixedPrecision.ts';
export { RocCurve } from './curves/rocCurve.ts';
export { SensitivityAtSpecificity } from './curves/sensitivityAtSpecificity.ts';
export { SpecificityAtSensitivity } from './curves/specificityAtSensitivity.ts';
export { ScoreMetric, type BinaryScoreBatch } from '../metrics/families/scoreMetric.ts';
export { BinnedScoreCounts } from '../state/scores/binnedScoreCounts.ts';
export { CalibrationBins } from '../state/scores/calibrationBins.ts';
export { ClassScoreCounts } from '../state/scores/classScoreCounts.ts';
export { ScoreCounts } from '../state/scores/scoreCounts.ts';
export type { ScoreBatchOptions, ScoreReadingOptions } from '../inputs/classification/binaryScores.ts';
export type { ClassScoreReadingOptions } from '../inputs/classification/classScores.ts';
export type { Thresholds } from '../inputs/classification/thresholds.ts';
export type { GroupFairnessBatch } from '../metrics/families/groupFairnessMetric.ts';
export { DemographicParity } from './fairness/demographicParity.ts';
export { EqualOpportunity } from './fairness/equalOpportunity.ts';
export { CoverageError } from './multilabel/coverageError.ts';
export { ExactMatch } from './multilabel/exactMatch.ts';
export { HammingDistance } from './multilabel/hammingDistance.ts';
export { LabelRankingAveragePrecision } from './multilabel/labelRankingAveragePrecision.ts';
export { LabelRankingLoss } from './multilabel/labelRankingLoss.ts';
export { MultilabelAccuracy } from './multilabel/multilabelAccuracy.ts';
export { MultilabelF1Score } from './multilabel/multilabelF1Score.ts';
export { MultilabelFBetaScore } from './multilabel/multilabelFBetaScore.ts';
export { MultilabelJaccardIndex } from './multilabel/multilabelJaccardIndex.ts';
export { MultilabelNegativePredictiveValue } from './multilabel/multilabelNegativePredictiveValue.ts';
export { MultilabelPrecision } from './multilabel/multilabelPrecision.ts';
export { MultilabelRecall } from './multilabel/multilabelRecall.ts';
export { MultilabelSpecificity } from './multilabel/multilabelSpecificity.ts';
export { MultilabelStatScores } from './multilabel/multilabelStatScores.ts';
export { MultilabelMetric, type MultilabelBatch } from '../metrics/families/multilabelMetric.ts';
export { MultilabelCounts } from '../state/tables/multilabelCounts.ts';
export type { OneVsRest } from '../state/tables/oneVsRest.ts';
export type {
  MultilabelBatchOptions,
  MultilabelReadingOptions,
  Multilabels,
} from '../inputs/classification/multilabels.ts';
