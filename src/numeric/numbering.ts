/** Numbers distinct values from 0, in order of first appearance. */
export class Numbering<Value extends number | string> {
  readonly #values: Value[] = [];
  readonly #numbers = new Map<Value, number>();

  constructor(values: Iterable<Value> = []) {
    for (const value of values) this.numberOf(value);
  }

  /** The distinct values, in the order of their numbers. */
  get values(): readonly Value[] {
    return this.#values;
  }

  /** Returns the number of a value; assigns the next one to a new value. */
  numberOf(value: Value): number {
    let number = this.#numbers.get(value);
    if (number === undefined) {
      number = this.#values.length;
      this.#numbers.set(value, number);
      // -0 is equal to 0.
      this.#values.push(value === 0 ? (0 as Value) : value);
    }
    return number;
  }

  /** Returns the number of a value; undefined for a new value. */
  find(value: Value): number | undefined {
    return this.#numbers.get(value);
  }
}
