import { ValueBlock } from '../kernels/valueBlock.ts';
import type { BinTable } from '../kernels/valueLoops.ts';

/** Maximum number of cells of the grid (256 kB). */
const MAX_CELLS = 2 ** 16;

/** Values, and what is added up by group and bin. */
interface GroupedValues {
  readonly values: Float32Array | Float64Array;
  /** Group of each value. */
  readonly groups: Uint8Array;
  /** Weight of each value. Default: 1. */
  readonly weights: Float64Array | undefined;
}

/** Sums by group and bin: `sums[group × bins + bin]`. */
interface GroupedSums {
  /** Sums of the weights. */
  readonly weights: Float64Array;
  /** Sums of the weighted values, if they are computed. */
  readonly values?: Float64Array | undefined;
}

/**
 * Finds the bin of values in constant time. A regular grid over the range of the edges stores the first edge of each
 * cell, and edges in the same cell are compared one by one.
 */
export class BinSearch {
  readonly #table: BinTable;

  /** @param edges - distinct finite numbers, ascending; without edges, all values are in one bin. */
  constructor(edges: Float64Array) {
    const [low, high] = [edges[0] ?? 0, edges.at(-1) ?? 0];
    let cells = 16;
    while (cells < 16 * edges.length && cells < MAX_CELLS) cells *= 2;
    const cellsPerUnit = (cells - 1) / (high - low);
    // The range overflows, or is so small that the scale does.
    const scale = Number.isFinite(cellsPerUnit) ? cellsPerUnit : 0;
    const firsts = new Int32Array(cells + 1);
    // Rounding is monotonic: an edge in an earlier cell is below every value in a later one.
    for (const edge of edges) firsts[(((edge - low) * scale) | 0) + 1]!++;
    const isSparse = firsts.every((count) => count <= 1);
    for (let cell = 0; cell < cells; cell++) firsts[cell + 1]! += firsts[cell]!;
    const ended = new Float64Array(edges.length + 1).fill(NaN);
    ended.set(edges);
    this.#table = { edges: ended, firsts, low, high, scale, isSparse };
  }

  /** Number of bins, one more than edges. Bin k has the values from edge k − 1 (inclusive) to edge k. */
  get bins(): number {
    return this.#table.edges.length;
  }

  /** Adds up the weights by group and bin, and the weighted values if there is an array for their sums. */
  addUp({ values, groups, weights }: GroupedValues, into: GroupedSums): void {
    const { block, table } = this.#block(2 * into.weights.length);
    const { loops, kernels, places, bytes } = block;
    const [sums, valueSums] = [kernels.floats(into.weights.length), kernels.floats(into.weights.length)];
    sums.set(into.weights);
    if (into.values) valueSums.set(into.values);
    block.every(values, (from, to) => {
      const count = to - from;
      bytes.set(groups.subarray(from, to));
      loops.findPlaces(count, block.values, bytes, this.bins, table, places);
      if (into.values) {
        for (let k = from; weights && k < to; k++) block.values[k - from]! *= weights[k]!;
        loops.addValues(count, places, valueSums, block.values);
      }
      if (weights) {
        block.values.set(weights.subarray(from, to));
        loops.addValues(count, places, sums, block.values);
      } else loops.addOnes(count, places, sums);
      return true;
    });
    into.weights.set(sums);
    into.values?.set(valueSums);
  }

  /** Returns for each value the highest edge at or below it, and `below` for values below all edges. */
  roundDown(values: Float32Array | Float64Array, below: number): Float64Array {
    const { block, table } = this.#block(0);
    const rounded = new Float64Array(values.length);
    const { places } = block;
    block.bytes.fill(0);
    block.every(values, (from, to) => {
      block.loops.findPlaces(to - from, block.values, block.bytes, this.bins, table, places);
      for (let k = from; k < to; k++) {
        const bin = places[k - from]!;
        rounded[k] = bin === 0 ? below : table.edges[bin - 1]!;
      }
      return true;
    });
    return rounded;
  }

  /** Returns a block with the table in its memory, and room for `floats` more numbers. */
  #block(floats: number): { block: ValueBlock; table: BinTable } {
    const { edges, firsts, ...scales } = this.#table;
    const block = new ValueBlock(8 * (edges.length + floats) + 4 * firsts.length + 64);
    const [ownEdges, ownFirsts] = [block.kernels.floats(edges.length), block.kernels.ints(firsts.length)];
    ownEdges.set(edges);
    ownFirsts.set(firsts);
    return { block, table: { edges: ownEdges, firsts: ownFirsts, ...scales } };
  }
}
