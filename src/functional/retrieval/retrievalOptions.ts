import type { DocumentReadingOptions } from '../../inputs/checkDocuments.ts';
import { defineOptions, type OptionsReader } from '../../inputs/options/defineOptions.ts';
import { onUndefinedCheck, type OnUndefined } from '../../inputs/options/labelOptions.ts';
import {
  aboveCheck,
  booleanCheck,
  countCheck,
  numberCheck,
  oneOfCheck,
  rateCheck,
} from '../../inputs/options/optionCheck.ts';

/**
 * What a query counts as whose score is not defined, because it has no relevant documents: `'zero'`, a score of 0;
 * `'skip'`, the query is left out of the mean; `'nan'`, the mean is NaN; `'throw'`, an error.
 */
export type OnEmptyQuery = 'zero' | 'skip' | 'nan' | 'throw';

/** Common options of scores of rankings. */
export interface RetrievalOptions extends DocumentReadingOptions {
  /**
   * What a query without relevant documents counts as: `'zero'`, `'skip'`, `'nan'` or `'throw'`. Default: `'zero'`;
   * `'skip'` in `fallOut`, where it applies to queries whose documents are all relevant, and in `retrievalAuroc`, where
   * it applies to both kinds.
   */
  readonly onEmptyQuery?: OnEmptyQuery | undefined;
  /** Value if there are no queries. Default: NaN. */
  readonly onUndefined?: OnUndefined | undefined;
}

/** Options of scores that depend on which documents are relevant. */
export interface RelevanceOptions extends RetrievalOptions {
  /** Smallest grade that counts as relevant, a number above 0. Default: every grade above 0. */
  readonly minRelevance?: number | undefined;
}

/** Options of scores of the first documents. */
export interface TopKOptions extends RelevanceOptions {
  /** Number of documents to look at, those with the highest scores. Default: all. */
  readonly topK?: number | undefined;
}

/** Options of {@link precisionAtK}. */
export interface PrecisionAtKOptions extends TopKOptions {
  /** Divide by the number of documents of a query if it has fewer than `topK`. Default: false. */
  readonly adaptiveK?: boolean | undefined;
}

/** Options of {@link retrievalRecallAtFixedPrecision}. */
export interface RetrievalRecallAtFixedPrecisionOptions extends PrecisionAtKOptions {
  /** Precision that the first k documents must reach, from 0 to 1. Default: 0.5. */
  readonly minPrecision?: number | undefined;
}

/** Options of {@link ndcg}. */
export interface NdcgOptions extends RetrievalOptions, Pick<TopKOptions, 'topK'> {
  /** Gain of a document of grade g: `'linear'`, g, or `'exponential'`, 2^g − 1. Default: `'linear'`. */
  readonly gain?: 'linear' | 'exponential' | undefined;
}

const retrievalOptions = /* @__PURE__ */ defineOptions<RetrievalOptions>('RetrievalOptions', () => ({
  ignoreLabel: numberCheck(),
  onEmptyQuery: oneOfCheck(['zero', 'skip', 'nan', 'throw']),
  onUndefined: onUndefinedCheck(),
}));

/** Reads {@link RelevanceOptions}. */
export const relevanceOptions: OptionsReader<RelevanceOptions> = /* @__PURE__ */ defineOptions(
  'RelevanceOptions',
  () => ({ ...retrievalOptions.checks(), minRelevance: aboveCheck(0) }),
);

/** Reads {@link TopKOptions}. */
export const topKOptions: OptionsReader<TopKOptions> = /* @__PURE__ */ defineOptions('TopKOptions', () => ({
  ...relevanceOptions.checks(),
  topK: countCheck(1, 'documents'),
}));

/** Reads {@link PrecisionAtKOptions}. */
export const precisionAtKOptions: OptionsReader<PrecisionAtKOptions> = /* @__PURE__ */ defineOptions(
  'PrecisionAtKOptions',
  () => ({ ...topKOptions.checks(), adaptiveK: booleanCheck() }),
);

/** Reads {@link RetrievalRecallAtFixedPrecisionOptions}. */
export const retrievalRecallAtFixedPrecisionOptions: OptionsReader<RetrievalRecallAtFixedPrecisionOptions> =
  /* @__PURE__ */ defineOptions('RetrievalRecallAtFixedPrecisionOptions', () => ({
    ...precisionAtKOptions.checks(),
    minPrecision: rateCheck(),
  }));

/** Reads {@link NdcgOptions}. */
export const ndcgOptions: OptionsReader<NdcgOptions> = /* @__PURE__ */ defineOptions('NdcgOptions', () => ({
  ...retrievalOptions.checks(),
  topK: countCheck(1, 'documents'),
  gain: oneOfCheck(['linear', 'exponential']),
}));
