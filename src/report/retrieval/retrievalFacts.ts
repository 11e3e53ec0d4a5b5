import type { OnEmptyQuery } from '../../functional/retrieval/retrievalOptions.ts';
import type { Label } from '../../inputs/labels.ts';
import type { ReportFacts } from '../document/reportFacts.ts';

/** Properties of a query in a report on rankings. */
export interface QueryFacts {
  /** Label of the query, or its number, from 0. */
  readonly query: Label;
  /** Number of documents. */
  readonly documents: number;
  /** Number of relevant documents. */
  readonly relevant: number;
  /** Normalized discounted cumulative gain of the first documents. It uses all grades. */
  readonly ndcg: number;
  /** Average precision; undefined if no document is relevant. */
  readonly averagePrecision?: number | undefined;
  /** Reciprocal rank of the first relevant document; undefined if no document is relevant. */
  readonly reciprocalRank?: number | undefined;
}

/** Contents of a report on rankings. */
export interface RetrievalFacts extends ReportFacts {
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
}
