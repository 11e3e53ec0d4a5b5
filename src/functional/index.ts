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
export { conditionalEntropyScore } from './information/discrete/conditionalEntropyScore.ts';
export { conditionalMutualInfoScore } from './information/discrete/conditionalMutualInfoScore.ts';
export { conditionalTotalCorrelationScore } from './information/discrete/conditionalTotalCorrelationScore.ts';
export { contingencyMatrix } from './clustering/contingencyMatrix.ts';
export { daviesBouldinScore } from './clustering/daviesBouldinScore.ts';
export type { DistanceFunction, NamedDistance } from './clustering/distanceCheck.ts';
export { dunnIndex, type DunnIndexOptions } from './clustering/dunnIndex.ts';
export { entropyScore } from './information/discrete/entropyScore.ts';
export { expectedMutualInfo } from './information/discrete/expectedMutualInfo.ts';
export { fowlkesMallowsIndex } from './clustering/fowlkesMallowsIndex.ts';
export { homogeneityCompletenessVMeasure } from './clustering/homogeneityCompletenessVMeasure.ts';
export { homogeneityScore } from './clustering/homogeneityScore.ts';
export { jointEntropyScore } from './information/discrete/jointEntropyScore.ts';
export { bootstrapInterval, type BootstrapIntervalOptions } from './bootstrapInterval.ts';
export type { BootstrapInterval, BootstrapMethod, BootstrapOptions } from './bootstrap/bootstrapOptions.ts';
export { subsampleInterval, type SubsampleOptions } from './subsampleInterval.ts';
export {
  mutualInfoTest,
  type MutualInfoTest,
  type MutualInfoTestOptions,
} from './information/discrete/mutualInfoTest.ts';
export { mutualInfoScore } from './information/discrete/mutualInfoScore.ts';
export { normalizedMutualInfoScore } from './clustering/normalizedMutualInfoScore.ts';
export { pairConfusionMatrix } from './clustering/pairConfusionMatrix.ts';
export { purityScore } from './clustering/purityScore.ts';
export { randScore } from './clustering/randScore.ts';
export { silhouetteSamples } from './clustering/silhouetteSamples.ts';
export { silhouetteScore } from './clustering/silhouetteScore.ts';
export { simplifiedSilhouetteScore } from './clustering/simplifiedSilhouetteScore.ts';
export type { SilhouetteDistance, SilhouetteOptions, SilhouetteScoreOptions } from './clustering/silhouetteOptions.ts';
export { totalCorrelationScore } from './information/discrete/totalCorrelationScore.ts';
export { totalCorrelationExplainedScore } from './information/discrete/totalCorrelationExplainedScore.ts';
export { vMeasureScore } from './clustering/vMeasureScore.ts';
export { variationOfInformation } from './information/discrete/variationOfInformation.ts';
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
export type { AverageMethod, AverageOptions } from './information/discrete/averageOptions.ts';
export type { BCubedScoreOptions } from './clustering/bCubedScore.ts';
export type { BetaOptions } from './clustering/betaOptions.ts';
export type { EntropyEstimator, EstimatorOptions } from './information/discrete/estimatorOptions.ts';
export type { GivenLabels } from './information/discrete/multiwayScore.ts';
export type { InformationOptions } from './information/discrete/informationOptions.ts';
export type { AssociationOptions } from './nominal/associationOptions.ts';
export type { FleissKappaOptions } from './nominal/fleissKappa.ts';
export type { IndependenceMethod, IndependenceTest, IndependenceTestOptions } from './nominal/independenceTest.ts';
export { knnConditionalEntropy } from './information/neighbors/knnConditionalEntropy.ts';
export { knnConditionalEntropyGivenLabels } from './information/neighbors/knnConditionalEntropyGivenLabels.ts';
export {
  knnConditionalMutualInfo,
  type KnnConditionalMutualInfoOptions,
} from './information/neighbors/knnConditionalMutualInfo.ts';
export { knnConditionalTotalCorrelation } from './information/neighbors/knnConditionalTotalCorrelation.ts';
export { knnEntropy } from './information/neighbors/knnEntropy.ts';
export type { FeatureSelectionOptions } from './information/neighbors/featureSelectionOptions.ts';
export {
  gaussianCopulaMutualInfo,
  type GaussianSampleOptions,
} from './information/gaussian/gaussianCopulaMutualInfo.ts';
export { gaussianMutualInfo, type GaussianMutualInfoOptions } from './information/gaussian/gaussianMutualInfo.ts';
export { knnKlDivergence } from './information/neighbors/knnKlDivergence.ts';
export type { BlockNorm } from './information/neighbors/blockDistances.ts';
export { ksgMutualInfo, type KsgMutualInfoOptions } from './information/neighbors/ksgMutualInfo.ts';
export { mixedMutualInfo, type MixedMutualInfoOptions } from './information/neighbors/mixedMutualInfo.ts';
export { mutualInfoClassif } from './information/neighbors/mutualInfoClassif.ts';
export { mutualInfoClassifAsync } from './information/neighbors/mutualInfoClassifAsync.ts';
export { mutualInfoRegression } from './information/neighbors/mutualInfoRegression.ts';
export { mutualInfoRegressionAsync } from './information/neighbors/mutualInfoRegressionAsync.ts';
export type {
  KnnEntropyOptions,
  KnnInformationOptions,
  KnnOptions,
  Standardization,
} from './information/neighbors/knnOptions.ts';
export { rossMutualInfo } from './information/neighbors/rossMutualInfo.ts';
export { shuffleTest, type ShuffleTest, type ShuffleTestOptions } from './information/shuffleTest.ts';
export { knnTotalCorrelation } from './information/neighbors/knnTotalCorrelation.ts';
export { knnTotalCorrelationExplained } from './information/neighbors/knnTotalCorrelationExplained.ts';
