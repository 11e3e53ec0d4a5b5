/**
 * Sorted one-dimensional points.
 *
 * The range is divided into n steps of equal width, and a table holds the start of each step, so that a search
 * starts next to its result. If many values share a step, a binary search follows.
 */
export class SortedValues {
  readonly #values: Float64Array;
  readonly #least: number;
  readonly #stepsPerUnit: number;
  /** Start of each step, and the end. */
  readonly #starts: Int32Array;
  /** Number of values exactly at the radius in the last {@link countWithin}. */
  tied = 0;

  constructor(values: Float64Array) {
    const n = values.length;
    let least = Infinity;
    let greatest = -Infinity;
    for (let i = 0; i < n; i++) {
      if (values[i]! < least) least = values[i]!;
      if (values[i]! > greatest) greatest = values[i]!;
    }
    const perUnit = n / (greatest - least);
    this.#least = least;
    this.#stepsPerUnit = Number.isFinite(perUnit) ? perUnit : 0;
    this.#starts = new Int32Array(n + 1);
    this.#values = new Float64Array(n);
    this.#sort(values);
  }

  /** Distributes the values over their steps and sorts each step. */
  #sort(values: Float64Array): void {
    const n = values.length;
    const starts = this.#starts;
    for (let i = 0; i < n; i++) starts[this.#stepOf(values[i]!)]!++;
    for (let step = 1; step <= n; step++) starts[step]! += starts[step - 1]!;
    for (let i = 0; i < n; i++) this.#values[--starts[this.#stepOf(values[i]!)]!] = values[i]!;
    for (let step = 0; step < n; step++) sortRange(this.#values, starts[step]!, starts[step + 1]!);
  }

  /** Counts the values at most `radius` away from `at`. Sets {@link tied}. */
  countWithin(at: number, radius: number): number {
    const values = this.#values;
    const start = this.#rank(at, -radius, false);
    const end = this.#rank(at, radius, true);
    // Usually at most one value lies at the radius; checking its neighbor then saves another search.
    let low = start;
    let high = end;
    if (low < end && values[low]! - at === -radius) {
      if (++low < end && values[low]! - at === -radius) low = this.#rank(at, -radius, true);
    }
    if (high > low && values[high - 1]! - at === radius) {
      if (--high > low && values[high - 1]! - at === radius) high = this.#rank(at, radius, false);
    }
    this.tied = end - start - Math.max(0, high - low);
    return end - start;
  }

  /** Returns the distance from `at` to the k-th nearest value; a value equal to `at` counts as the first. */
  kthDistance(at: number, k: number): number {
    const values = this.#values;
    let right = this.#rank(at, 0, false);
    let left = right - 1;
    let distance = Infinity;
    for (let taken = 0; taken < k; taken++) {
      const below = left < 0 ? Infinity : at - values[left]!;
      const above = right >= values.length ? Infinity : values[right]! - at;
      if (below < above) {
        distance = below;
        left--;
      } else {
        distance = above;
        right++;
      }
    }
    return distance;
  }

  /**
   * Counts the values v with v − at < `bound`, or ≤ `bound` if `isInclusive`. It compares differences, not values
   * with at + bound, because differences are rounded like distances.
   */
  #rank(at: number, bound: number, isInclusive: boolean): number {
    const values = this.#values;
    const step = this.#stepOf(at + bound);
    let low = this.#starts[step]!;
    let high = this.#starts[step + 1]!;
    // Rounding may put the result in a neighboring step, and there may be many equal values.
    for (let size = 1; low > 0 && !isBelow(values[low - 1]! - at, bound, isInclusive); size *= 2) {
      high = low - 1;
      low = Math.max(0, low - size);
    }
    for (let size = 1; high < values.length && isBelow(values[high]! - at, bound, isInclusive); size *= 2) {
      low = high + 1;
      high = Math.min(values.length, high + size);
    }
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBelow(values[middle]! - at, bound, isInclusive)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #stepOf(value: number): number {
    const step = (value - this.#least) * this.#stepsPerUnit;
    const last = this.#values.length - 1;
    return step > 0 ? (step < last ? Math.floor(step) : last) : 0;
  }
}

function isBelow(difference: number, bound: number, isInclusive: boolean): boolean {
  return difference < bound || (isInclusive && difference === bound);
}

/** Maximum length for insertion sort. */
const INSERTION_SORT_MAX = 12;

function sortRange(values: Float64Array, start: number, end: number): void {
  if (end - start > INSERTION_SORT_MAX) {
    values.subarray(start, end).sort();
    return;
  }
  for (let i = start + 1; i < end; i++) {
    const value = values[i]!;
    let j = i;
    for (; j > start && values[j - 1]! > value; j--) values[j] = values[j - 1]!;
    values[j] = value;
  }
}
