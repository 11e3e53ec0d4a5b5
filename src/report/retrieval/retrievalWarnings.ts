import { mean } from '../../numeric/mean.ts';
import { studentQuantile } from '../../numeric/special/studentQuantile.ts';
import { countText, sizedText } from '../document/countText.ts';
import { percent } from '../document/reportTable.ts';
import type { RetrievalFacts } from './retrievalFacts.ts';

/** Number of queries below which intervals are uncertain. */
const FEW = 20;

/** Numbers that only warnings need. */
interface WarningFacts {
  /** nDCG of each query above its mean over all orders. */
  readonly gains: readonly number[];
  /** Largest number of documents of a query. */
  readonly largest: number;
  /** Number of documents that were excluded before the report. */
  readonly leftOut: number;
}

/** Ends of the sentence about queries without relevant documents. */
const TREATED: Readonly<Record<RetrievalFacts['onEmptyQuery'], readonly [one: string, many: string]>> = {
  zero: ['counts as 0', 'count as 0'],
  skip: ['is left out', 'are left out'],
  nan: ['makes scores undefined', 'make scores undefined'],
  throw: ['is an error', 'are an error'],
};

/** Returns warnings about rankings, as sentences. */
export function retrievalWarnings(
  facts: Pick<RetrievalFacts, 'queries' | 'documents' | 'emptyQueries' | 'onEmptyQuery' | 'topK'>,
  { gains, largest, leftOut }: WarningFacts,
): string[] {
  const { queries, documents, emptyQueries, onEmptyQuery, topK } = facts;
  if (queries === 0) return [];
  const judged = queries - emptyQueries;
  const isOne = emptyQueries === 1;
  return [
    ...(leftOut > 0
      ? [
          `${sizedText(leftOut, 'document')} (${percent(leftOut / (documents + leftOut))}) with missing values ${leftOut === 1 ? 'is' : 'are'} left out.`,
        ]
      : []),
    ...(emptyQueries > 0
      ? [
          `${countText(emptyQueries)} of ${sizedText(queries, 'query', 'queries')} (${percent(emptyQueries / queries)}) ${isOne ? 'has' : 'have'} no relevant documents, and ${TREATED[onEmptyQuery][isOne ? 0 : 1]}.`,
        ]
      : []),
    ...(judged > 0 && judged < FEW
      ? [
          `${judged === 1 ? 'Only one query has' : `Only ${countText(judged)} queries have`} relevant documents, so the scores are uncertain.`,
        ]
      : []),
    ...(judged > 0 && largest <= topK
      ? [
          `No query has more than ${sizedText(topK, 'document')}, so hit rate, precision and recall at ${countText(topK)} do not depend on the order.`,
        ]
      : []),
    ...chance(gains),
  ];
}

/** Compares the nDCG of each query with that of a random order, by Student's t test of the differences. */
function chance(gains: readonly number[]): string[] {
  const n = gains.length;
  const gain = mean(gains);
  if (n < 2 || Number.isNaN(gain)) return [];
  const squares = gains.reduce((sum, each) => sum + (each - gain) ** 2, 0);
  const width = studentQuantile(0.975, n - 1) * Math.sqrt(squares / (n - 1) / n);
  if (gain + width < 0) {
    return ['The order is worse than a random one (nDCG): low scores may be those of relevant documents.'];
  }
  return gain - width <= 0 ? ['The order is not significantly better than a random one (nDCG).'] : [];
}
