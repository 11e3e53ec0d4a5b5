import { valueLoops, type ValueLoops } from './valueLoops.ts';
import { VALUE_KERNELS_WASM } from './valueKernelsWasm.ts';
import { wasmKernels, type Kernels } from './wasmKernels.ts';

/** Functions of valueKernels.wat. Parameters are addresses in its memory, except counts, bounds, sizes and flags. */
interface WasmLoops {
  areWithin(count: number, values: number, low: number, high: number): number;
  areBits(count: number, values: number): number;
  markAbove(count: number, values: number, threshold: number, marks: number): void;
  findPlaces(
    count: number,
    values: number,
    groups: number,
    size: number,
    low: number,
    high: number,
    scale: number,
    firsts: number,
    edges: number,
    isSparse: number,
    places: number,
  ): void;
  addOnes(count: number, places: number, sums: number): void;
  addValues(count: number, places: number, sums: number, values: number): void;
  findCoverages(count: number, size: number, scores: number, bits: number, coverages: number): void;
}

/** Maximum memory in WebAssembly. Larger arrays, of many thresholds, are not copied there and back for each batch. */
const MAX_BYTES = 2 ** 24;

const wasm = /* @__PURE__ */ wasmKernels<WasmLoops>(VALUE_KERNELS_WASM);

let last: { readonly wasm: WasmLoops; readonly loops: ValueLoops } | undefined;

/**
 * Returns the loops over values, and an allocator of at least `bytes` of memory for their arrays, whose lengths must be
 * multiples of 16. The memory is reused by the next call.
 */
export function valueKernels(bytes: number): Kernels<ValueLoops> {
  const kernels = bytes <= MAX_BYTES ? wasm(bytes) : undefined;
  if (kernels === undefined) return WITHOUT_WASM;
  if (last?.wasm !== kernels.loops) last = { wasm: kernels.loops, loops: loopsOf(kernels.loops) };
  return { ...kernels, loops: last.loops };
}

/** The loops and arrays without WebAssembly. */
const WITHOUT_WASM: Kernels<ValueLoops> = {
  loops: valueLoops,
  floats: (length) => new Float64Array(length),
  ints: (length) => new Int32Array(length),
  bytes: (length) => new Uint8Array(length),
};

function loopsOf(own: WasmLoops): ValueLoops {
  return {
    areWithin: (count, values, low, high) => own.areWithin(count, values.byteOffset, low, high) === 1,
    areBits: (count, values) => own.areBits(count, values.byteOffset) === 1,
    markAbove(count, values, threshold, marks) {
      own.markAbove(count, values.byteOffset, threshold, marks.byteOffset);
    },
    findPlaces(count, values, groups, size, { edges, firsts, low, high, scale, isSparse }, places) {
      own.findPlaces(
        count,
        values.byteOffset,
        groups.byteOffset,
        size,
        low,
        high,
        scale,
        firsts.byteOffset,
        edges.byteOffset,
        Number(isSparse),
        places.byteOffset,
      );
    },
    addOnes(count, places, sums) {
      own.addOnes(count, places.byteOffset, sums.byteOffset);
    },
    addValues(count, places, sums, values) {
      own.addValues(count, places.byteOffset, sums.byteOffset, values.byteOffset);
    },
    findCoverages(count, size, scores, bits, coverages) {
      own.findCoverages(count, size, scores.byteOffset, bits.byteOffset, coverages.byteOffset);
    },
  };
}
