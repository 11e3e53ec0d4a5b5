import { meanAndVariance } from '../../numeric/meanAndVariance.ts';
import { studentQuantile } from '../../numeric/special/studentQuantile.ts';
import { countText, sizedText } from '../document/countText.ts';
import { percent } from '../document/reportTable.ts';
import type { RankingWords } from './rankingWords.ts';
import type { RetrievalFacts } from './retrievalFacts.ts';

/** Number of queries below which intervals are uncertain. */
const FEW = 20;

/** Numbers of a report, and how it was made. */
interface RankingFacts extends Pick<RetrievalFacts, 'queries' | 'emptyQueries' | 'onEmptyQuery' | 'topK'> {
  readonly minRelevance: number | undefined;
}

/** Numbers that only warnings need. */
interface WarningFacts {
  /** Number of queries whose nDCG is not defined, because no document has a grade above 0. */
  readonly ungraded: number;
  /** nDCG of each query above its mean over all orders. */
  readonly gains: readonly number[];
  /** Largest number of documents of a query. */
  readonly largest: number;
}

/** Returns warnings about rankings, as sentences. */
export function retrievalWarnings(
  facts: RankingFacts,
  words: RankingWords,
  { ungraded, gains, largest }: WarningFacts,
): string[] {
  const { queries, emptyQueries, topK, minRelevance } = facts;
  if (queries === 0) return [];
  const judged = queries - emptyQueries;
  if (judged === 0) {
    const left = ungraded === queries ? 'there are no scores' : 'the only score is nDCG, which uses all grades';
    const causes = [words.grades, ...(minRelevance === undefined ? [] : [words.minRelevance])];
    return [
      `No document is relevant, so ${left}; check ${causes.join(' and ')}.`,
      ...fewWarning(queries - ungraded, 'grades above 0', 'nDCG is'),
      ...chance(gains, words),
    ];
  }
  return [
    ...(emptyQueries > 0 ? [emptyWarning(facts, ungraded)] : []),
    ...fewWarning(judged, 'relevant documents', 'the scores are'),
    ...(largest <= topK
      ? [
          `No query has more than ${sizedText(topK, 'document')}, so hit rate, precision and recall at ${countText(topK)} do not depend on the order.`,
        ]
      : []),
    ...chance(gains, words),
  ];
}

/** Warns if few queries have what a score needs. */
function fewWarning(queries: number, what: string, scores: string): string[] {
  if (queries === 0 || queries >= FEW) return [];
  const few = queries === 1 ? 'Only one query has' : `Only ${countText(queries)} queries have`;
  return [`${few} ${what}, so ${scores} uncertain.`];
}

/** Says how many queries have no relevant documents, and what they count as. */
function emptyWarning({ queries, emptyQueries, onEmptyQuery }: RankingFacts, ungraded: number): string {
  const isOne = emptyQueries === 1;
  // nDCG uses all grades. Its mean is not defined either if that of one query is not.
  const isNdcgScored = onEmptyQuery === 'nan' ? ungraded === 0 : ungraded < emptyQueries;
  const other = isNdcgScored ? ' other than nDCG' : '';
  const treated = {
    zero: `${isOne ? 'its' : 'their'} scores${other} are 0`,
    skip: `${isOne ? 'it is' : 'they are'} left out${other && ` of scores${other}`}`,
    nan: `the scores${other} are not defined`,
    throw: 'this is an error',
  }[onEmptyQuery];
  const share = `${countText(emptyQueries)} of ${sizedText(queries, 'query', 'queries')} (${percent(emptyQueries / queries)})`;
  return `${share} ${isOne ? 'has' : 'have'} no relevant documents; ${treated}.`;
}

/** Compares the nDCG of each query with that of a random order, by Student's t test of the differences. */
function chance(gains: readonly number[], { reversed }: RankingWords): string[] {
  const n = gains.length;
  const { mean: gain, variance } = meanAndVariance(gains);
  if (n < 2 || Number.isNaN(gain)) return [];
  const width = studentQuantile(0.975, n - 1) * Math.sqrt(variance / n);
  if (gain + width < 0) return [`By nDCG, the order is worse than a random one: ${reversed}.`];
  return gain - width <= 0 ? ['By nDCG, the order is not significantly better than a random one.'] : [];
}
