/**
 * Scores of two labelings as pure functions.
 *
 * @module
 */
export { adjustedMutualInfoScore } from './clustering/adjustedMutualInfoScore.ts';
export { adjustedRandScore } from './clustering/adjustedRandScore.ts';
export { bCubedScore } from './clustering/bCubedScore.ts';
export { calinskiHarabaszScore } from './clustering/calinskiHarabaszScore.ts';
export { clusterAccuracy } from './clustering/clusterAccuracy.ts';
export { completenessScore } from './clustering/completenessScore.ts';
export { conditionalEntropyScore } from './clustering/conditionalEntropyScore.ts';
export { conditionalMutualInfoScore } from './clustering/conditionalMutualInfoScore.ts';
export { conditionalTotalCorrelationScore } from './clustering/conditionalTotalCorrelationScore.ts';
export { contingencyMatrix } from './clustering/contingencyMatrix.ts';
export { daviesBouldinScore } from './clustering/daviesBouldinScore.ts';
export type { DistanceFunction, NamedDistance } from './clustering/distanceOptions.ts';
export { dunnIndex, type DunnIndexOptions } from './clustering/dunnIndex.ts';
export { entropyScore } from './clustering/entropyScore.ts';
export { expectedMutualInfo } from './clustering/expectedMutualInfo.ts';
export { fowlkesMallowsIndex } from './clustering/fowlkesMallowsIndex.ts';
export { homogeneityCompletenessVMeasure } from './clustering/homogeneityCompletenessVMeasure.ts';
export { homogeneityScore } from './clustering/homogeneityScore.ts';
export { jointEntropyScore } from './clustering/jointEntropyScore.ts';
export { bootstrapInterval, type BootstrapIntervalOptions } from './bootstrapInterval.ts';
export type {
  BootstrapInterval,
  BootstrapMethod,
  BootstrapOptions,
  CountedTable,
} from './bootstrap/bootstrapOptions.ts';
export { subsampleInterval, type SubsampleOptions } from './subsampleInterval.ts';
export {
  mutualInfoTest,
  type MutualInfoTest,
  type MutualInfoTestOptions,
} from './clustering/mutualInfoTest.ts';
export { mutualInfoScore } from './clustering/mutualInfoScore.ts';
export { normalizedMutualInfoScore } from './clustering/normalizedMutualInfoScore.ts';
export { pairConfusionMatrix } from './clustering/pairConfusionMatrix.ts';
export { purityScore } from './clustering/purityScore.ts';
export { randScore } from './clustering/randScore.ts';
export { silhouetteSamples } from './clustering/silhouetteSamples.ts';
export { silhouetteScore } from './clustering/silhouetteScore.ts';
export { simplifiedSilhouetteScore } from './clustering/simplifiedSilhouetteScore.ts';
export type {
  SilhouetteDistance,
  SilhouetteOptions,
  SilhouetteScoreOptions,
} from './clustering/silhouetteOptions.ts';
export { totalCorrelationScore } from './clustering/totalCorrelationScore.ts';
export { totalCorrelationExplainedScore } from './clustering/totalCorrelationExplainedScore.ts';
export { vMeasureScore } from './clustering/vMeasureScore.ts';
export { variationOfInformation } from './clustering/variationOfInformation.ts';
export { cramersV } from './nominal/cramersV.ts';
export { cramersVMatrix } from './nominal/cramersVMatrix.ts';
export { fleissKappa } from './nominal/fleissKappa.ts';
export { independenceTest } from './nominal/independenceTest.ts';
export { pearsonsContingencyCoefficient } from './nominal/pearsonsContingencyCoefficient.ts';
export { pearsonsContingencyCoefficientMatrix } from './nominal/pearsonsContingencyCoefficientMatrix.ts';
export { theilsU } from './nominal/theilsU.ts';
export { theilsUMatrix } from './nominal/theilsUMatrix.ts';
export { tschuprowsT } from './nominal/tschuprowsT.ts';
export { tschuprowsTMatrix } from './nominal/tschuprowsTMatrix.ts';
export type { HomogeneityCompletenessVMeasure } from './clustering/homogeneityCompletenessVMeasure.ts';
export type { AverageMethod, AverageOptions } from './clustering/averageOptions.ts';
export type { BCubedScoreOptions } from './clustering/bCubedScore.ts';
export type { BetaOptions } from './clustering/betaOptions.ts';
export type { EntropyEstimator, EstimatorOptions } from './clustering/estimatorOptions.ts';
export type { GivenLabels } from './clustering/multiwayArguments.ts';
export type { InformationOptions } from './clustering/informationOptions.ts';
export type { AssociationOptions } from './nominal/associationOptions.ts';
export type { FleissKappaOptions } from './nominal/fleissKappa.ts';
export type {
  IndependenceMethod,
  IndependenceTest,
  IndependenceTestOptions,
} from './nominal/independenceTest.ts';
export { conditionalEntropy } from './information/conditionalEntropy.ts';
export { conditionalEntropyGivenLabels } from './information/conditionalEntropyGivenLabels.ts';
export {
  conditionalMutualInfo,
  type ConditionalMutualInfoOptions,
} from './information/conditionalMutualInfo.ts';
export { conditionalTotalCorrelation } from './information/conditionalTotalCorrelation.ts';
export { differentialEntropy } from './information/differentialEntropy.ts';
export type { FeatureSelectionOptions } from './information/featureOptions.ts';
export {
  gaussianCopulaMutualInfo,
  type GaussianSampleOptions,
} from './information/gaussianCopulaMutualInfo.ts';
export {
  gaussianMutualInfo,
  type GaussianMutualInfoOptions,
} from './information/gaussianMutualInfo.ts';
export { klDivergence } from './information/klDivergence.ts';
export type { BlockNorm } from './information/blockDistances.ts';
export { ksgMutualInfo, type KsgMutualInfoOptions } from './information/ksgMutualInfo.ts';
export { mixedMutualInfo, type MixedMutualInfoOptions } from './information/mixedMutualInfo.ts';
export { mutualInfoClassif } from './information/mutualInfoClassif.ts';
export { mutualInfoClassifAsync } from './information/mutualInfoClassifAsync.ts';
export { mutualInfoRegression } from './information/mutualInfoRegression.ts';
export { mutualInfoRegressionAsync } from './information/mutualInfoRegressionAsync.ts';
export type {
  NeighborEntropyOptions,
  NeighborInformationOptions,
  NeighborOptions,
  Standardization,
} from './information/neighborOptions.ts';
export { rossMutualInfo } from './information/rossMutualInfo.ts';
export {
  shuffleTest,
  type ShuffleTest,
  type ShuffleTestOptions,
} from './information/shuffleTest.ts';
export { totalCorrelation } from './information/totalCorrelation.ts';
export { totalCorrelationExplained } from './information/totalCorrelationExplained.ts';
