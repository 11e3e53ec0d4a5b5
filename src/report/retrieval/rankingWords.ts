/** Names of the inputs and options in the messages of a report on rankings. */
export interface RankingWords {
  /** Start of an error message. */
  readonly owner: string;
  /** The grades of relevance. */
  readonly grades: string;
  /** The option `minRelevance`. */
  readonly minRelevance: string;
  /** The option that leaves out queries without relevant documents. */
  readonly skip: string;
  /** Why the order can be worse than a random one, and what to do about it. */
  readonly reversed: string;
}

/** Names of the options of `retrievalReport`. */
export const REPORT_WORDS: RankingWords = {
  owner: 'retrievalReport',
  grades: 'target',
  minRelevance: 'minRelevance',
  skip: `onEmptyQuery: 'skip'`,
  reversed: 'higher scores may mean less relevant documents; if so, pass their negatives',
};
