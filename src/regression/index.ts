/**
 * Scores of predicted values as pure functions and as metrics that accumulate batches.
 *
 * @module
 */
export * from '../functional/regression/index.ts';
export { ConcordanceCorrCoef } from './concordanceCorrCoef.ts';
export { CosineSimilarity } from './cosineSimilarity.ts';
export { CriticalSuccessIndex } from './criticalSuccessIndex.ts';
export { Crps } from './crps.ts';
export { ExplainedVariance } from './explainedVariance.ts';
export { JensenShannonDivergence } from './jensenShannonDivergence.ts';
export { KendallRankCorrCoef, type KendallRankCorrCoefMetricOptions } from './kendallRankCorrCoef.ts';
export { KlDivergence } from './klDivergence.ts';
export { LogCoshError } from './logCoshError.ts';
export { MeanAbsoluteError } from './meanAbsoluteError.ts';
export { MeanAbsolutePercentageError } from './meanAbsolutePercentageError.ts';
export { MeanSquaredError } from './meanSquaredError.ts';
export { MeanSquaredLogError } from './meanSquaredLogError.ts';
export { MinkowskiDistance } from './minkowskiDistance.ts';
export { NormalizedRootMeanSquaredError } from './normalizedRootMeanSquaredError.ts';
export { PearsonCorrCoef } from './pearsonCorrCoef.ts';
export { PinballLoss } from './pinballLoss.ts';
export { R2Score } from './r2Score.ts';
export { RelativeSquaredError } from './relativeSquaredError.ts';
export { SpearmanCorrCoef, type SpearmanCorrCoefMetricOptions } from './spearmanCorrCoef.ts';
export { SymmetricMeanAbsolutePercentageError } from './symmetricMeanAbsolutePercentageError.ts';
export { TweedieDeviance } from './tweedieDeviance.ts';
export { WeightedMeanAbsolutePercentageError } from './weightedMeanAbsolutePercentageError.ts';
export type { OutputBatch } from '../metrics/families/outputLossMetric.ts';
export { OutputMoments } from '../state/moments/outputMoments.ts';
export type { PairMoments, VariableMoments } from '../state/moments/pairMoments.ts';
