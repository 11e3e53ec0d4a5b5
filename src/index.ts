/**
 * Streaming metrics for TensorFlow.js: scores of clusterings and classifications as pure functions and
 * as metrics that gather batches, all of them readings of one contingency table.
 *
 * @module
 */
export * from './clustering/index.ts';
export * from './functional/index.ts';
export * from './nominal/index.ts';
export {
  GaussianCopulaMutualInfo,
  type GaussianCopulaMutualInfoOptions,
} from './information/gaussianCopulaMutualInfo.ts';
export { GaussianMutualInfo, type GaussianMutualInfoMetricOptions } from './information/gaussianMutualInfo.ts';
export { KsgMutualInfo, type KsgMutualInfoMetricOptions } from './information/ksgMutualInfo.ts';
export { MixedMutualInfo, type MixedMutualInfoMetricOptions } from './information/mixedMutualInfo.ts';
export { SamplePairMetric, type SamplePairOptions } from './metrics/samplePairMetric.ts';
export { Metric } from './metrics/metric.ts';
export type { AnyMetric, MetricInputs, MetricValue } from './metrics/metric.ts';
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
export { MultioutputWrapper, type MultioutputBatch, type MultioutputOptions } from './wrappers/multioutputWrapper.ts';
export { MultitaskWrapper, type TaskMetrics, type TaskValues } from './wrappers/multitaskWrapper.ts';
export {
  BootStrapper,
  type BootStrapperInterval,
  type BootStrapperOptions,
  type ValueIntervals,
} from './wrappers/bootStrapper.ts';
export type { DrawOutputOptions, DrawOutputs } from './wrappers/drawOutputs.ts';
export { MinMaxMetric, type MinMaxValue } from './wrappers/minMaxMetric.ts';
export { Running, type RunningOptions } from './wrappers/running.ts';
export { WrapperMetric } from './wrappers/wrapperMetric.ts';
export { MetricCollection } from './metrics/metricCollection.ts';
export type {
  CollectionInputs,
  CollectionMembers,
  CollectionOptions,
  CollectionValues,
  MemberSource,
  NamedMembers,
} from './metrics/collectionMembers.ts';
export type { ValueNameOptions } from './metrics/valueName.ts';
export { ContingencyMetric, type LabelBatch } from './metrics/contingencyMetric.ts';
export type { MetricDescription, MetricSnapshot } from './metrics/metricSnapshot.ts';
export { ClusterMoments, type ClusterMoment } from './state/moments/clusterMoments.ts';
export type { ClusterMomentSnapshot, ClusterMomentsSnapshot } from './state/moments/clusterMomentsSnapshot.ts';
export { LabeledSampleBuffer, type LabeledSampleSnapshot } from './state/samples/labeledSampleBuffer.ts';
export { JointMoments } from './state/moments/jointMoments.ts';
export type { JointMomentsSnapshot } from './state/moments/jointMomentsSnapshot.ts';
export { SampleBuffer, type SampleBufferOptions } from './state/samples/sampleBuffer.ts';
export type { SampleBufferSnapshot } from './state/samples/sampleBufferSnapshot.ts';
export type { FlatSamples, Samples, SamplesWithDims } from './inputs/samples.ts';
export type { CheckedSamples } from './inputs/samples.ts';
export type { LabeledSamples } from './inputs/labeledSamples.ts';
export { LabeledSampleMetric } from './metrics/labeledSampleMetric.ts';
export { ContingencyTable } from './state/tables/contingencyTable.ts';
export type { ContingencyEntry } from './state/tables/labelTable.ts';
export type { ContingencySnapshot } from './state/tables/contingencySnapshot.ts';
export type { AnyState, MetricState } from './state/metricState.ts';
export { EpochStates, type EpochState } from './state/composed/epochStates.ts';
export { Extremes, type ExtremesSnapshot } from './state/moments/extremes.ts';
export type { JsonNumber } from './state/jsonNumber.ts';
export type { Sampling } from './numeric/random/resampledRows.ts';
export { SlidingWindow, type SlidingWindowSnapshot } from './state/composed/slidingWindow.ts';
export { WatchedState, type WatchedSnapshot } from './state/composed/watchedState.ts';
export { WeightedSum, type WeightedSumSnapshot } from './state/moments/weightedSum.ts';
export { MetricStateError } from './state/metricStateError.ts';
export { MultiwayTable, type MultiwayEntry } from './state/tables/multiwayTable.ts';
export type { MultiwaySnapshot } from './state/tables/multiwaySnapshot.ts';
export type { CodedTuples } from './state/tables/codedTuples.ts';
export { PairwiseTables, type PairwiseOptions } from './state/tables/pairwiseTables.ts';
export type { PairwiseSnapshot } from './state/tables/pairwiseSnapshot.ts';
export { RatingCounts } from './state/tables/ratingCounts.ts';
export type { RatingSnapshot } from './state/tables/ratingSnapshot.ts';
export { StateRecord } from './state/composed/stateRecord.ts';
export type { TableCells } from './state/tables/tableCells.ts';
export type { CountedPair, MatrixLabels } from './inputs/readCountedPairs.ts';
export type { NumericTypedArray } from './inputs/isTypedArray.ts';
export type { LabelOptions, OnUndefined } from './inputs/labelOptions.ts';
export type { PairOptions } from './inputs/labelPairs.ts';
export type { Label, LabelKind, Labels } from './inputs/labels.ts';
export type { LabelMatrix } from './inputs/readLabelColumns.ts';
export type { Ratings, RatingsMode } from './inputs/ratings.ts';
export type { NominalLabels } from './inputs/presentPairs.ts';
export type { NominalOptions } from './inputs/nominalOptions.ts';
export { argMax } from './inputs/argMax.ts';
export { threshold } from './inputs/threshold.ts';
export type { AggregatedOptions, AggregatedValues, CheckedValues, NanStrategy } from './inputs/aggregatedValues.ts';
export { MetricInputError } from './inputs/metricInputError.ts';
export type { SampleWeight } from './inputs/sampleWeight.ts';
export type { TensorLike } from './inputs/tensorLike.ts';
