import { denseRanks } from './sorting/denseRanks.ts';

/** Numbers distinct values from 0, in order of first appearance, or sorted by {@link Numbering.numberSorted}. */
export class Numbering<Value extends number | string> {
  /** The distinct values; a typed array if they are sorted, because an array of many numbers takes as long as the sort. */
  #values: Value[] | Float64Array = [];
  /** Number of values that can be looked up; the others are added before the next look-up. */
  #known = 0;
  readonly #texts = new Map<string, number>();
  readonly #numerals = new NumeralTable();

  constructor(values: Iterable<Value> = []) {
    for (const value of values) this.numberOf(value);
  }

  /** The number of distinct values. */
  get size(): number {
    return this.#values.length;
  }

  /** The distinct values, in the order of their numbers. */
  get values(): readonly Value[] {
    return Array.isArray(this.#values) ? this.#values : (Array.from(this.#values) as Value[]);
  }

  /** True if all values were numbered by {@link Numbering.numberSorted}. */
  get areSorted(): boolean {
    return !Array.isArray(this.#values);
  }

  /** Returns the value with a number. */
  at(number: number): Value {
    return this.#values[number] as Value;
  }

  /**
   * Numbers values in ascending order; there must be no values before them. Several times as fast as looking up each one
   * if most are distinct, because a hash table of many values does not fit in the cache; as fast if few are.
   *
   * @returns the number of each value.
   */
  numberSorted(values: Float64Array): Int32Array {
    const { ranks, distinct } = denseRanks(values);
    this.#values = distinct;
    return ranks;
  }

  clone(): Numbering<Value> {
    const copy = new Numbering<Value>();
    copy.#values = this.#values.slice();
    return copy;
  }

  /** Returns the number of a value; assigns the next one to a new value. */
  numberOf(value: Value): number {
    if (this.#known < this.#values.length) this.#addUnknown();
    const number = this.#add(value, this.#values.length);
    if (number < this.#values.length) return number;
    if (!Array.isArray(this.#values)) this.#values = Array.from(this.#values) as Value[];
    this.#values.push((typeof value === 'number' ? value + 0 : value) as Value);
    this.#known++;
    return number;
  }

  /** Returns the number of a value; a new value gets the number `next`. */
  #add(value: Value, next: number): number {
    // -0 is equal to 0.
    if (typeof value === 'number') return this.#numerals.getOrAdd(value + 0, next);
    const known = this.#texts.get(value as string);
    if (known !== undefined) return known;
    this.#texts.set(value as string, next);
    return next;
  }

  #addUnknown(): void {
    for (; this.#known < this.#values.length; this.#known++) this.#add(this.at(this.#known), this.#known);
  }

  /** Returns the number of a value; undefined for a new value. */
  find(value: Value): number | undefined {
    if (this.#known < this.#values.length) this.#addUnknown();
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
