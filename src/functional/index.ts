/**
 * Scores, estimators and statistical tests as pure functions.
 *
 * @module
 */
export * from './classification/index.ts';
export * from './clustering/index.ts';
export * from './nominal/index.ts';
export { conditionalEntropyScore } from './information/discrete/conditionalEntropyScore.ts';
export { conditionalMutualInfoScore } from './information/discrete/conditionalMutualInfoScore.ts';
export { conditionalTotalCorrelationScore } from './information/discrete/conditionalTotalCorrelationScore.ts';
export { entropyScore } from './information/discrete/entropyScore.ts';
export { expectedMutualInfo } from './information/discrete/expectedMutualInfo.ts';
export { jointEntropyScore } from './information/discrete/jointEntropyScore.ts';
export { bootstrapInterval, type BootstrapIntervalOptions, type BootstrappedScore } from './bootstrapInterval.ts';
export type { BootstrapInterval, BootstrapMethod, BootstrapOptions } from './bootstrap/bootstrapOptions.ts';
export { subsampleInterval, type SubsampleOptions } from './subsampleInterval.ts';
export { mutualInfoTest, type MutualInfoTest, type MutualInfoTestOptions } from './nominal/mutualInfoTest.ts';
export { mutualInfoScore } from './information/discrete/mutualInfoScore.ts';
export {
  pointwiseMutualInfo,
  type PointwiseMutualInfoOptions,
  type PointwisePair,
} from './information/discrete/pointwiseMutualInfo.ts';
export { totalCorrelationScore } from './information/discrete/totalCorrelationScore.ts';
export { totalCorrelationExplainedScore } from './information/discrete/totalCorrelationExplainedScore.ts';
export { variationOfInformation } from './information/discrete/variationOfInformation.ts';
export type { AverageMethod, AverageOptions } from './information/discrete/averageOptions.ts';
export type { EntropyEstimator, EstimatorOptions } from './information/discrete/estimatorOptions.ts';
export type { InformationOptions } from './information/discrete/informationOptions.ts';
export { knnConditionalEntropy } from './information/neighbors/knnConditionalEntropy.ts';
export { knnConditionalEntropyGivenLabels } from './information/neighbors/knnConditionalEntropyGivenLabels.ts';
export {
  knnConditionalMutualInfo,
  type KnnConditionalMutualInfoOptions,
} from './information/neighbors/knnConditionalMutualInfo.ts';
export { knnConditionalTotalCorrelation } from './information/neighbors/knnConditionalTotalCorrelation.ts';
export { knnEntropy } from './information/neighbors/knnEntropy.ts';
export type { FeatureSelectionOptions } from './information/featureSelection/featureSelectionOptions.ts';
export {
  gaussianCopulaMutualInfo,
  type GaussianSampleOptions,
} from './information/gaussian/gaussianCopulaMutualInfo.ts';
export {
  gaussianPointwiseMutualInfo,
  type GaussianPointwiseOptions,
} from './information/gaussian/gaussianPointwiseMutualInfo.ts';
export { gaussianMutualInfo, type GaussianMutualInfoOptions } from './information/gaussian/gaussianMutualInfo.ts';
export { knnKlDivergence } from './information/neighbors/knnKlDivergence.ts';
export { ksgMutualInfo, type KsgMutualInfoOptions } from './information/neighbors/ksgMutualInfo.ts';
export { ksgPointwiseMutualInfo } from './information/neighbors/ksgPointwiseMutualInfo.ts';
export { mixedPointwiseMutualInfo } from './information/neighbors/mixedPointwiseMutualInfo.ts';
export { mixedMutualInfo, type MixedMutualInfoOptions } from './information/neighbors/mixedMutualInfo.ts';
export { mutualInfoClassif } from './information/featureSelection/mutualInfoClassif.ts';
export { mutualInfoClassifAsync } from './information/featureSelection/mutualInfoClassifAsync.ts';
export { mutualInfoRegression } from './information/featureSelection/mutualInfoRegression.ts';
export { mutualInfoRegressionAsync } from './information/featureSelection/mutualInfoRegressionAsync.ts';
export type { KnnEntropyOptions, KnnInformationOptions, KnnOptions } from './information/neighbors/knnOptions.ts';
export { rossMutualInfo } from './information/neighbors/rossMutualInfo.ts';
export { shuffleTest, type ShuffleTest, type ShuffleTestOptions } from './information/shuffleTest.ts';
export { knnTotalCorrelation } from './information/neighbors/knnTotalCorrelation.ts';
export { knnTotalCorrelationExplained } from './information/neighbors/knnTotalCorrelationExplained.ts';
export { MetricInputError } from '../inputs/metricInputError.ts';
