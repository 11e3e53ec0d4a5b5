/** Maximum number of cells of the grid (256 kB). */
const MAX_CELLS = 2 ** 16;

/**
 * Finds the bin of values in constant time. A regular grid over the range of the edges stores the first edge of each
 * cell, and edges in the same cell are compared one by one.
 */
export class BinSearch {
  readonly #edges: Float64Array;
  readonly #first: Int32Array;
  readonly #scale: number;

  /** @param edges - distinct finite numbers, ascending. */
  constructor(edges: Float64Array) {
    this.#edges = edges;
    let cells = 16;
    while (cells < 16 * edges.length && cells < MAX_CELLS) cells *= 2;
    const scale = (cells - 1) / (edges.at(-1)! - edges[0]!);
    // The range overflows, or is so small that the scale does.
    this.#scale = Number.isFinite(scale) ? scale : 0;
    this.#first = new Int32Array(cells + 1);
    // Rounding is monotonic: an edge in an earlier cell is below every value in a later one.
    for (const edge of edges) this.#first[this.#cellOf(edge) + 1]!++;
    for (let cell = 0; cell < cells; cell++) this.#first[cell + 1]! += this.#first[cell]!;
  }

  /**
   * Adds the weight of each value to the sum of its group and bin, `sums[group × bins + bin]`, with `edges.length + 1`
   * bins. Bin k has the values from edge k − 1 (inclusive) to edge k.
   */
  addUp(
    values: Float32Array | Float64Array,
    groups: Uint8Array,
    weights: Float64Array | undefined,
    sums: Float64Array,
  ): void {
    const [edges, first, scale] = [this.#edges, this.#first, this.#scale];
    const bins = edges.length + 1;
    for (let k = 0; k < values.length; k++) {
      const bin = binOf(values[k]!, edges, first, scale);
      sums[groups[k]! * bins + bin]! += weights === undefined ? 1 : weights[k]!;
    }
  }

  /** Returns for each value the highest edge at or below it, and `below` for values below all edges. */
  roundDown(values: Float32Array | Float64Array, below: number): Float64Array {
    const rounded = new Float64Array(values.length);
    for (let k = 0; k < values.length; k++) {
      const bin = binOf(values[k]!, this.#edges, this.#first, this.#scale);
      rounded[k] = bin === 0 ? below : this.#edges[bin - 1]!;
    }
    return rounded;
  }

  #cellOf(value: number): number {
    return ((value - this.#edges[0]!) * this.#scale) | 0;
  }
}

/** Returns the number of edges at or below a value, for the first edge of each cell of a grid with a scale. */
function binOf(value: number, edges: Float64Array, first: Int32Array, scale: number): number {
  const low = edges[0]!;
  if (value >= edges[edges.length - 1]!) return edges.length;
  if (!(value >= low)) return 0;
  let bin = first[((value - low) * scale) | 0]!;
  // Most cells have one edge or none. One step without a branch, so that the loop's branch is well predicted.
  bin += Number(edges[bin]! <= value);
  while (edges[bin]! <= value) bin++;
  return bin;
}
