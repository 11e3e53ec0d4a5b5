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
  const judged = queries.filter(({ relevant }) => relevant > 0);
  const scores =
    judged.length === 0
      ? []
      : RETRIEVAL_SCORES.map(({ of }): ChartedScore => {
          const own = values.get(scoreName(of))!;
          return describeScore(of, mean(own), queryInterval(own), mean(baselines.get(scoreName(of))!));
        });
  const facts = {
    queries: queries.length,
    documents: documents.scores.length,
    emptyQueries: queries.length - judged.length,
    onEmptyQuery,
    topK,
  };
  const chance = baselines.get('ndcg')!;
  return {
    title,
    ...facts,
    scores,
    warnings: [
      ...leftOutWarning(facts.documents, ignored, leftOut, LEFT_OUT_DOCUMENTS),
      ...retrievalWarnings({ ...facts, minRelevance }, words, {
        gains: values.get('ndcg')!.map((value, k) => value - chance[k]!),
        largest: queries.reduce((most, { documents: size }) => Math.max(most, size), 0),
      }),
    ],
    notes: [...notesOf(scores, topK), ...ignoredNote(ignored, LEFT_OUT_DOCUMENTS)],
    distribution: distributionOf(judged),
    worstQueries: judged.sort((a, b) => a.ndcg - b.ndcg || b.relevant - a.relevant).slice(0, worst),
  };
}

/** Counts queries by nDCG, in bins of equal width. */
function distributionOf(queries: readonly QueryFacts[]): number[] {
  const counts = new Array<number>(BINS).fill(0);
  for (const { ndcg } of queries) counts[Math.min(BINS - 1, Math.floor(BINS * ndcg))]!++;
  return counts;
}

function notesOf(scores: readonly ChartedScore[], topK: number): string[] {
  if (scores.length === 0) return ['There are no queries to score.'];
  return [
    `Scores at ${topK} are those of the first ${sizedText(topK, 'document')} of each query; the others are those of all documents. Documents with equal scores count as their average over all orders.`,
    'By chance: the mean over all orders of the documents of each query.',
    ...(scores.some(({ interval }) => interval)
      ? ['95 % confidence intervals of the mean over independent queries: Wilson, with the variance of the queries.']
      : []),
  ];
}
