import { countedValues, forEachQuery } from '../../functional/retrieval/meanOfQueries.ts';
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
  /** Values of each score, by its name; without scores that are not defined for any query. */
  readonly values: ReadonlyMap<string, readonly number[]>;
}

/**
 * Computes all scores of each query.
 *
 * @throws {@link MetricStateError} if a score of a query is not defined and `onEmptyQuery` is `'throw'`.
 */
export function scoreQueries(
  documents: CheckedDocuments,
  { minRelevance, topK, gain, onEmptyQuery }: QueryScoreOptions,
  { owner, skip }: RankingWords,
): ScoredQueries {
  const values = new Map(RETRIEVAL_SCORES.map(({ of }): [string, number[]] => [scoreName(of), []]));
  const defined = new Set<string>();
  const queries: QueryFacts[] = [];
  forEachQuery(documents, minRelevance, (ranking, query) => {
    const { n, relevant } = ranking;
    const own: Record<string, number> = {};
    for (const { of, valueOf, isAtK } of RETRIEVAL_SCORES) {
      const value = valueOf(ranking, isAtK ? { topK, gain } : {}) as number;
      const name = scoreName(of);
      own[name] = value;
      if (!Number.isNaN(value)) defined.add(name);
      const undefinedValue = (): MetricStateError =>
        new MetricStateError(
          `${owner}: expected a relevant document in query ${JSON.stringify(query)} for ${name}, got none; ${skip} leaves such queries out`,
        );
      values.get(name)!.push(...countedValues(value, 1, onEmptyQuery, undefinedValue));
    }
    const { ndcg, meanAveragePrecision, meanReciprocalRank } = own;
    queries.push({
      ...{ query, documents: n, relevant },
      ndcg: ndcg!,
      ...(relevant > 0 ? { averagePrecision: meanAveragePrecision!, reciprocalRank: meanReciprocalRank! } : {}),
    });
  });
  return { queries, values: new Map([...values].filter(([name]) => defined.has(name))) };
}
