/** Bins of a sorted list of edges; see {@link BinSearch}. */
export interface BinTable {
  /** Edges, ascending, with NaN after the last one. */
  readonly edges: Float64Array;
  /** Number of edges before each cell of a regular grid from the lowest to the highest edge. */
  readonly firsts: Int32Array;
  readonly low: number;
  readonly high: number;
  /** Number of cells per unit. */
  readonly scale: number;
  /** True if no cell has more than one edge. */
  readonly isSparse: boolean;
}

/** Loops over the first `count` values of a block. */
export interface ValueLoops {
  /** Returns whether all values are in [low, high]. NaN is not. */
  areWithin(count: number, values: Float64Array, low: number, high: number): boolean;
  /** Returns whether all values are 0 or 1. */
  areBits(count: number, values: Float64Array): boolean;
  /** Stores 1 for each value above a threshold, and 0 for others. */
  markAbove(count: number, values: Float64Array, threshold: number, marks: Uint8Array): void;
  /**
   * Stores the number of edges at or below each value, plus `size` times its group. The place of a value that is not
   * finite is undefined, but in the range of its group.
   */
  findPlaces(
    count: number,
    values: Float64Array,
    groups: Uint8Array,
    size: number,
    table: BinTable,
    places: Int32Array,
  ): void;
  /** Adds 1 to the sum at each place. */
  addOnes(count: number, places: Int32Array, sums: Float64Array): void;
  /** Adds each value to the sum at its place. */
  addValues(count: number, places: Int32Array, sums: Float64Array, values: Float64Array): void;
  /** Stores the coverage of each of `count` samples with `size` labels; see {@link coveragesOf}. */
  findCoverages(count: number, size: number, scores: Float64Array, bits: Uint8Array, coverages: Float64Array): void;
}

/** The loops without WebAssembly. */
export const valueLoops: ValueLoops = {
  areWithin(count, values, low, high) {
    for (let k = 0; k < count; k++) {
      const value = values[k]!;
      if (!(value >= low && value <= high)) return false;
    }
    return true;
  },
  areBits(count, values) {
    for (let k = 0; k < count; k++) {
      const value = values[k]!;
      // Not as a branch on each value, which would be mispredicted.
      if (value * value !== value || value === Infinity) return false;
    }
    return true;
  },
  markAbove(count, values, threshold, marks) {
    for (let k = 0; k < count; k++) marks[k] = Number(values[k]! > threshold);
  },
  findPlaces(count, values, groups, size, { edges, firsts, low, high, scale, isSparse }, places) {
    for (let k = 0; k < count; k++) {
      const value = values[k]!;
      let bin = firsts[((Math.min(Math.max(value, low), high) - low) * scale) | 0]!;
      // A step without a branch, which would be mispredicted.
      bin += Number(edges[bin]! <= value);
      if (!isSparse) while (edges[bin]! <= value) bin++;
      places[k] = bin + groups[k]! * size;
    }
  },
  addOnes(count, places, sums) {
    for (let k = 0; k < count; k++) sums[places[k]!]! += 1;
  },
  addValues(count, places, sums, values) {
    for (let k = 0; k < count; k++) sums[places[k]!]! += values[k]!;
  },
  findCoverages(count, size, scores, bits, coverages) {
    for (let i = 0, at = 0; i < count; i++, at += size) {
      let lowest = Infinity;
      for (let k = at; k < at + size; k++) if (bits[k] === 1 && scores[k]! < lowest) lowest = scores[k]!;
      let [covered, known] = [0, 0];
      for (let k = at; k < at + size; k++) {
        known += Number(bits[k] !== 2);
        covered += Number(bits[k] !== 2) & Number(scores[k]! >= lowest);
      }
      coverages[i] = known === 0 ? NaN : covered;
    }
  },
};
