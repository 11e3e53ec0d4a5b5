/**
 * The running mean of a curve in which what lies so many steps back weighs 1/e² as much as the last value, as
 * `ewm(span)` of pandas: w = 2 / (span + 1).
 */
export class SmoothedCurve {
  readonly #kept: number;
  #sum = 0;
  #weight = 0;

  constructor(span: number) {
    this.#kept = 1 - 2 / (span + 1);
  }

  /** Takes in the next value; the mean up to it. */
  add(value: number): number {
    // The first values are not drawn towards 0: weights are divided by their sum.
    this.#sum = this.#kept * this.#sum + value;
    this.#weight = this.#kept * this.#weight + 1;
    return this.#sum / this.#weight;
  }
}
