import type { ChartedScore } from '../../charts/scoreParts.ts';
import type { OnEmptyQuery } from '../../functional/retrieval/retrievalOptions.ts';
import type { CheckedDocuments } from '../../inputs/checkDocuments.ts';
import { mean } from '../../numeric/mean.ts';
import { sizedText } from '../document/countText.ts';
import { ignoredNote, LEFT_OUT_DOCUMENTS, leftOutWarning } from '../document/leftOutWarning.ts';
import { describeScore, scoreName } from '../scores/describeScore.ts';
import { queryInterval } from './queryInterval.ts';
import { REPORT_WORDS, type RankingWords } from './rankingWords.ts';
import type { QueryFacts, RetrievalFacts } from './retrievalFacts.ts';
import { RETRIEVAL_SCORES, type RankingOptions } from './retrievalScores.ts';
import { retrievalWarnings } from './retrievalWarnings.ts';
import { scoreQueries } from './scoreQueries.ts';

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
  /** Number of queries to list, with the lowest nDCG first. Default: 10. */
  readonly worst?: number | undefined;
  /** Number of documents that were excluded before the report, such as rows with missing values. Default: 0. */
  readonly leftOut?: number | undefined;
}

/**
 * Computes the contents of a report from the documents of all queries.
 *
 * @param ignored - number of documents without a judgment, which are not among them.
 * @param words - what messages call the inputs and options.
 */
export function computeRetrieval(
  documents: CheckedDocuments,
  settings: RetrievalFactOptions,
  ignored: number,
  words: RankingWords = REPORT_WORDS,
): RetrievalFacts {
  const { title = 'Ranking', topK = 10, minRelevance, gain, onEmptyQuery = 'zero', worst = 10, leftOut = 0 } = settings;
  const options = { topK, gain, minRelevance, onEmptyQuery };
  const { queries, values } = scoreQueries(documents, options, words);
  // With equal scores, each value is the mean over all orders.
  const equal = { ...documents, scores: new Float64Array(documents.scores.length) };
  const baselines = scoreQueries(equal, options, words).values;
  const scores = RETRIEVAL_SCORES.flatMap(({ of }): ChartedScore[] => {
    const own = values.get(scoreName(of));
    return own ? [describeScore(of, mean(own), queryInterval(own), mean(baselines.get(scoreName(of))!))] : [];
  });
  // Those with an nDCG, which uses all grades.
  const graded = queries.filter(({ ndcg }) => !Number.isNaN(ndcg));
  const facts = {
    queries: queries.length,
    documents: documents.scores.length,
    emptyQueries: queries.filter(({ relevant }) => relevant === 0).length,
    onEmptyQuery,
    topK,
  };
  const ungraded = queries.length - graded.length;
  const chance = baselines.get('ndcg') ?? [];
  return {
    title,
    ...facts,
    scores,
    warnings: [
      ...leftOutWarning(facts.documents, ignored, leftOut, LEFT_OUT_DOCUMENTS),
      ...retrievalWarnings({ ...facts, minRelevance }, words, {
        ungraded,
        gains: (values.get('ndcg') ?? []).map((value, k) => value - chance[k]!),
        largest: queries.reduce((most, { documents: size }) => Math.max(most, size), 0),
      }),
    ],
    notes: [...notesOf(scores, facts, ungraded), ...ignoredNote(ignored, LEFT_OUT_DOCUMENTS)],
    distribution: distributionOf(graded),
    worstQueries: graded.sort((a, b) => a.ndcg - b.ndcg || b.relevant - a.relevant).slice(0, worst),
  };
}

/** Counts queries by nDCG, in bins of equal width. */
function distributionOf(queries: readonly QueryFacts[]): number[] {
  const counts = new Array<number>(BINS).fill(0);
  for (const { ndcg } of queries) counts[Math.min(BINS - 1, Math.floor(BINS * ndcg))]!++;
  return counts;
}

function notesOf(
  scores: readonly ChartedScore[],
  facts: Pick<RetrievalFacts, 'emptyQueries' | 'onEmptyQuery' | 'topK'>,
  ungraded: number,
): string[] {
  const { topK } = facts;
  if (scores.length === 0) return ['There are no queries to score.'];
  return [
    `Scores at ${topK} are those of the first ${sizedText(topK, 'document')} of each query; the others are those of all documents. Documents with equal scores count as their average over all orders.`,
    ...(scores.some(({ baseline }) => baseline !== undefined)
      ? ['By chance: the mean over all orders of the documents of each query.']
      : []),
    ...(scores.some(({ interval }) => interval)
      ? ['95 % confidence intervals of the mean over independent queries: Wilson, with the variance of the queries.']
      : []),
    ...(ungraded > 0 ? [ungradedNote(facts, ungraded)] : []),
  ];
}

/** Says how many queries the tables by nDCG leave out, and what the mean counts them as. */
function ungradedNote(
  { emptyQueries, onEmptyQuery }: Pick<RetrievalFacts, 'emptyQueries' | 'onEmptyQuery'>,
  ungraded: number,
): string {
  const without = ungraded === emptyQueries ? 'relevant documents' : 'a grade above 0';
  const counted = onEmptyQuery === 'zero' ? `, which the mean nDCG counts as 0` : '';
  return `The distribution of nDCG and the worst queries do not include ${sizedText(ungraded, 'query', 'queries')} without ${without}${counted}.`;
}
