import type { VegaLiteSpec } from '../../charts/vegaLiteSpec.ts';
import { ndcgOptions, topKOptions, type OnEmptyQuery } from '../../functional/retrieval/retrievalOptions.ts';
import {
  checkDocuments,
  type DocumentBatchOptions,
  type DocumentReadingOptions,
  type Relevance,
} from '../../inputs/checkDocuments.ts';
import { defineOptions } from '../../inputs/options/defineOptions.ts';
import { anyCheck, countCheck, textCheck } from '../../inputs/options/optionCheck.ts';
import type { Samples } from '../../inputs/samples.ts';
import { requireBoth } from '../../inputs/options/requireBoth.ts';
import { shapedInput } from '../../inputs/shapedInput.ts';
import { Report } from '../document/report.ts';
import type { ReportDocument } from '../document/reportDocument.ts';
import type { ReportLimits } from '../document/reportLimits.ts';
import { computeRetrieval, type RetrievalFactOptions } from './computeRetrieval.ts';
import { retrievalChart, retrievalDocument } from './retrievalDocument.ts';
import type { QueryFacts, RetrievalFacts } from './retrievalFacts.ts';
import { checkRetrievalSnapshot, retrievalSnapshot, type RetrievalSnapshot } from './retrievalSnapshot.ts';

/** Inputs and options for {@link retrievalReport}. */
export interface RetrievalReportOptions extends RetrievalFactOptions, DocumentBatchOptions, DocumentReadingOptions {
  /** Score of each document, `[N]`, or `[Q, D]` with a query in each row. */
  readonly preds: Samples;
  /** Relevance of each document: grades from 0 up, or booleans, in the shape of `preds`. */
  readonly target: Relevance;
}

const reportOptions = /* @__PURE__ */ defineOptions<RetrievalReportOptions>('retrievalReport', () => {
  const any = anyCheck();
  const { topK, minRelevance, onEmptyQuery, ignoreLabel } = topKOptions.checks();
  const { gain } = ndcgOptions.checks();
  return {
    ...{ preds: any, target: any, queries: any },
    ...{ topK, minRelevance, onEmptyQuery, ignoreLabel, gain },
    title: textCheck(),
    worst: countCheck(0),
    leftOut: countCheck(0),
  };
});

/**
 * Creates a report on rankings, such as those of a search engine: scores with confidence intervals over queries, their
 * distribution, warnings, and the worst queries.
 *
 * nDCG, hit rate, precision and recall are those of the first `topK` documents. Mean average precision, mean reciprocal
 * rank and R-precision are those of all documents. Each score has its mean over all orders of the documents, and a 95 %
 * interval: Wilson's interval of a proportion with the same mean and variance, with the quantile of Student's
 * distribution.
 *
 * @param options - inputs and options. `preds` are the scores of documents and `target` their grades of relevance,
 * `[N]` with `queries`, or `[Q, D]` with a query in each row.
 * @returns scores, queries and warnings, with conversions to text, Markdown, JSON, charts and HTML.
 * @throws {@link MetricInputError} if an input or option is invalid; {@link MetricStateError} if a query has no
 * relevant documents and `onEmptyQuery` is `'throw'`.
 * @see the measures ndcg_cut, map, recip_rank, success, P, recall and Rprec of trec_eval, which breaks ties by the
 * names of documents; E. L. Korn and B. I. Graubard, Survey Methodology 24 (1998) 193–201, for the interval.
 *
 * @example
 * ```ts
 * import { retrievalReport } from 'tfjs-metrics/report';
 *
 * const report = retrievalReport({
 *   preds: [0.9, 0.7, 0.4, 0.8, 0.6, 0.1],
 *   target: [0, 2, 1, 3, 0, 1],
 *   queries: ['q1', 'q1', 'q1', 'q2', 'q2', 'q2'],
 *   topK: 2,
 * });
 * report.scores[0]!.name; // 'ndcg'
 * report.scores[0]!.value; // 0.6529
 * report.worstQueries[0]!.query; // 'q1'
 * ```
 */
export function retrievalReport(options: RetrievalReportOptions): RetrievalReport {
  const { preds, target, queries, ignoreLabel, ...settings } = reportOptions(options) as RetrievalReportOptions;
  requireBoth('retrievalReport', { preds, target });
  const documents = checkDocuments(preds, target, { queries, ignoreLabel });
  const all = shapedInput(preds, 'preds').shape.reduce((size, length) => size * length, 1);
  return new RetrievalReport(computeRetrieval(documents, settings, all - documents.scores.length));
}

/**
 * Result of {@link retrievalReport}: plain data, with conversions to text, Markdown, JSON, charts and HTML.
 *
 * @example
 * ```ts
 * import { retrievalReport, RetrievalReport } from 'tfjs-metrics/report';
 *
 * const report = retrievalReport({
 *   preds: [
 *     [0.9, 0.7, 0.4],
 *     [0.8, 0.6, 0.1],
 *   ],
 *   target: [
 *     [0, 2, 1],
 *     [3, 0, 1],
 *   ],
 * });
 * const saved = JSON.stringify(report);
 * RetrievalReport.fromJSON(JSON.parse(saved)).queries; // 2
 * ```
 */
export class RetrievalReport extends Report implements RetrievalFacts {
  /** Number of queries. */
  readonly queries: number;
  /** Number of documents of all queries. */
  readonly documents: number;
  /** Number of queries without relevant documents. */
  readonly emptyQueries: number;
  /** Handling of queries without relevant documents. */
  readonly onEmptyQuery: OnEmptyQuery;
  /** Number of first documents of scores at k. */
  readonly topK: number;
  /** Number of queries with an nDCG from 0 to 0.1, from 0.1 to 0.2, …, without queries whose nDCG is not defined. */
  readonly distribution: readonly number[];
  /** Queries with the lowest nDCG, worst first, without queries whose nDCG is not defined. */
  readonly worstQueries: readonly QueryFacts[];

  /** Creates a report from its contents; use {@link retrievalReport} to compute them. */
  constructor(facts: RetrievalFacts) {
    super(facts);
    this.queries = facts.queries;
    this.documents = facts.documents;
    this.emptyQueries = facts.emptyQueries;
    this.onEmptyQuery = facts.onEmptyQuery;
    this.topK = facts.topK;
    this.distribution = facts.distribution;
    this.worstQueries = facts.worstQueries;
  }

  /**
   * Restores a report from the output of {@link RetrievalReport.toJSON}.
   *
   * @throws {@link MetricStateError} if the snapshot is invalid, or of another type or version.
   */
  static fromJSON(snapshot: unknown): RetrievalReport {
    return new RetrievalReport(checkRetrievalSnapshot(snapshot));
  }

  protected override arrange(limits: ReportLimits): ReportDocument {
    return retrievalDocument(this, limits);
  }

  /** Converts the report to a plain object for {@link RetrievalReport.fromJSON}. */
  override toJSON(): RetrievalSnapshot {
    return retrievalSnapshot(this);
  }

  /** Combines all charts, stacked vertically, in one Vega-Lite specification. */
  override toVegaLite(): VegaLiteSpec {
    return retrievalChart(this);
  }
}
