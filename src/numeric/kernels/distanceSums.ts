import { BLOCK, sampleKernels } from './sampleKernels.ts';

/** Sums of the distances of the rows of a small block from other rows, and of those rows from it. */
export interface DistanceSums {
  /** A sum for each row, for {@link add} to add to. */
  readonly own: Float64Array;
  /** Another one. */
  readonly across: Float64Array;
  /** For each row of the block, the sum of its distances from all rows added since it was zeroed. */
  readonly block: Float64Array;
  /** Makes rows `first` to before `last` the block: {@link BLOCK} of them at the most. */
  choose(first: number, last: number): void;
  /** Adds the distances of rows `from` to before `to` to their places in `sums`, and to the block's. */
  add(from: number, to: number, sums: Float64Array): void;
}

/** With fewer rows, handing them to WebAssembly takes longer than the work. */
const FEW_ROWS = 128;

/** Distances of which WebAssembly has loops, in the order of its table. */
const METRICS = ['euclidean', 'manhattan', 'chebyshev'] as const;

/**
 * Sums of distances of n rows of d values, in memory that is good until the next call of a kernel;
 * undefined where WebAssembly is no help.
 */
export function sumsByKernel(
  metric: (typeof METRICS)[number],
  rows: Float64Array,
  n: number,
  d: number,
): DistanceSums | undefined {
  if (n < FEW_ROWS || d === 0) return undefined;
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
      for (let i = first; i < last; i++) {
        for (let j = 0; j < d; j++) lanes[j * BLOCK + i - first] = data[i * d + j]!;
      }
    },
    add(from, to, sums) {
      kernels.loops.addDistances(
        METRICS.indexOf(metric),
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

/** Sums of any distances of n rows. */
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
