import { forEachQuery, valuesOfEmptyQuery } from '../../functional/retrieval/meanOfQueries.ts';
import type { OnEmptyQuery } from '../../functional/retrieval/retrievalOptions.ts';
import type { CheckedDocuments } from '../../inputs/checkDocuments.ts';
import { MetricStateError } from '../../state/metricStateError.ts';
import { scoreName } from '../scores/describeScore.ts';
import type { RankingWords } from './rankingWords.ts';
import type { QueryFacts } from './retrievalFacts.ts';
import { RETRIEVAL_SCORES, type RankingOptions } from './retrievalScores.ts';

/** Options for {@link scoreQueries}. */
interface QueryScoreOptions extends RankingOptions {
  readonly minRelevance?: number | undefined;
  readonly onEmptyQuery: OnEmptyQuery;
}

/** Scores of queries. */
interface ScoredQueries {
  /** Properties of each query. */
  readonly queries: readonly QueryFacts[];
  /** By the name of a score, its values for the queries that count. */
  readonly values: ReadonlyMap<string, readonly number[]>;
}

/**
 * Computes all scores of each query.
 *
 * @throws {@link MetricStateError} if a query has no relevant documents and `onEmptyQuery` is `'throw'`.
 */
export function scoreQueries(
  documents: CheckedDocuments,
  { minRelevance, topK, gain, onEmptyQuery }: QueryScoreOptions,
  { owner, skip }: RankingWords,
): ScoredQueries {
  const values = new Map(RETRIEVAL_SCORES.map(({ of }): [string, number[]] => [scoreName(of), []]));
  const queries: QueryFacts[] = [];
  forEachQuery(documents, minRelevance, (ranking, query) => {
    const { n, relevant } = ranking;
    if (relevant === 0 && onEmptyQuery === 'throw') {
      throw new MetricStateError(
        `${owner}: expected a relevant document for query ${JSON.stringify(query)}, got none; ${skip} leaves such queries out`,
      );
    }
    const own: Record<string, number> = {};
    for (const { of, valueOf, isAtK } of RETRIEVAL_SCORES) {
      const value = valueOf(ranking, isAtK ? { topK, gain } : {}) as number;
      const name = scoreName(of);
      own[name] = value;
      if (!Number.isNaN(value)) values.get(name)!.push(value);
      else if (onEmptyQuery !== 'throw') values.get(name)!.push(...valuesOfEmptyQuery(onEmptyQuery));
    }
    const { ndcg, meanAveragePrecision, meanReciprocalRank } = own;
    queries.push({
      ...{ query, documents: n, relevant },
      ndcg: ndcg!,
      averagePrecision: meanAveragePrecision!,
      reciprocalRank: meanReciprocalRank!,
    });
  });
  return { queries, values };
}
