/** Numbers distinct values from 0, in order of first appearance. */
export class Numbering<Value extends number | string> {
  readonly #values: Value[] = [];
  readonly #texts = new Map<string, number>();
  readonly #numerals = new NumeralTable();

  constructor(values: Iterable<Value> = []) {
    for (const value of values) this.numberOf(value);
  }

  /** The distinct values, in the order of their numbers. */
  get values(): readonly Value[] {
    return this.#values;
  }

  /** Returns the number of a value; assigns the next one to a new value. */
  numberOf(value: Value): number {
    const next = this.#values.length;
    if (typeof value === 'number') {
      // -0 is equal to 0.
      const key = value + 0;
      const number = this.#numerals.getOrAdd(key, next);
      if (number === next) this.#values.push(key as Value);
      return number;
    }
    const known = this.#texts.get(value as string);
    if (known !== undefined) return known;
    this.#texts.set(value as string, next);
    this.#values.push(value);
    return next;
  }

  /** Returns the number of a value; undefined for a new value. */
  find(value: Value): number | undefined {
    return typeof value === 'number' ? this.#numerals.get(value + 0) : this.#texts.get(value as string);
  }
}

/**
 * Hash table from numbers to places, with open addressing: several times as fast as a `Map`, which stores each number
 * that is not a 31-bit integer as an object.
 */
class NumeralTable {
  #keys = new Float64Array(16);
  /** Place of each key plus 1; 0 for an empty slot. */
  #places = new Int32Array(16);
  #size = 0;
  readonly #float = new Float64Array(1);
  readonly #bits = new Int32Array(this.#float.buffer);

  get(key: number): number | undefined {
    const place = this.#places[this.#slotOf(key)]!;
    return place === 0 ? undefined : place - 1;
  }

  /** Returns the place of a key, and adds the key at `place` if it is new. */
  getOrAdd(key: number, place: number): number {
    const slot = this.#slotOf(key);
    const known = this.#places[slot]!;
    if (known !== 0) return known - 1;
    this.#keys[slot] = key;
    this.#places[slot] = place + 1;
    this.#size++;
    if (2 * this.#size > this.#keys.length) this.#grow();
    return place;
  }

  /** Returns the slot of a key, or the empty slot where it belongs. */
  #slotOf(key: number): number {
    const [keys, places] = [this.#keys, this.#places];
    const mask = keys.length - 1;
    this.#float[0] = key;
    // Multiplicative hashing of both halves; the constants are odd, with bits spread evenly.
    let hash = Math.imul(this.#bits[0]!, 0x9e3779b1) ^ Math.imul(this.#bits[1]!, 0x85ebca77);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    let slot = (hash ^ (hash >>> 13)) & mask;
    while (places[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [keys, places] = [this.#keys, this.#places];
    this.#keys = new Float64Array(2 * keys.length);
    this.#places = new Int32Array(2 * keys.length);
    for (let old = 0; old < keys.length; old++) {
      if (places[old] === 0) continue;
      const slot = this.#slotOf(keys[old]!);
      this.#keys[slot] = keys[old]!;
      this.#places[slot] = places[old]!;
    }
  }
}
