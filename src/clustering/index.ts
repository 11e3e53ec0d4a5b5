/**
 * Clustering scores as pure functions and as metrics that accumulate batches.
 *
 * @module
 */
export * from '../functional/clustering/index.ts';
export { mutualInfoScore } from '../functional/information/discrete/mutualInfoScore.ts';
export { variationOfInformation } from '../functional/information/discrete/variationOfInformation.ts';
export { AdjustedMutualInfoScore } from './adjustedMutualInfoScore.ts';
export { AdjustedRandScore } from './adjustedRandScore.ts';
export { BCubedScore } from './bCubedScore.ts';
export { CalinskiHarabaszScore } from './samples/calinskiHarabaszScore.ts';
export { ClusterAccuracy } from './clusterAccuracy.ts';
export { CompletenessScore } from './completenessScore.ts';
export { DaviesBouldinScore, type DaviesBouldinScoreOptions } from './samples/daviesBouldinScore.ts';
export { DunnIndex, type DunnIndexMetricOptions } from './samples/dunnIndex.ts';
export { FowlkesMallowsIndex } from './fowlkesMallowsIndex.ts';
export { HomogeneityScore } from './homogeneityScore.ts';
export { JaccardScore } from './jaccardScore.ts';
export { MutualInfoScore } from './mutualInfoScore.ts';
export { NormalizedMutualInfoScore } from './normalizedMutualInfoScore.ts';
export { PurityScore } from './purityScore.ts';
export { RandScore } from './randScore.ts';
export { SilhouetteScore, type SilhouetteScoreMetricOptions } from './samples/silhouetteScore.ts';
export {
  SimplifiedSilhouetteScore,
  type SimplifiedSilhouetteScoreOptions,
} from './samples/simplifiedSilhouetteScore.ts';
export { VMeasureScore } from './vMeasureScore.ts';
export { VariationOfInformation } from './variationOfInformation.ts';
export { MetricInputError } from '../inputs/metricInputError.ts';
