/**
 * Mutual information of continuous values and of soft cluster assignments: as functions that gradients
 * flow through, so that they can be part of a loss, and as metrics that gather batches.
 *
 * This entry needs `@tensorflow/tfjs-core` at run time.
 *
 * @module
 */
export { barberAgakovLowerBound } from '../functional/information/bounds/barberAgakovLowerBound.ts';
export {
  clubUpperBound,
  type ClubOptions,
} from '../functional/information/bounds/clubUpperBound.ts';
export { dvLowerBound } from '../functional/information/bounds/dvLowerBound.ts';
export {
  infoNceLowerBound,
  type InfoNceOptions,
} from '../functional/information/bounds/infoNceLowerBound.ts';
export { interpolatedLowerBound } from '../functional/information/bounds/interpolatedLowerBound.ts';
export { jsLowerBound } from '../functional/information/bounds/jsLowerBound.ts';
export { leaveOneOutUpperBound } from '../functional/information/bounds/leaveOneOutUpperBound.ts';
export {
  mineLowerBound,
  type MineBound,
  type MineOptions,
} from '../functional/information/bounds/mineLowerBound.ts';
export { nwjLowerBound } from '../functional/information/bounds/nwjLowerBound.ts';
export {
  smileLowerBound,
  type SmileOptions,
} from '../functional/information/bounds/smileLowerBound.ts';
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
} from '../metrics/softHistogramMetric.ts';
export { SoftHistogram, type SoftAxisPair } from '../state/softHistogram.ts';
export type { SoftHistogramSnapshot, SoftSumsSnapshot } from '../state/softHistogramSnapshot.ts';
export {
  assignmentMutualInfoScore,
  type AssignmentCallOptions,
} from '../functional/information/assignmentMutualInfoScore.ts';
export {
  assignmentMutualInfoLoss,
  type AssignmentMutualInfoLoss,
} from '../functional/information/assignmentMutualInfoLoss.ts';
export type { AssignmentMutualInfoOptions } from '../functional/information/assignmentOptions.ts';
export type { PairWeightOptions } from '../functional/information/pairWeights.ts';
export {
  korniaMutualInformationLoss,
  type KorniaMutualInformationOptions,
} from '../functional/information/korniaMutualInformationLoss.ts';
export {
  softHistogram,
  type SoftHistogramOptions1d,
} from '../functional/information/softHistogram.ts';
export { softHistogram2d } from '../functional/information/softHistogram2d.ts';
export {
  softMutualInfoLoss,
  type SoftMutualInfoLoss,
  type SoftMutualInfoLossOptions,
} from '../functional/information/softMutualInfoLoss.ts';
export type {
  BiasCorrection,
  SoftMutualInfoOptions,
  SoftNormalizedMutualInfoOptions,
  SoftScoreOptions,
} from '../functional/information/softMutualInfoOptions.ts';
export { softMutualInfoScore } from '../functional/information/softMutualInfoScore.ts';
export { softNormalizedMutualInfoScore } from '../functional/information/softNormalizedMutualInfoScore.ts';
export type { ContinuousValues } from '../functional/information/toTensor.ts';
export type { SoftAxisOptions, SoftEdge } from '../binning/softAxis.ts';
export type { SoftJointOptions } from '../functional/information/softJointOptions.ts';
export type {
  DataRangeOption,
  HistogramRange,
  SoftHistogramOptions,
} from '../binning/softHistogramOptions.ts';
export type { WindowKernelName } from '../binning/windowKernel.ts';
export type { SoftKernelName } from '../binning/softKernel.ts';
export type { FloatValues } from '../binning/histogramAxis.ts';
export type { JointCounts, JointSums, WeightedPairs } from '../binning/jointCounts.ts';
export type { Assignments, Probabilities } from '../inputs/assignments.ts';
export type { CheckedSamples, FlatSamples, Samples, SamplesWithDims } from '../inputs/samples.ts';
export type { Label, Labels } from '../inputs/labels.ts';
export type { OnUndefined } from '../inputs/labelOptions.ts';
export type { ValuePairOptions, Values } from '../inputs/valuePairs.ts';
export {
  connorlee77MutualInformation,
  type Connorlee77Options,
} from '../functional/information/connorlee77MutualInformation.ts';
export { histogram } from '../functional/information/histogram.ts';
export { histogram2d } from '../functional/information/histogram2d.ts';
export {
  imageHistogram2d,
  type ImageHistogram,
  type ImageHistogramOptions,
} from '../functional/information/imageHistogram2d.ts';
export { jointPdf } from '../functional/information/jointPdf.ts';
export type { BinCentres } from '../functional/information/korniaArguments.ts';
export { marginalPdf } from '../functional/information/marginalPdf.ts';
export {
  monaiGlobalMutualInformationLoss,
  type MonaiMutualInformationOptions,
} from '../functional/information/monaiGlobalMutualInformationLoss.ts';
export type { Reduction } from '../functional/information/reduceRows.ts';
export type { CentreKernelName } from '../binning/centreKernel.ts';
export { Metric } from '../metrics/metric.ts';
export { MetricStateError } from '../state/metricStateError.ts';
export { conditionalEntropy } from '../functional/information/conditionalEntropy.ts';
export { conditionalEntropyGivenLabels } from '../functional/information/conditionalEntropyGivenLabels.ts';
export type { BlockNorm } from '../functional/information/blockDistances.ts';
export {
  conditionalMutualInfo,
  type ConditionalMutualInfoOptions,
} from '../functional/information/conditionalMutualInfo.ts';
export { conditionalTotalCorrelation } from '../functional/information/conditionalTotalCorrelation.ts';
export { differentialEntropy } from '../functional/information/differentialEntropy.ts';
export { type FeatureSelectionOptions } from '../functional/information/featureOptions.ts';
export {
  gaussianCopulaMutualInfo,
  type GaussianSampleOptions,
} from '../functional/information/gaussianCopulaMutualInfo.ts';
export {
  gaussianMutualInfo,
  type GaussianMutualInfoOptions,
} from '../functional/information/gaussianMutualInfo.ts';
export { klDivergence } from '../functional/information/klDivergence.ts';
export {
  ksgMutualInfo,
  type KsgMutualInfoOptions,
} from '../functional/information/ksgMutualInfo.ts';
export {
  mixedMutualInfo,
  type MixedMutualInfoOptions,
} from '../functional/information/mixedMutualInfo.ts';
export { mutualInfoClassif } from '../functional/information/mutualInfoClassif.ts';
export { mutualInfoClassifAsync } from '../functional/information/mutualInfoClassifAsync.ts';
export { mutualInfoRegression } from '../functional/information/mutualInfoRegression.ts';
export { mutualInfoRegressionAsync } from '../functional/information/mutualInfoRegressionAsync.ts';
export {
  type NeighborEntropyOptions,
  type NeighborInformationOptions,
  type NeighborOptions,
  type Standardization,
} from '../functional/information/neighborOptions.ts';
export { rossMutualInfo } from '../functional/information/rossMutualInfo.ts';
export {
  shuffleTest,
  type ShuffleTest,
  type ShuffleTestOptions,
} from '../functional/information/shuffleTest.ts';
export { totalCorrelation } from '../functional/information/totalCorrelation.ts';
export { totalCorrelationExplained } from '../functional/information/totalCorrelationExplained.ts';
export {
  GaussianCopulaMutualInfo,
  type GaussianCopulaMutualInfoOptions,
} from './gaussianCopulaMutualInfo.ts';
export { GaussianMutualInfo, type GaussianMutualInfoMetricOptions } from './gaussianMutualInfo.ts';
export { KsgMutualInfo, type KsgMutualInfoMetricOptions } from './ksgMutualInfo.ts';
export { MixedMutualInfo, type MixedMutualInfoMetricOptions } from './mixedMutualInfo.ts';
export { SamplePairMetric, type SamplePairOptions } from '../metrics/samplePairMetric.ts';
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
export { ValueMoments, type ValueMomentsSnapshot } from '../state/valueMoments.ts';
export { JointMoments } from '../state/jointMoments.ts';
export type { JointMomentsSnapshot } from '../state/jointMomentsSnapshot.ts';
export { SampleBuffer, type SampleBufferOptions } from '../state/sampleBuffer.ts';
export type { SampleBufferSnapshot } from '../state/sampleBufferSnapshot.ts';
