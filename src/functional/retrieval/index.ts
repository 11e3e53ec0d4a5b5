export { fallOut } from './fallOut.ts';
export { hitRate } from './hitRate.ts';
export { meanAveragePrecision } from './meanAveragePrecision.ts';
export { meanReciprocalRank } from './meanReciprocalRank.ts';
export { ndcg } from './ndcg.ts';
export { precisionAtK } from './precisionAtK.ts';
export { recallAtK } from './recallAtK.ts';
export { rPrecision } from './rPrecision.ts';
export { retrievalAuroc } from './retrievalAuroc.ts';
export {
  retrievalPrecisionRecallCurve,
  type RetrievalPrecisionRecallCurveValue,
} from './retrievalPrecisionRecallCurve.ts';
export {
  retrievalRecallAtFixedPrecision,
  type RetrievalRecallAtFixedPrecisionValue,
} from './retrievalRecallAtFixedPrecision.ts';
export type {
  NdcgOptions,
  OnEmptyQuery,
  PrecisionAtKOptions,
  RelevanceOptions,
  RetrievalOptions,
  RetrievalRecallAtFixedPrecisionOptions,
  TopKOptions,
} from './retrievalOptions.ts';
export type { DocumentBatchOptions, DocumentReadingOptions, Relevance } from '../../inputs/checkDocuments.ts';
