import type { CheckedMultilabels } from '../../../inputs/classification/multilabels.ts';
import { sortFloats } from '../../../numeric/sorting/sortFloats.ts';

/** Labels of one sample with their scores. Labels that are not known are left out. */
export class LabelRanking {
  readonly #scores: Float32Array | Float64Array;
  readonly #bits: Uint8Array;
  readonly #size: number;
  /** Scores of the labels that the sample has, and has not, to be sorted; one more element than needed. */
  readonly #sides: readonly [irrelevant: Float64Array, relevant: Float64Array];
  #from = 0;
  #relevant = 0;
  #unknown = 0;

  constructor({ preds, target, size }: CheckedMultilabels<Float32Array | Float64Array>) {
    this.#scores = preds;
    this.#bits = target;
    this.#size = size;
    this.#sides = [new Float64Array(size + 1), new Float64Array(size + 1)];
  }

  /** Moves to sample i. */
  moveTo(i: number): void {
    const [bits, from, to] = [this.#bits, i * this.#size, (i + 1) * this.#size];
    let [relevant, unknown] = [0, 0];
    for (let k = from; k < to; k++) {
      relevant += bits[k]! & 1;
      unknown += bits[k]! >> 1;
    }
    this.#from = from;
    this.#relevant = relevant;
    this.#unknown = unknown;
  }

  /** Number of labels that the sample has. */
  get relevant(): number {
    return this.#relevant;
  }

  /** Number of labels that the sample has not. */
  get irrelevant(): number {
    return this.#size - this.#unknown - this.#relevant;
  }

  /**
   * Visits the distinct scores of the labels that the sample has, from the highest.
   *
   * @param visit - called with the number of labels with that score, and of relevant and irrelevant labels with at least
   * that score.
   */
  visitRanks(visit: (tied: number, relevantAbove: number, irrelevantAbove: number) => void): void {
    const [irrelevant, relevant] = this.#sortedSides();
    const { relevant: relevantSize, irrelevant: irrelevantSize } = this;
    let other = irrelevantSize;
    for (let end = relevantSize; end > 0;) {
      const score = relevant[end - 1]!;
      let start = end - 1;
      while (start > 0 && relevant[start - 1] === score) start--;
      while (other > 0 && irrelevant[other - 1]! >= score) other--;
      visit(end - start, relevantSize - start, irrelevantSize - other);
      end = start;
    }
  }

  #sortedSides(): readonly [irrelevant: Float64Array, relevant: Float64Array] {
    const [irrelevant, relevant] = this.#sides;
    let [irrelevantSize, relevantSize] = [0, 0];
    // Without branches on the labels, which would be mispredicted.
    for (let k = this.#from; k < this.#from + this.#size; k++) {
      irrelevant[irrelevantSize] = relevant[relevantSize] = this.#scores[k]!;
      irrelevantSize += Number(this.#bits[k] === 0);
      relevantSize += Number(this.#bits[k] === 1);
    }
    sortFloats(irrelevant, undefined, irrelevantSize);
    sortFloats(relevant, undefined, relevantSize);
    return this.#sides;
  }
}
