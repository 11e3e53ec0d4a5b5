/**
 * Streaming metrics for TensorFlow.js: scores of classifiers, clusterings, regressions and rankings, measures of
 * association, and estimators of mutual information, as pure functions and as metrics that accumulate batches.
 *
 * @module
 */
export * from './classification/index.ts';
export * from './clustering/index.ts';
export * from './functional/index.ts';
export * from './nominal/index.ts';
export * from './regression/index.ts';
export * from './retrieval/index.ts';
export {
  GaussianCopulaMutualInfo,
  type GaussianCopulaMutualInfoOptions,
} from './information/gaussianCopulaMutualInfo.ts';
export { GaussianMutualInfo, type GaussianMutualInfoMetricOptions } from './information/gaussianMutualInfo.ts';
export { KsgMutualInfo, type KsgMutualInfoMetricOptions } from './information/ksgMutualInfo.ts';
export { MixedMutualInfo, type MixedMutualInfoMetricOptions } from './information/mixedMutualInfo.ts';
export { SamplePairMetric, type SamplePairOptions } from './metrics/families/samplePairMetric.ts';
export { Metric } from './metrics/metric.ts';
export type { AnyMetric, MetricInputs, MetricValue } from './metrics/metric.ts';
export type { MetricPart } from './metrics/metricPart.ts';
export { compose, type Composition, type NumberMetric } from './metrics/compose.ts';
export { AggregationMetric, type AggregationOptions } from './aggregation/aggregationMetric.ts';
export { CatMetric, type CatMetricOptions } from './aggregation/catMetric.ts';
export { MaxMetric } from './aggregation/maxMetric.ts';
export { MeanMetric } from './aggregation/meanMetric.ts';
export { MinMetric } from './aggregation/minMetric.ts';
export { SumMetric } from './aggregation/sumMetric.ts';
export { ClasswiseWrapper, type ClasswiseOptions } from './wrappers/classwiseWrapper.ts';
export { InputTransformer, type InputTransform } from './wrappers/inputTransformer.ts';
export { MetricTracker, type MetricTrackerOptions } from './wrappers/metricTracker.ts';
export type { BestEpoch, BestEpochs } from './wrappers/bestEpochs.ts';
export { MultioutputWrapper, type MultioutputOptions } from './wrappers/multioutputWrapper.ts';
export { MultitaskWrapper } from './wrappers/multitaskWrapper.ts';
export { BootStrapper, type BootStrapperInterval, type BootStrapperOptions } from './wrappers/bootStrapper.ts';
export type { DrawOutputOptions } from './wrappers/drawOutputs.ts';
export { MinMaxMetric, type MinMaxValue } from './wrappers/minMaxMetric.ts';
export { Running, type RunningOptions } from './wrappers/running.ts';
export { WrapperMetric } from './wrappers/wrapperMetric.ts';
export { MetricCollection } from './metrics/metricCollection.ts';
export type { CollectionOptions } from './metrics/collectionMembers.ts';
export { ContingencyMetric, type LabelBatch } from './metrics/families/contingencyMetric.ts';
export type { MetricSnapshot } from './metrics/metricSnapshot.ts';
export { ClusterMoments, type ClusterMoment } from './state/moments/clusterMoments.ts';
export { LabeledSampleBuffer } from './state/samples/labeledSampleBuffer.ts';
export { JointMoments } from './state/moments/jointMoments.ts';
export { SampleBuffer, type SampleBufferOptions } from './state/samples/sampleBuffer.ts';
export type { FlatSamples, Samples } from './inputs/samples.ts';
export { LabeledSampleMetric } from './metrics/families/labeledSampleMetric.ts';
export { ContingencyTable } from './state/tables/contingencyTable.ts';
export type { ContingencyEntry } from './state/tables/contingencyTable.ts';
export type { MetricState } from './state/metricState.ts';
export { Extremes } from './state/moments/extremes.ts';
export { WeightedSum } from './state/moments/weightedSum.ts';
export { MetricStateError } from './state/metricStateError.ts';
export { MultiwayTable, type MultiwayEntry } from './state/tables/multiwayTable.ts';
export { PairwiseTables, type PairwiseOptions } from './state/tables/pairwiseTables.ts';
export { RatingCounts } from './state/tables/ratingCounts.ts';
export type { CountedPair } from './inputs/readCountedPairs.ts';
export type { LabelOptions, OnUndefined } from './inputs/options/labelOptions.ts';
export type { PairOptions } from './inputs/labelPairs.ts';
export type { Label, Labels } from './inputs/labels.ts';
export type { LabelMatrix } from './inputs/readLabelColumns.ts';
export type { Ratings, RatingsMode } from './inputs/ratings.ts';
export type { NominalLabels } from './inputs/presentPairs.ts';
export type { NominalOptions, NominalTableOptions } from './inputs/options/nominalOptions.ts';
export { argMax } from './inputs/classification/argMax.ts';
export { threshold } from './inputs/classification/threshold.ts';
export type { AggregatedOptions, AggregatedValues, CheckedValues, NanStrategy } from './inputs/aggregatedValues.ts';
export { MetricInputError } from './inputs/metricInputError.ts';
export type { SampleWeight } from './inputs/sampleWeight.ts';
export type { TensorData, TensorLike } from './inputs/tensorLike.ts';
export type { ValueNameOptions } from './metrics/valueName.ts';
