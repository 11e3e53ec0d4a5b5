import { meanOfScores, scoresOfQueries, type QueryScore } from '../../functional/retrieval/meanOfQueries.ts';
import type { RelevanceOptions } from '../../functional/retrieval/retrievalOptions.ts';
import { checkDocuments, type DocumentBatchOptions, type Relevance } from '../../inputs/checkDocuments.ts';
import { isEmpty } from '../../inputs/flatValues.ts';
import { defineOptions } from '../../inputs/options/defineOptions.ts';
import { anyCheck } from '../../inputs/options/optionCheck.ts';
import type { Samples } from '../../inputs/samples.ts';
import { shapedInput } from '../../inputs/shapedInput.ts';
import { QueryScores } from '../../state/composed/queryScores.ts';
import { Metric } from '../metric.ts';

const batchOptions = /* @__PURE__ */ defineOptions<DocumentBatchOptions>('update', () => ({ queries: anyCheck() }));

/**
 * Base class for means over queries of a score of the ranking of their documents.
 *
 * Without the option `queries` of an update, its queries are complete: their scores are added to a sum, so memory does
 * not grow. With it, a query can continue in later batches, and each metric keeps its documents: 32 bytes each.
 */
export abstract class RetrievalMetric<Options extends RelevanceOptions = RelevanceOptions> extends Metric<
  readonly [preds: Samples, target: Relevance, options?: DocumentBatchOptions | undefined],
  number,
  QueryScores,
  Options
> {
  static override readonly acceptsScores: boolean = true;
  static override readonly range: readonly [number, number] = [0, 1];
  readonly #score: QueryScore<Options>;

  constructor(score: QueryScore<Options>, options: Options | undefined) {
    const { metricName, name } = new.target as typeof RetrievalMetric;
    super(score.options(options, metricName ?? name));
    this.#score = score;
  }

  override createState(): QueryScores {
    return new QueryScores();
  }

  override updateState(state: QueryScores, preds: Samples, target: Relevance, options?: DocumentBatchOptions): boolean {
    const documents = checkDocuments(preds, target, { ...this.options, ...batchOptions(options) });
    const { queries } = documents;
    if (queries instanceof Int32Array)
      state.addScores(scoresOfQueries(this.#score, documents, this.options as Options));
    else state.addDocuments(documents, queries);
    return !isEmpty(preds);
  }

  /** Returns whether each row of a batch is a query. The documents of a query cannot be repeated one by one. */
  override allowsRepeatedSamples(inputs?: readonly [Samples, Relevance, DocumentBatchOptions?]): boolean {
    if (inputs === undefined) return true;
    const [preds, , options] = inputs;
    return options?.queries === undefined && shapedInput(preds, 'preds').shape.length === 2;
  }

  /** Computes the mean of the scores of all queries. */
  override computeFrom(state: QueryScores): number {
    return meanOfScores(this.#score, state, this.options as Options);
  }
}
