/**
 * Values in ascending order: one coordinate of points.
 *
 * A table says where the values of each of n equal steps from least to greatest begin, so that a search
 * starts next to its end; where most values share a step, it goes on by halves.
 */
export class SortedValues {
  readonly #values: Float64Array;
  readonly #least: number;
  readonly #stepsPerUnit: number;
  /** Where each step begins, and the end. */
  readonly #starts: Int32Array;
  /** Number of values at the radius itself in the last {@link countWithin}. */
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

  /** Hands the values out to their steps, and sorts each step. */
  #sort(values: Float64Array): void {
    const n = values.length;
    const starts = this.#starts;
    for (let i = 0; i < n; i++) starts[this.#stepOf(values[i]!)]!++;
    for (let step = 1; step <= n; step++) starts[step]! += starts[step - 1]!;
    for (let i = 0; i < n; i++) this.#values[--starts[this.#stepOf(values[i]!)]!] = values[i]!;
    for (let step = 0; step < n; step++) sortRange(this.#values, starts[step]!, starts[step + 1]!);
  }

  /** Number of values at most `radius` away from `at`. Sets {@link tied}. */
  countWithin(at: number, radius: number): number {
    const values = this.#values;
    const start = this.#rank(at, -radius, false);
    const end = this.#rank(at, radius, true);
    // Most often at most one value lies at the radius: its neighbours tell without another search.
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

  /** The distance of the k-th nearest value to `at`; where `at` is one of the values, of k + 1 with itself. */
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
   * How many values v have v − at below `bound`, or at most `bound` when `isInclusive`. Differences are
   * compared, not values with at + bound: so they are rounded as distances are.
   */
  #rank(at: number, bound: number, isInclusive: boolean): number {
    const values = this.#values;
    const step = this.#stepOf(at + bound);
    let low = this.#starts[step]!;
    let high = this.#starts[step + 1]!;
    // By rounding it may be in the steps around; of equal values there may be many.
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

/** Up to here, sorting by insertion is fastest. */
const FEW = 12;

function sortRange(values: Float64Array, start: number, end: number): void {
  if (end - start > FEW) {
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
