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
import type { QueryScores } from '../../state/composed/queryScores.ts';
import type { MetricStateError } from '../../state/metricStateError.ts';
import { LabelCodes } from '../../state/tables/labelCodes.ts';
import { rankLabels } from '../../state/tables/rankLabels.ts';
import { undefinedError, undefinedScore } from '../undefinedScore.ts';
import { Ranking } from './ranking.ts';
import type { OnEmptyQuery, RelevanceOptions } from './retrievalOptions.ts';

/** Score of the ranking of one query, and of several queries. */
export interface QueryScore<Options extends RelevanceOptions = RelevanceOptions, Value = number> {
  /** Name of the function of the mean. */
  readonly owner: string;
  /** Reads the options. */
  readonly options: OptionsReader<Options>;
  /** Returns the score, or each of its numbers; NaN if it is not defined. */
  readonly of: (ranking: Ranking, options: Options) => number | Float64Array;
  /** Why the score of a query is not defined, such as 'it has no relevant documents'. */
  readonly undefinedReason: string;
  /** Default of the option `onEmptyQuery`. */
  readonly onEmptyQuery: OnEmptyQuery;
  /** Computation from the mean of each number, for a score of several. Default: it is one number. */
  readonly curve?: QueryCurve<Options, Value>;
}

/** Computation of a score of several numbers. */
interface QueryCurve<Options, Value> {
  /** Returns how many numbers the score of a query has. */
  readonly size: (options: Options) => number;
  /** Returns the score of all queries from the mean of each number. */
  readonly valueOf: (means: Float64Array, options: Options) => Value;
}

/** Returns the mean of a score over queries. */
export function meanOfQueries<Options extends RelevanceOptions, Value = number>(
  score: QueryScore<Options, Value>,
  preds: Samples,
  target: Relevance,
  given: (Options & DocumentBatchOptions) | undefined,
): Value {
  const { queries, ...options } = score.options(given, score.owner, ['queries']) as Options & DocumentBatchOptions;
  const documents = checkDocuments(preds, target, { ...options, queries });
  return meanOfScores(score, { documents, queries: 0, sums: [] }, options as unknown as Options);
}

/** Returns the mean of the scores of complete queries, of which the sums are given, and of those of documents. */
export function meanOfScores<Options extends RelevanceOptions, Value>(
  score: QueryScore<Options, Value>,
  { queries, sums, documents }: Pick<QueryScores, 'queries' | 'sums' | 'documents'>,
  options: Options,
): Value {
  const values = scoresOfQueries(score, documents, options);
  const size = sizeOfScore(score, options);
  const count = queries + values.length / size;
  const missing = count > 0 ? NaN : undefinedScore(score.owner, options.onUndefined, NaN, 'no query counts');
  const means = Float64Array.from({ length: size }, (_, k) => {
    if (count === 0) return missing;
    let total = 0;
    for (let place = k; place < values.length; place += size) total += values[place]!;
    return ((sums[k] ?? 0) + total) / count;
  });
  return (score.curve ? score.curve.valueOf(means, options) : means[0]) as Value;
}

/** Returns how many numbers the score of a query has. */
export function sizeOfScore<Options extends RelevanceOptions>(
  { curve }: Pick<QueryScore<Options, unknown>, 'curve'>,
  options: Options,
): number {
  return curve ? curve.size(options) : 1;
}

/**
 * Returns the numbers of the score of each query that counts, one query after the other.
 *
 * @throws {@link MetricStateError} if a score is not defined, and the option `onEmptyQuery` is `'throw'`.
 */
export function scoresOfQueries<Options extends RelevanceOptions>(
  score: QueryScore<Options, unknown>,
  documents: CheckedDocuments,
  options: Options,
): Float64Array {
  const { onEmptyQuery = score.onEmptyQuery, minRelevance } = options;
  const size = sizeOfScore(score, options);
  const values: number[] = [];
  forEachQuery(documents, minRelevance, (ranking, name) => {
    const value = score.of(ranking, options);
    values.push(
      ...(typeof value === 'number'
        ? countedValues(value, size, onEmptyQuery, () =>
            undefinedError(score.owner, `query ${JSON.stringify(name)} ${score.undefinedReason}`),
          )
        : value),
    );
  });
  return Float64Array.from(values);
}

/**
 * Returns the numbers of a query that enter the mean: its value, or `size` replacements if it is not defined.
 *
 * @throws the error of `undefinedValue` if the value is not defined, and `onEmptyQuery` is `'throw'`.
 */
export function countedValues(
  value: number,
  size: number,
  onEmptyQuery: OnEmptyQuery,
  undefinedValue: () => MetricStateError,
): readonly number[] {
  if (!Number.isNaN(value)) return [value];
  if (onEmptyQuery === 'throw') throw undefinedValue();
  return onEmptyQuery === 'skip' ? [] : new Array<number>(size).fill(onEmptyQuery === 'zero' ? 0 : NaN);
}

/**
 * Calls a function with the ranking of each query, and with its label or number. The ranking is valid until the
 * function returns.
 *
 * @param minRelevance - smallest grade that counts as relevant. Default: every grade above 0.
 */
export function forEachQuery(
  documents: CheckedDocuments,
  minRelevance: number | undefined,
  visit: (ranking: Ranking, name: Label) => void,
): void {
  const { scores, relevance, sizes, names } = byQuery(documents);
  const ranking = new Ranking(
    sizes.reduce((most, size) => Math.max(most, size), 0),
    minRelevance ?? Number.MIN_VALUE,
  );
  let end = 0;
  for (const [query, size] of sizes.entries()) {
    const [start] = [end, (end += size)];
    if (size === 0) continue;
    sortFloats(scores.subarray(start, end), relevance.subarray(start, end));
    ranking.fill(scores, relevance, start, end);
    visit(ranking, names ? names[query]! : query);
  }
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
  return { ...grouped, sizes, names: labels() };
}
