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
export { contingencyMatrix } from './clustering/contingencyMatrix.ts';
export { daviesBouldinScore } from './clustering/daviesBouldinScore.ts';
export { dunnIndex, type DunnIndexOptions } from './clustering/dunnIndex.ts';
export { entropyScore } from './clustering/entropyScore.ts';
export { expectedMutualInfo } from './clustering/expectedMutualInfo.ts';
export { fowlkesMallowsIndex } from './clustering/fowlkesMallowsIndex.ts';
export { homogeneityCompletenessVMeasure } from './clustering/homogeneityCompletenessVMeasure.ts';
export { homogeneityScore } from './clustering/homogeneityScore.ts';
export { mutualInfoScore } from './clustering/mutualInfoScore.ts';
export { normalizedMutualInfoScore } from './clustering/normalizedMutualInfoScore.ts';
export { pairConfusionMatrix } from './clustering/pairConfusionMatrix.ts';
export { purityScore } from './clustering/purityScore.ts';
export { randScore } from './clustering/randScore.ts';
export { silhouetteSamples } from './clustering/silhouetteSamples.ts';
export { silhouetteScore } from './clustering/silhouetteScore.ts';
export type {
  SilhouetteDistance,
  SilhouetteOptions,
  SilhouetteScoreOptions,
} from './clustering/silhouetteOptions.ts';
export { vMeasureScore } from './clustering/vMeasureScore.ts';
export { variationOfInformation } from './clustering/variationOfInformation.ts';
export type { HomogeneityCompletenessVMeasure } from './clustering/homogeneityCompletenessVMeasure.ts';
export type { AverageMethod, AverageOptions } from './clustering/averageOptions.ts';
export type { BCubedScoreOptions } from './clustering/bCubedScore.ts';
export type { BetaOptions } from './clustering/betaOptions.ts';
export type { InformationOptions } from './clustering/informationOptions.ts';
