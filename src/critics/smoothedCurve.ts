/**
 * Exponentially weighted running mean of a curve, as `ewm(span)` in pandas: each step back multiplies the weight of
 * a value by 1 − 2 / (span + 1).
 */
export class SmoothedCurve {
  readonly #kept: number;
  #sum = 0;
  #weight = 0;

  constructor(span: number) {
    this.#kept = 1 - 2 / (span + 1);
  }

  /** Adds the next value and returns the mean so far. */
  add(value: number): number {
    // Dividing by the sum of the weights keeps the first means from being biased towards 0.
    this.#sum = this.#kept * this.#sum + value;
    this.#weight = this.#kept * this.#weight + 1;
    return this.#sum / this.#weight;
  }
}
