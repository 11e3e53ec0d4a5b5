/** Sum whose rounding error does not depend on the number of terms (A. Neumaier, ZAMM 54, 1974). */
export class CompensatedSum {
  /** The sum without `rest`. */
  sum = 0;
  /** Sum of the rounding errors. */
  rest = 0;

  /** Adds a term. */
  add(term: number): void {
    const { sum } = this;
    const next = sum + term;
    // An infinite sum has no rounding error, and the differences would be NaN.
    if (next - next === 0) this.rest += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    this.sum = next;
  }

  /** The sum of all terms. */
  get value(): number {
    return this.sum + this.rest;
  }
}
