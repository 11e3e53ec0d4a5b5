/**
 * Mutual information of continuous values and of soft cluster assignments: differentiable functions for use in a
 * loss, estimators, and metrics that accumulate batches.
 *
 * This entry point requires `@tensorflow/tfjs-core` at run time.
 *
 * @module
 */
export { barberAgakovLowerBound } from '../functional/information/bounds/barberAgakovLowerBound.ts';
export { clubUpperBound, type ClubOptions } from '../functional/information/bounds/clubUpperBound.ts';
export { dvLowerBound } from '../functional/information/bounds/dvLowerBound.ts';
export { infoNceLowerBound, type InfoNceOptions } from '../functional/information/bounds/infoNceLowerBound.ts';
export { interpolatedLowerBound } from '../functional/information/bounds/interpolatedLowerBound.ts';
export { jsLowerBound } from '../functional/information/bounds/jsLowerBound.ts';
export { leaveOneOutUpperBound } from '../functional/information/bounds/leaveOneOutUpperBound.ts';
export { mineLowerBound, type MineBound, type MineOptions } from '../functional/information/bounds/mineLowerBound.ts';
export { nwjLowerBound } from '../functional/information/bounds/nwjLowerBound.ts';
export { smileLowerBound, type SmileOptions } from '../functional/information/bounds/smileLowerBound.ts';
export { structuredInfoNce } from '../functional/information/bounds/structuredInfoNce.ts';
export { tubaLowerBound } from '../functional/information/bounds/tubaLowerBound.ts';
export { variationalUpperBound } from '../functional/information/bounds/variationalUpperBound.ts';
export { MetricInputError } from '../inputs/metricInputError.ts';
export { AssignmentMutualInfoScore, type AssignmentBatch } from './assignmentMutualInfoScore.ts';
export { SoftMutualInfoScore } from './softMutualInfoScore.ts';
export { SoftNormalizedMutualInfoScore } from './softNormalizedMutualInfoScore.ts';
export {
  SoftHistogramMetric,
  type SoftHistogramMetricOptions,
  type ValueBatch,
} from '../metrics/families/softHistogramMetric.ts';
export { SoftHistogram } from '../state/tables/softHistogram.ts';
export {
  assignmentMutualInfoScore,
  type AssignmentCallOptions,
} from '../functional/information/soft/assignmentMutualInfoScore.ts';
export {
  assignmentMutualInfoLoss,
  type AssignmentMutualInfoLoss,
} from '../functional/information/soft/assignmentMutualInfoLoss.ts';
export type { AssignmentMutualInfoOptions } from '../functional/information/soft/assignmentOptions.ts';
export type { PairWeightOptions } from '../functional/information/soft/pairWeights.ts';
export { softHistogram, type SoftHistogramOptions1d } from '../functional/information/soft/softHistogram.ts';
export { softHistogram2d, type SoftHistogram2dOptions } from '../functional/information/soft/softHistogram2d.ts';
export {
  softMutualInfoLoss,
  type SoftMutualInfoLoss,
  type SoftMutualInfoLossOptions,
} from '../functional/information/soft/softMutualInfoLoss.ts';
export type {
  BiasCorrection,
  SoftMutualInfoOptions,
  SoftNormalizedMutualInfoOptions,
  SoftScoreOptions,
} from '../functional/information/soft/softMutualInfoOptions.ts';
export {
  softMutualInfoScore,
  type SoftMutualInfoScoreOptions,
} from '../functional/information/soft/softMutualInfoScore.ts';
export {
  softNormalizedMutualInfoScore,
  type SoftNormalizedMutualInfoScoreOptions,
} from '../functional/information/soft/softNormalizedMutualInfoScore.ts';
export type { ContinuousValues } from '../functional/information/soft/toTensor.ts';
export type { SoftAxisOptions, SoftEdge } from '../numeric/binning/softAxis.ts';
export type { SoftJointOptions } from '../functional/information/soft/softJointOptions.ts';
export type { DataRangeOption, HistogramRange, SoftHistogramOptions } from '../state/tables/softHistogramOptions.ts';
export type { SoftKernelName } from '../numeric/binning/softKernel.ts';
export type { FloatValues } from '../numeric/binning/histogramAxis.ts';
export type { PairedValues } from '../numeric/binning/jointCounts.ts';
export type { Assignments, Probabilities } from '../inputs/assignments.ts';
export type { FlatSamples, Samples } from '../inputs/samples.ts';
export type { Label, Labels } from '../inputs/labels.ts';
export type { OnUndefined } from '../inputs/options/labelOptions.ts';
export type { ValuePairOptions, Values } from '../inputs/checkValuePairs.ts';
export { Metric } from '../metrics/metric.ts';
export { MetricStateError } from '../state/metricStateError.ts';
export * from '../functional/information/neighbors/index.ts';
export * from '../functional/information/featureSelection/index.ts';
export * from '../functional/information/gaussian/index.ts';
export type { EstimatorRecommendation } from '../functional/information/estimatorRecommendation.ts';
export { recommendEstimator } from '../functional/information/recommendEstimator.ts';
export { shuffleTest, type ShuffleTest, type ShuffleTestOptions } from '../functional/information/shuffleTest.ts';
export { GaussianCopulaMutualInfo, type GaussianCopulaMutualInfoOptions } from './gaussianCopulaMutualInfo.ts';
export { GaussianMutualInfo, type GaussianMutualInfoMetricOptions } from './gaussianMutualInfo.ts';
export { KsgMutualInfo, type KsgMutualInfoMetricOptions } from './ksgMutualInfo.ts';
export { MixedMutualInfo, type MixedMutualInfoMetricOptions } from './mixedMutualInfo.ts';
export { SamplePairMetric, type SamplePairOptions } from '../metrics/families/samplePairMetric.ts';
export {
  VariationalMutualInfo,
  type ScoreBatch,
  type VariationalMutualInfoOptions,
  type VariationalMutualInfoValue,
} from './variationalMutualInfo.ts';
export type {
  BoundSettings,
  ConditionalBound,
  CriticBound,
  NamedBound,
} from '../functional/information/bounds/boundOfScores.ts';
export { ValueMoments } from '../state/moments/valueMoments.ts';
export { JointMoments } from '../state/moments/jointMoments.ts';
export { SampleBuffer, type SampleBufferOptions } from '../state/samples/sampleBuffer.ts';
