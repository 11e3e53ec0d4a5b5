import { sum } from '../../numeric/sum.ts';
import { MetricStateError } from '../metricStateError.ts';
import { addToTotal, takenWeight } from '../tables/addToTotal.ts';
import {
  concatFloats,
  mergeScores,
  NO_SCORES,
  sortScores,
  type SortedScores,
  type UnsortedScores,
} from './sortedScores.ts';

/** Number of pending scores before they are sorted; twice the number of distinct scores if that is more. */
const MIN_PENDING = 2 ** 14;

/**
 * Weight of each distinct score of one class. New scores are buffered until there are twice as many as distinct
 * scores, then sorted and merged, so the amortized cost per score is constant even for small batches.
 */
export class ScoreWeights {
  #sorted = NO_SCORES;
  #pending: UnsortedScores[] = [];
  #pendingSize = 0;
  #total = 0;
  #isWhole = true;

  /** Sum of all weights. */
  get total(): number {
    return this.#total;
  }

  /** True if all weights are integers with a sum of at most 2^53. */
  get isExact(): boolean {
    return this.#isWhole && this.#total <= Number.MAX_SAFE_INTEGER;
  }

  /** Distinct scores, ascending, with their weights. Do not modify them. */
  get sorted(): SortedScores {
    this.#flush();
    return this.#sorted;
  }

  /** Adds finite scores with positive weights. The arrays must not be used afterwards. */
  add(batch: UnsortedScores): void {
    const { scores, weights } = batch;
    if (scores.length === 0) return;
    this.#total += weights === undefined ? scores.length : sum(weights);
    this.#isWhole &&= weights === undefined || weights.every(Number.isInteger);
    this.#pending.push(batch);
    this.#pendingSize += scores.length;
    if (this.#pendingSize >= Math.max(MIN_PENDING, 2 * this.#sorted.scores.length)) this.#flush();
  }

  /** @throws {@link MetricInputError} if the sum of all weights would be too large. */
  checkAdd({ weights }: UnsortedScores): void {
    if (weights) addToTotal(this.#total, sum(weights));
  }

  merge(other: ScoreWeights): void {
    this.#sorted = mergeScores(this.sorted, other.sorted);
    this.#total += other.#total;
    this.#isWhole &&= other.#isWhole;
  }

  /**
   * Prepares to subtract other scores, and changes nothing.
   *
   * @param what - the class of the scores in error messages.
   * @returns a function that subtracts them.
   * @throws {@link MetricStateError} if one of them is not contained.
   */
  prepareSubtract(other: ScoreWeights, what: string): () => void {
    const { scores, weights } = this.sorted;
    const taken = other.sorted;
    const left = weights.slice();
    let at = 0;
    for (let k = 0; k < taken.scores.length; k++) {
      const score = taken.scores[k]!;
      while (at < scores.length && scores[at]! < score) at++;
      const held = scores[at] === score ? weights[at]! : 0;
      const weight = taken.weights[k]!;
      const removed = takenWeight(held, weight);
      if (removed === undefined) {
        throw new MetricStateError(
          `subtract: expected a weight of at most ${held} for the ${what} with score ${score}, got ${weight}`,
        );
      }
      left[at] = held - removed;
    }
    const remaining = {
      scores: scores.filter((_, k) => left[k]! > 0),
      weights: left.filter((weight) => weight > 0),
    };
    return () => {
      this.#sorted = remaining;
      this.#total = this.isExact && other.isExact ? this.#total - other.#total : sum(remaining.weights);
      this.#isWhole &&= other.#isWhole;
    };
  }

  clone(): ScoreWeights {
    const copy = new ScoreWeights();
    // Sorted lists are replaced, never modified, so copies can share them.
    copy.#sorted = this.sorted;
    copy.#total = this.#total;
    copy.#isWhole = this.#isWhole;
    return copy;
  }

  #flush(): void {
    if (this.#pendingSize === 0) return;
    const isWeighted = this.#pending.some(({ weights }) => weights !== undefined);
    const [first] = this.#pending;
    const batch =
      this.#pending.length === 1
        ? first!
        : {
            scores: concatFloats(this.#pending.map(({ scores }) => scores)),
            weights: isWeighted ? this.#pendingWeights() : undefined,
          };
    this.#sorted = mergeScores(this.#sorted, sortScores(batch));
    this.#pending = [];
    this.#pendingSize = 0;
  }

  #pendingWeights(): Float64Array {
    const all = new Float64Array(this.#pendingSize);
    let next = 0;
    for (const { scores, weights } of this.#pending) {
      if (weights) all.set(weights, next);
      else all.fill(1, next, next + scores.length);
      next += scores.length;
    }
    return all;
  }
}
