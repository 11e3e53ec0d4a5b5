export { concordanceCorrCoef } from './moments/concordanceCorrCoef.ts';
export { cosineSimilarity } from './distributions/cosineSimilarity.ts';
export { criticalSuccessIndex, type CriticalSuccessIndexOptions } from './losses/criticalSuccessIndex.ts';
export { crps } from './distributions/crps.ts';
export type { DivergenceOptions } from './distributions/divergence.ts';
export { explainedVariance } from './moments/explainedVariance.ts';
export { jensenShannonDivergence } from './distributions/jensenShannonDivergence.ts';
export {
  kendallRankCorrCoef,
  type KendallVariant,
  type KendallRankCorrCoefOptions,
} from './ranks/kendallRankCorrCoef.ts';
export { kendallTest, type KendallTestOptions, type KendallTestValue } from './ranks/kendallTest.ts';
export { klDivergence } from './distributions/klDivergence.ts';
export { logCoshError } from './losses/logCoshError.ts';
export { meanAbsoluteError } from './losses/meanAbsoluteError.ts';
export { meanAbsolutePercentageError } from './losses/meanAbsolutePercentageError.ts';
export { meanSquaredError } from './moments/meanSquaredError.ts';
export { meanSquaredLogError } from './losses/meanSquaredLogError.ts';
export { minkowskiDistance, type MinkowskiDistanceOptions } from './losses/minkowskiDistance.ts';
export {
  normalizedRootMeanSquaredError,
  type NormalizedRootMeanSquaredErrorOptions,
} from './moments/normalizedRootMeanSquaredError.ts';
export { pearsonCorrCoef } from './moments/pearsonCorrCoef.ts';
export { pinballLoss, type PinballLossOptions } from './losses/pinballLoss.ts';
export { r2Score, type R2ScoreOptions } from './moments/r2Score.ts';
export { regressionDifference, type RegressionDifferenceValue } from './intervals/regressionDifference.ts';
export { regressionInterval, type RegressionIntervalOptions } from './intervals/regressionInterval.ts';
export type { RegressionScoreName } from './intervals/scoreInfluence.ts';
export { relativeSquaredError } from './moments/relativeSquaredError.ts';
export { spearmanCorrCoef } from './ranks/spearmanCorrCoef.ts';
export { symmetricMeanAbsolutePercentageError } from './losses/symmetricMeanAbsolutePercentageError.ts';
export { tweedieDeviance, type TweedieDevianceOptions } from './losses/tweedieDeviance.ts';
export { weightedMeanAbsolutePercentageError } from './losses/weightedMeanAbsolutePercentageError.ts';
export type {
  Multioutput,
  OutputOptions,
  OutputScore,
  SquaredOptions,
  UndefinedOptions,
  VarianceMultioutput,
  VarianceOutputOptions,
} from './outputOptions.ts';
export type { ScoreIntervalValue } from '../scoreIntervalValue.ts';
