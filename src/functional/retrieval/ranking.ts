import { sortFloats } from '../../numeric/sorting/sortFloats.ts';

/**
 * Documents of one query in the order of their scores, the highest first. Documents with equal scores form a tie.
 *
 * It is filled again for each query, which is faster than new arrays.
 */
export class Ranking {
  /** Number of documents. */
  n = 0;
  /** Number of relevant documents. */
  relevant = 0;
  /** Number of ties. */
  ties = 0;
  /** Grade of each document. */
  readonly grades: Float64Array;
  /** Number of documents up to the end of each tie. */
  readonly ends: Int32Array;
  /** Number of relevant documents in each tie. */
  readonly relevantIn: Int32Array;
  readonly #minRelevance: number;
  readonly #sorted: Float64Array;

  /**
   * @param most - largest number of documents of a query.
   * @param minRelevance - smallest grade that counts as relevant.
   */
  constructor(most: number, minRelevance: number) {
    this.grades = new Float64Array(most);
    this.ends = new Int32Array(most);
    this.relevantIn = new Int32Array(most);
    this.#minRelevance = minRelevance;
    this.#sorted = new Float64Array(most);
  }

  /** Takes the documents from `start` to `end` of columns in ascending order of the scores. */
  fill(scores: Float64Array, relevance: Float64Array, start: number, end: number): void {
    let [ties, relevant, above] = [0, 0, 0];
    for (let k = end - 1; k >= start; k--) {
      const rank = end - 1 - k;
      const grade = relevance[k]!;
      this.grades[rank] = grade;
      relevant += Number(grade >= this.#minRelevance);
      if (k > start && scores[k - 1] === scores[k]) continue;
      this.ends[ties] = rank + 1;
      this.relevantIn[ties++] = relevant - above;
      above = relevant;
    }
    this.n = end - start;
    this.relevant = relevant;
    this.ties = ties;
  }

  /** Returns the grades in ascending order, followed by arbitrary values. Valid until the next call. */
  sortedGrades(): Float64Array {
    const sorted = this.#sorted;
    for (let rank = 0; rank < this.n; rank++) sorted[rank] = this.grades[rank]!;
    sortFloats(sorted, undefined, this.n);
    return sorted;
  }
}

/** Returns how many relevant documents are among the first k on average over the orders of ties. */
export function relevantWithin({ ties, ends, relevantIn }: Ranking, k: number): number {
  let found = 0;
  for (let tie = 0, above = 0; tie < ties && above < k; above = ends[tie++]!) {
    const size = ends[tie]! - above;
    found += size <= k - above ? relevantIn[tie]! : relevantIn[tie]! * ((k - above) / size);
  }
  return found;
}
