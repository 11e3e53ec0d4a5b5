/**
 * Scores of rankings, such as those of search and of retrieval for language models, as pure functions and as metrics
 * that accumulate batches.
 *
 * @module
 */
export * from '../functional/retrieval/index.ts';
export { FallOut } from './fallOut.ts';
export { HitRate } from './hitRate.ts';
export { MeanAveragePrecision } from './meanAveragePrecision.ts';
export { MeanReciprocalRank } from './meanReciprocalRank.ts';
export { Ndcg } from './ndcg.ts';
export { PrecisionAtK } from './precisionAtK.ts';
export { RPrecision } from './rPrecision.ts';
export { RecallAtK } from './recallAtK.ts';
export { RetrievalAuroc } from './retrievalAuroc.ts';
export { RetrievalPrecisionRecallCurve } from './retrievalPrecisionRecallCurve.ts';
export { RetrievalRecallAtFixedPrecision } from './retrievalRecallAtFixedPrecision.ts';
