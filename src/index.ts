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
export {
  GaussianMutualInfo,
  type GaussianMutualInfoMetricOptions,
} from './information/gaussianMutualInfo.ts';
export { KsgMutualInfo, type KsgMutualInfoMetricOptions } from './information/ksgMutualInfo.ts';
export {
  MixedMutualInfo,
  type MixedMutualInfoMetricOptions,
} from './information/mixedMutualInfo.ts';
export { SamplePairMetric, type SamplePairOptions } from './metrics/samplePairMetric.ts';
export { Metric } from './metrics/metric.ts';
export type { AnyMetric, MetricInputs, MetricValue } from './metrics/anyMetric.ts';
export { compose, type Composition, type NumberMetric } from './metrics/composition.ts';
export { AggregationMetric, type AggregationOptions } from './metrics/aggregationMetric.ts';
export { CatMetric, type CatMetricOptions } from './metrics/catMetric.ts';
export { MaxMetric } from './metrics/maxMetric.ts';
export { MeanMetric } from './metrics/meanMetric.ts';
export { MinMetric } from './metrics/minMetric.ts';
export { SumMetric } from './metrics/sumMetric.ts';
export { ClasswiseWrapper, type ClasswiseOptions } from './metrics/classwiseWrapper.ts';
export { InputTransformer, type InputTransform } from './metrics/inputTransformer.ts';
export { MetricTracker, type MetricTrackerOptions } from './metrics/metricTracker.ts';
export type { BestEpoch, BestEpochs } from './metrics/bestEpochs.ts';
export {
  MultioutputWrapper,
  type MultioutputBatch,
  type MultioutputOptions,
} from './metrics/multioutputWrapper.ts';
export { MultitaskWrapper, type TaskMetrics, type TaskValues } from './metrics/multitaskWrapper.ts';
export {
  BootStrapper,
  type BootStrapperInterval,
  type BootStrapperOptions,
  type ValueIntervals,
} from './metrics/bootStrapper.ts';
export type { DrawOutputOptions, DrawOutputs } from './metrics/drawOutputs.ts';
export { MinMaxMetric, type MinMaxValue } from './metrics/minMaxMetric.ts';
export { Running, type RunningOptions } from './metrics/running.ts';
export { WrapperMetric } from './metrics/wrapperMetric.ts';
export { MetricCollection } from './metrics/metricCollection.ts';
export type {
  CollectionInputs,
  CollectionMembers,
  CollectionOptions,
  CollectionValues,
  MemberSource,
  NamedMembers,
} from './metrics/collectionTypes.ts';
export type { ValueNameOptions } from './metrics/valueNames.ts';
export { ContingencyMetric, type LabelBatch } from './metrics/contingencyMetric.ts';
export type { MetricDescription, MetricSnapshot } from './metrics/metricSnapshot.ts';
export { ClusterMoments, type ClusterMoment } from './state/clusterMoments.ts';
export type {
  ClusterMomentSnapshot,
  ClusterMomentsSnapshot,
} from './state/clusterMomentsSnapshot.ts';
export { LabeledSampleBuffer, type LabeledSampleSnapshot } from './state/labeledSampleBuffer.ts';
export { JointMoments } from './state/jointMoments.ts';
export type { JointMomentsSnapshot } from './state/jointMomentsSnapshot.ts';
export { SampleBuffer, type SampleBufferOptions } from './state/sampleBuffer.ts';
export type { SampleBufferSnapshot } from './state/sampleBufferSnapshot.ts';
export type { FlatSamples, Samples, SamplesWithDims } from './inputs/samples.ts';
export type { CheckedSamples } from './inputs/samples.ts';
export type { LabeledSamples } from './inputs/labeledSamples.ts';
export { LabeledSampleMetric } from './metrics/labeledSampleMetric.ts';
export { ContingencyTable, type ContingencyEntry } from './state/contingencyTable.ts';
export type { ContingencySnapshot } from './state/contingencySnapshot.ts';
export type { MetricState } from './state/metricState.ts';
export { EpochStates, type EpochState } from './state/epochStates.ts';
export { Extremes, type ExtremesSnapshot } from './state/extremes.ts';
export type { JsonNumber } from './state/jsonNumber.ts';
export type { Sampling } from './random/resampledRows.ts';
export { SlidingWindow, type SlidingWindowSnapshot } from './state/slidingWindow.ts';
export { WatchedState, type WatchedSnapshot } from './state/watchedState.ts';
export { WeightedSum, type WeightedSumSnapshot } from './state/weightedSum.ts';
export { MetricStateError } from './state/metricStateError.ts';
export { MultiwayTable, type MultiwayEntry } from './state/multiwayTable.ts';
export type { MultiwaySnapshot } from './state/multiwaySnapshot.ts';
export type { CodedTuples } from './state/codedTuples.ts';
export { PairwiseTables, type PairwiseOptions } from './state/pairwiseTables.ts';
export type { PairwiseSnapshot } from './state/pairwiseSnapshot.ts';
export { RatingCounts } from './state/ratingCounts.ts';
export type { RatingSnapshot } from './state/ratingSnapshot.ts';
export { StateRecord, type AnyState } from './state/stateRecord.ts';
export type { TableCells } from './state/tableCells.ts';
export type { CountedPair, MatrixLabels } from './inputs/countedPairs.ts';
export type { NumericTypedArray } from './inputs/typedArrays.ts';
export type { LabelOptions, OnUndefined } from './inputs/labelOptions.ts';
export type { PairOptions } from './inputs/labelPairs.ts';
export type { Label, LabelKind, Labels } from './inputs/labels.ts';
export type { LabelMatrix } from './inputs/labelColumns.ts';
export type { Ratings, RatingsMode } from './inputs/ratings.ts';
export type { NominalLabels } from './inputs/missingLabels.ts';
export type { NominalOptions } from './inputs/nominalOptions.ts';
export { argMax } from './inputs/argMax.ts';
export { threshold } from './inputs/threshold.ts';
export type {
  AggregatedOptions,
  AggregatedValues,
  CheckedValues,
  NanStrategy,
} from './inputs/aggregatedValues.ts';
export { MetricInputError } from './inputs/metricInputError.ts';
export type { SampleWeight } from './inputs/sampleWeight.ts';
export type { TensorLike } from './inputs/tensorLike.ts';
