import {
  checkDocuments,
  type CheckedDocuments,
  type DocumentBatchOptions,
  type Relevance,
} from '../../inputs/checkDocuments.ts';
import type { Label } from '../../inputs/labels.ts';
import type { OptionsReader } from '../../inputs/options/defineOptions.ts';
import type { Samples } from '../../inputs/samples.ts';
import { sortFloats } from '../../numeric/sorting/sortFloats.ts';
import { sum } from '../../numeric/sum.ts';
import type { QueryScores } from '../../state/composed/queryScores.ts';
import { LabelCodes } from '../../state/tables/labelCodes.ts';
import { rankLabels } from '../../state/tables/rankLabels.ts';
import { undefinedError, undefinedScore } from '../undefinedScore.ts';
import { Ranking } from './ranking.ts';
import type { OnEmptyQuery, RelevanceOptions } from './retrievalOptions.ts';

/** Score of the ranking of one query. */
export interface QueryScore<Options extends RelevanceOptions = RelevanceOptions> {
  /** Name of the function of the mean. */
  readonly owner: string;
  /** Reads the options. */
  readonly options: OptionsReader<Options>;
  /** Returns the score; NaN if it is not defined. */
  readonly of: (ranking: Ranking, options: Options) => number;
  /** Why the score of a query is not defined, such as 'it has no relevant documents'. */
  readonly undefinedReason: string;
  /** Default of the option `onEmptyQuery`. */
  readonly onEmptyQuery: OnEmptyQuery;
}

/** Returns the mean of a score over queries. */
export function meanOfQueries<Options extends RelevanceOptions>(
  score: QueryScore<Options>,
  preds: Samples,
  target: Relevance,
  given: (Options & DocumentBatchOptions) | undefined,
): number {
  const { queries, ...options } = score.options(given, score.owner, ['queries']) as Options & DocumentBatchOptions;
  const documents = checkDocuments(preds, target, { ...options, queries });
  return meanOfScores(score, { documents, complete: { total: 0, weight: 0 } }, options as unknown as Options);
}

/** Returns the mean of the scores of complete queries, of which the sum is given, and of those of documents. */
export function meanOfScores<Options extends RelevanceOptions>(
  score: QueryScore<Options>,
  { complete, documents }: Pick<QueryScores, 'complete' | 'documents'>,
  options: Options,
): number {
  const values = scoresOfQueries(score, documents, options);
  const count = complete.weight + values.length;
  if (count === 0) return undefinedScore(score.owner, options.onUndefined, NaN, 'no query counts');
  return (complete.total + sum(values)) / count;
}

/**
 * Returns the score of each query that counts.
 *
 * @throws {@link MetricStateError} if a score is not defined, and the option `onEmptyQuery` is `'throw'`.
 */
export function scoresOfQueries<Options extends RelevanceOptions>(
  score: QueryScore<Options>,
  documents: CheckedDocuments,
  options: Options,
): Float64Array {
  const { scores, relevance, sizes, names } = byQuery(documents);
  const { onEmptyQuery = score.onEmptyQuery, minRelevance = Number.MIN_VALUE } = options;
  const ranking = new Ranking(
    sizes.reduce((most, size) => Math.max(most, size), 0),
    minRelevance,
  );
  const values: number[] = [];
  let end = 0;
  for (const [query, size] of sizes.entries()) {
    const [start] = [end, (end += size)];
    if (size === 0) continue;
    sortFloats(scores.subarray(start, end), relevance.subarray(start, end));
    ranking.fill(scores, relevance, start, end);
    const value = score.of(ranking, options);
    if (!Number.isNaN(value)) values.push(value);
    else if (onEmptyQuery === 'throw') throw undefinedError(score.owner, reasonOf(score, names, query));
    else if (onEmptyQuery !== 'skip') values.push(onEmptyQuery === 'zero' ? 0 : NaN);
  }
  return Float64Array.from(values);
}

function reasonOf(
  { undefinedReason }: Pick<QueryScore, 'undefinedReason'>,
  names: readonly Label[] | undefined,
  query: number,
): string {
  return `query ${JSON.stringify(names ? names[query] : query)} ${undefinedReason}`;
}

/** Documents of one query after the other. */
interface GroupedDocuments {
  readonly scores: Float64Array;
  readonly relevance: Float64Array;
  /** Number of documents of each query. */
  readonly sizes: Int32Array;
  /** Label of each query. Default: they have none. */
  readonly names?: readonly Label[];
}

/** Returns copies of the columns with the documents of one query after the other. */
function byQuery({ scores, relevance, queries }: CheckedDocuments): GroupedDocuments {
  if (queries instanceof Int32Array) return { scores, relevance, sizes: queries };
  const codes = new LabelCodes();
  codes.prepare(queries);
  const { index, labels, sizes } = rankLabels(codes.encode(queries, 0, scores.length), codes);
  const next = new Int32Array(sizes.length);
  for (let query = 1; query < next.length; query++) next[query] = next[query - 1]! + sizes[query - 1]!;
  const grouped = { scores: new Float64Array(scores.length), relevance: new Float64Array(scores.length) };
  for (let k = 0; k < index.length; k++) {
    const place = next[index[k]!]!++;
    grouped.scores[place] = scores[k]!;
    grouped.relevance[place] = relevance[k]!;
  }
  return { ...grouped, sizes, names: labels };
}
