/**
 * Trainable critics and the estimation of mutual information by variational bounds.
 *
 * This entry needs `@tensorflow/tfjs-core` and `@tensorflow/tfjs-layers` at run time, even with a custom critic:
 * `npm install @tensorflow/tfjs-core @tensorflow/tfjs-layers`. No other entry needs tfjs-layers.
 *
 * @module
 */
export { bilinearCritic, type BilinearCriticOptions } from './bilinearCritic.ts';
export { concatCritic } from './concatCritic.ts';
export type {
  Critic,
  CriticSettings,
  LearnedCritic,
  LearnedLogBaseline,
  LogBaseline,
  MakeCritic,
  TrainedVariable,
} from './critic.ts';
export type { NetworkOptions } from './networkOptions.ts';
export type { DrawSamples } from './drawnPairs.ts';
export type { TrainCriticOptions, TrainingStep } from './trainCriticOptions.ts';
export { trainCritic, type CriticEstimate } from './trainCritic.ts';
export { estimateMutualInfo } from './estimate/estimateMutualInfo.ts';
export type { EstimateOptions, EstimateProgress } from './estimate/estimateOptions.ts';
export type { CriticKind } from './estimate/fittedCritic.ts';
export type { EstimateVerdict, MutualInfoChecks, MutualInfoEstimate } from './estimate/mutualInfoEstimate.ts';
export { mutualInfoProtocol, type MutualInfoProtocol } from './protocol/mutualInfoProtocol.ts';
export type { ProtocolOptions, ProtocolProgress, ProtocolRun } from './protocol/protocolOptions.ts';
export { latentMutualInfo, type LatentMutualInfo } from './latent/latentMutualInfo.ts';
export type { LatentOptions, LatentProgress } from './latent/latentOptions.ts';
export { learnedLogBaseline } from './learnedLogBaseline.ts';
export type { CriticName } from './namedCritics.ts';
export {
  separableCritic,
  type EmbeddingNetwork,
  type SeparableCritic,
  type SeparableCriticOptions,
} from './separableCritic.ts';
export type { BoundSettings, CriticBound } from '../functional/information/bounds/boundOfScores.ts';
export type { InfoNceOptions } from '../functional/information/bounds/infoNceLowerBound.ts';
export type { SmileOptions } from '../functional/information/bounds/smileLowerBound.ts';
export type { FlatSamples, Samples } from '../inputs/samples.ts';
export { MetricInputError } from '../inputs/metricInputError.ts';
export { MetricStateError } from '../state/metricStateError.ts';
