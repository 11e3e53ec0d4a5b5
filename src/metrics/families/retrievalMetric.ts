import {
  meanOfScores,
  scoresOfQueries,
  sizeOfScore,
  type QueryScore,
} from '../../functional/retrieval/meanOfQueries.ts';
import type { RelevanceOptions } from '../../functional/retrieval/retrievalOptions.ts';
import { checkDocuments, type DocumentBatchOptions, type Relevance } from '../../inputs/checkDocuments.ts';
import { isEmpty } from '../../inputs/flatValues.ts';
import { defineOptions } from '../../inputs/options/defineOptions.ts';
import { anyCheck } from '../../inputs/options/optionCheck.ts';
import type { Samples } from '../../inputs/samples.ts';
import { shapedInput } from '../../inputs/shapedInput.ts';
import { damagedSnapshot } from '../../state/checkSnapshot.ts';
import { QueryScores } from '../../state/composed/queryScores.ts';
import { Metric } from '../metric.ts';

const batchOptions = /* @__PURE__ */ defineOptions<DocumentBatchOptions>('update', () => ({ queries: anyCheck() }));

/**
 * Base class for means over queries of a score of the ranking of their documents.
 *
 * Without the option `queries` of an update, its queries are complete: their scores are added to a sum, so memory does
 * not grow. With it, a query can continue in later batches, and each metric keeps its documents: 32 bytes each.
 */
export abstract class RetrievalMetric<
  Options extends RelevanceOptions = RelevanceOptions,
  Value = number,
> extends Metric<
  readonly [preds: Samples, target: Relevance, options?: DocumentBatchOptions | undefined],
  Value,
  QueryScores,
  Options
> {
  static override readonly acceptsScores: boolean = true;
  static override readonly range: readonly [number, number] = [0, 1];
  readonly #score: QueryScore<Options, Value>;

  constructor(score: QueryScore<Options, Value>, options: Options | undefined) {
    const { metricName, name } = new.target as typeof RetrievalMetric;
    super(score.options(options, metricName ?? name));
    this.#score = score;
  }

  override createState(): QueryScores {
    return new QueryScores();
  }

  override updateState(state: QueryScores, preds: Samples, target: Relevance, batch?: DocumentBatchOptions): boolean {
    const options = this.options as Options;
    const documents = checkDocuments(preds, target, { ...options, ...batchOptions(batch) });
    const { queries } = documents;
    if (queries instanceof Int32Array) {
      state.addScores(scoresOfQueries(this.#score, documents, options), sizeOfScore(this.#score, options));
    } else state.addDocuments(documents, queries);
    return !isEmpty(preds);
  }

  /** Returns whether each row of a batch is a query. The documents of a query cannot be repeated one by one. */
  override allowsRepeatedSamples(inputs?: readonly [Samples, Relevance, DocumentBatchOptions?]): boolean {
    if (inputs === undefined) return true;
    const [preds, , options] = inputs;
    return options?.queries === undefined && shapedInput(preds, 'preds').shape.length === 2;
  }

  /** Computes the mean of the scores of all queries. */
  override computeFrom(state: QueryScores): Value {
    return meanOfScores(this.#score, state, this.options as Options);
  }

  override restoreState(snapshot: unknown): QueryScores {
    const state = QueryScores.fromJSON(snapshot);
    const size = sizeOfScore(this.#score, this.options as Options);
    if (state.queries === 0 || state.sums.length === size) return state;
    throw damagedSnapshot('query scores', `complete: expected ${size} sums, got ${state.sums.length}`);
  }
}
