import { hitOfQuery } from '../../functional/retrieval/hitRate.ts';
import { averagePrecisionOfQuery } from '../../functional/retrieval/meanAveragePrecision.ts';
import { reciprocalRankOfQuery } from '../../functional/retrieval/meanReciprocalRank.ts';
import { ndcgOfQuery } from '../../functional/retrieval/ndcg.ts';
import { precisionAtKOfQuery } from '../../functional/retrieval/precisionAtK.ts';
import { recallAtKOfQuery } from '../../functional/retrieval/recallAtK.ts';
import type { Ranking } from '../../functional/retrieval/ranking.ts';
import type { NdcgOptions } from '../../functional/retrieval/retrievalOptions.ts';
import { rPrecisionOfQuery } from '../../functional/retrieval/rPrecision.ts';
import { HitRate } from '../../retrieval/hitRate.ts';
import { MeanAveragePrecision } from '../../retrieval/meanAveragePrecision.ts';
import { MeanReciprocalRank } from '../../retrieval/meanReciprocalRank.ts';
import { Ndcg } from '../../retrieval/ndcg.ts';
import { PrecisionAtK } from '../../retrieval/precisionAtK.ts';
import { RecallAtK } from '../../retrieval/recallAtK.ts';
import { RPrecision } from '../../retrieval/rPrecision.ts';
import { scoreName, type ScoreClass } from '../scores/describeScore.ts';

/** Options of the scores in a report. */
export type RankingOptions = Pick<NdcgOptions, 'topK' | 'gain'>;

/** A score in a report on rankings. */
export interface ReportedScore {
  /** Returns the score of one query. */
  readonly valueOf: (ranking: Ranking, options: RankingOptions) => number | Float64Array;
  /** Class of the score, for its range and direction. */
  readonly of: ScoreClass;
  /** Returns the title. */
  readonly title: (topK: number) => string;
  /** True if the score is that of the first documents; otherwise, it is that of all documents. */
  readonly isAtK?: boolean;
}

/** Scores in a report on rankings, in display order. */
export const RETRIEVAL_SCORES: readonly ReportedScore[] = [
  { valueOf: ndcgOfQuery.of, of: Ndcg, title: (k) => `nDCG at ${k}`, isAtK: true },
  { valueOf: averagePrecisionOfQuery.of, of: MeanAveragePrecision, title: () => MeanAveragePrecision.title },
  { valueOf: reciprocalRankOfQuery.of, of: MeanReciprocalRank, title: () => MeanReciprocalRank.title },
  { valueOf: hitOfQuery.of, of: HitRate, title: (k) => `Hit rate at ${k}`, isAtK: true },
  { valueOf: precisionAtKOfQuery.of, of: PrecisionAtK, title: (k) => `Precision at ${k}`, isAtK: true },
  { valueOf: recallAtKOfQuery.of, of: RecallAtK, title: (k) => `Recall at ${k}`, isAtK: true },
  { valueOf: (ranking) => rPrecisionOfQuery.of(ranking, {}), of: RPrecision, title: () => RPrecision.title },
];

/** Returns the title of a score. */
export function retrievalTitle(name: string, topK: number): string {
  return RETRIEVAL_SCORES.find(({ of }) => scoreName(of) === name)?.title(topK) ?? name;
}
