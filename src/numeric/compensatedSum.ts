/** Sum whose rounding error does not depend on the number of terms (A. Neumaier, ZAMM 54, 1974). */
export class CompensatedSum {
  #sum = 0;
  #rest = 0;

  /** Adds a finite term. */
  add(term: number): void {
    const sum = this.#sum;
    const next = sum + term;
    this.#rest += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    this.#sum = next;
  }

  /** The sum of all terms. */
  get value(): number {
    return this.#sum + this.#rest;
  }
}
