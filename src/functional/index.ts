/**
 * Scores, estimators and statistical tests as pure functions.
 *
 * @module
 */
export * from './classification/index.ts';
export * from './clustering/index.ts';
export * from './nominal/index.ts';
export * from './regression/index.ts';
export * from './retrieval/index.ts';
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
export * from './information/neighbors/index.ts';
export * from './information/featureSelection/index.ts';
export * from './information/gaussian/index.ts';
export type { EstimatorRecommendation } from './information/estimatorRecommendation.ts';
export { recommendEstimator } from './information/recommendEstimator.ts';
export { shuffleTest, type ShuffleTest, type ShuffleTestOptions } from './information/shuffleTest.ts';
export { MetricInputError } from '../inputs/metricInputError.ts';
