import { BLOCK, KERNEL_DISTANCES, loadLanes, MIN_ROWS, sampleKernels, type KernelDistance } from './sampleKernels.ts';

/** Accumulates distances between the rows of a small block and other rows, summed for both sides. */
export interface DistanceSums {
  /** One sum per row, a target of {@link add}. */
  readonly own: Float64Array;
  /** One sum per row, a second target of {@link add}. */
  readonly across: Float64Array;
  /** For each row of the block, the sum of its distances to all rows added since it was zeroed. */
  readonly block: Float64Array;
  /** Loads rows [first, last) into the block; at most {@link BLOCK} rows. */
  choose(first: number, last: number): void;
  /** Adds the distances between the block and rows [from, to) to `sums` at those rows, and to `block`. */
  add(from: number, to: number, sums: Float64Array): void;
}

/**
 * Creates distance sums over n rows of d values in WebAssembly, or returns undefined if WebAssembly is unavailable
 * or not worthwhile. The memory is valid until the next use of a kernel.
 */
export function sumsByKernel(
  metric: KernelDistance,
  rows: Float64Array,
  n: number,
  d: number,
): DistanceSums | undefined {
  if (n < MIN_ROWS || d === 0) return undefined;
  const kernels = sampleKernels(8 * (rows.length + 2 * n + (d + 2) * BLOCK));
  if (kernels === undefined) return undefined;
  const data = kernels.floats(rows.length);
  const own = kernels.floats(n);
  const across = kernels.floats(n);
  const lanes = kernels.floats(d * BLOCK);
  const masks = kernels.ints(2 * BLOCK);
  const block = kernels.floats(BLOCK);
  data.set(rows);
  for (const sums of [own, across, block]) sums.fill(0);
  return {
    own,
    across,
    block,
    choose(first, last) {
      masks.fill(0).fill(-1, 0, 2 * (last - first));
      loadLanes(lanes, data, d, first, last);
    },
    add(from, to, sums) {
      kernels.loops.addDistances(
        KERNEL_DISTANCES.indexOf(metric),
        to - from,
        8 * d,
        data.byteOffset + 8 * d * from,
        sums.byteOffset + 8 * from,
        lanes.byteOffset,
        masks.byteOffset,
        block.byteOffset,
      );
    },
  };
}

/** Creates distance sums over n rows for any distance function. */
export function sumsByLoop(n: number, distance: (i: number, j: number) => number): DistanceSums {
  const block = new Float64Array(BLOCK);
  let [start, end] = [0, 0];
  return {
    own: new Float64Array(n),
    across: new Float64Array(n),
    block,
    choose(first, last) {
      [start, end] = [first, last];
    },
    add(from, to, sums) {
      for (let i = start; i < end; i++) {
        let sum = 0;
        for (let j = from; j < to; j++) {
          const far = distance(i, j);
          sum += far;
          sums[j]! += far;
        }
        block[i - start]! += sum;
      }
    },
  };
}
