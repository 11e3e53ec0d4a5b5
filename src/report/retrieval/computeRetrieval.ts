import type { ChartedScore } from '../../charts/scoreParts.ts';
import { forEachQuery } from '../../functional/retrieval/meanOfQueries.ts';
import type { OnEmptyQuery } from '../../functional/retrieval/retrievalOptions.ts';
import { undefinedError } from '../../functional/undefinedScore.ts';
import type { CheckedDocuments } from '../../inputs/checkDocuments.ts';
import { mean } from '../../numeric/mean.ts';
import { sizedText } from '../document/countText.ts';
import { PAGE_LIMITS } from '../document/reportLimits.ts';
import { describeScore } from '../scores/describeScore.ts';
import { queryInterval } from './queryInterval.ts';
import type { QueryFacts, RetrievalFacts } from './retrievalFacts.ts';
import { RETRIEVAL_SCORES, type RankingOptions } from './retrievalScores.ts';
import { retrievalWarnings } from './retrievalWarnings.ts';

/** Number of bins of the distribution of nDCG. */
const BINS = 10;

/** Options for {@link computeRetrieval}. */
export interface RetrievalFactOptions extends Pick<RankingOptions, 'gain'> {
  /** Title of the report. Default: `'Ranking'`. */
  readonly title?: string | undefined;
  /** Number of first documents of nDCG, hit rate, precision and recall. Default: 10. */
  readonly topK?: number | undefined;
  /** Smallest grade that counts as relevant, a number above 0. Default: every grade above 0. */
  readonly minRelevance?: number | undefined;
  /** What a query without relevant documents counts as: `'zero'`, `'skip'`, `'nan'` or `'throw'`. Default: `'zero'`. */
  readonly onEmptyQuery?: OnEmptyQuery | undefined;
  /** Number of documents that were excluded before the report, such as rows with missing values. Default: 0. */
  readonly leftOut?: number | undefined;
}

/**
 * Computes the contents of a report from the documents of all queries.
 *
 * @param ignored - number of documents without a judgment, which are not among them.
 */
export function computeRetrieval(
  documents: CheckedDocuments,
  { title = 'Ranking', topK = 10, minRelevance, gain, onEmptyQuery = 'zero', leftOut = 0 }: RetrievalFactOptions,
  ignored: number,
): RetrievalFacts {
  const options = { topK, gain, minRelevance };
  const ranked = scoreQueries(documents, options);
  const { queries } = ranked;
  const isEmpty = queries.map(({ relevant }) => relevant === 0);
  const empty = isEmpty.indexOf(true);
  if (empty >= 0 && onEmptyQuery === 'throw') {
    const name = JSON.stringify(queries[empty]!.query);
    throw undefinedError('retrievalReport', `query ${name} has no relevant documents`);
  }
  // With equal scores, each value is the mean over all orders.
  const equal = { ...documents, scores: new Float64Array(documents.scores.length) };
  const byChance = scoreQueries(equal, options);
  const counted = (values: readonly number[]): number[] => {
    if (onEmptyQuery === 'skip') return values.filter((value) => !Number.isNaN(value));
    return onEmptyQuery === 'nan' ? [...values] : values.map((value) => (Number.isNaN(value) ? 0 : value));
  };
  const values = ranked.values.map(counted);
  const baselines = byChance.values.map(counted);
  const scores =
    values[0]!.length === 0
      ? []
      : RETRIEVAL_SCORES.map(({ of }, k): ChartedScore => {
          return describeScore(of, mean(values[k]!), queryInterval(values[k]!), mean(baselines[k]!));
        });
  const judged = queries.filter((_, query) => !isEmpty[query]);
  const distribution = new Array<number>(BINS).fill(0);
  for (const { ndcg } of judged) distribution[Math.min(BINS - 1, Math.floor(BINS * ndcg))]!++;
  const facts = {
    queries: queries.length,
    documents: documents.scores.length,
    emptyQueries: queries.length - judged.length,
    onEmptyQuery,
    topK,
  };
  return {
    title,
    ...facts,
    scores,
    warnings: retrievalWarnings(facts, {
      gains: values[0]!.map((value, k) => value - baselines[0]![k]!),
      largest: queries.reduce((most, { documents: size }) => Math.max(most, size), 0),
      leftOut,
    }),
    notes: notesOf(scores, topK, ignored),
    distribution,
    worstQueries: judged.sort((a, b) => a.ndcg - b.ndcg || b.relevant - a.relevant).slice(0, PAGE_LIMITS.rows),
  };
}

/** Returns the values of each score, and properties of each query. */
function scoreQueries(
  documents: CheckedDocuments,
  { minRelevance, topK, gain }: Pick<RetrievalFactOptions, 'minRelevance' | 'topK' | 'gain'>,
): { readonly values: readonly number[][]; readonly queries: readonly QueryFacts[] } {
  const values = RETRIEVAL_SCORES.map((): number[] => []);
  const queries: QueryFacts[] = [];
  forEachQuery(documents, minRelevance, (ranking, query) => {
    const [ndcg, averagePrecision, reciprocalRank] = RETRIEVAL_SCORES.map(({ valueOf, isAtK }, k) => {
      const value = valueOf(ranking, isAtK ? { topK, gain } : {}) as number;
      values[k]!.push(value);
      return value;
    }) as [number, number, number];
    const { n, relevant } = ranking;
    queries.push({ query, documents: n, relevant, ndcg, averagePrecision, reciprocalRank });
  });
  return { values, queries };
}

function notesOf(scores: readonly ChartedScore[], topK: number, ignored: number): string[] {
  const isAre = ignored === 1 ? 'is' : 'are';
  return [
    ...(scores.length === 0
      ? ['There are no queries to score.']
      : [
          `Scores at ${topK} are those of the first ${sizedText(topK, 'document')} of each query; the others are those of all documents. Documents with equal scores count as their average over all orders.`,
          'By chance: the mean over all orders of the documents of each query.',
          ...(scores.some(({ interval }) => interval)
            ? [
                '95 % confidence intervals of the mean over independent queries: Wilson, with the variance of the queries.',
              ]
            : []),
        ]),
    ...(ignored > 0 ? [`${sizedText(ignored, 'document')} without a judgment ${isAre} left out.`] : []),
  ];
}
