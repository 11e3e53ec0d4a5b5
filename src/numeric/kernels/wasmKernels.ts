import { wasmModule } from './wasmModule.ts';

/** Loops, and an allocator for the arrays that they are called with. */
export interface Kernels<Loops> {
  readonly loops: Loops;
  /** Allocates an uninitialized array. */
  floats(length: number): Float64Array;
  /** Allocates an uninitialized array. */
  ints(length: number): Int32Array;
  /** Allocates an uninitialized array. */
  bytes(length: number): Uint8Array;
}

interface Instance<Loops> {
  readonly memory: WebAssembly.Memory;
  readonly loops: Loops;
}

const PAGE = 65_536;

/** Maximum size of a memory that is cached for the next call. */
const MAX_CACHED_BYTES: number = 64 * PAGE;

/**
 * Returns a function that instantiates a module, given as base64, with at least `bytes` of memory. The memory is reused
 * by the next call. The function returns undefined if WebAssembly, its SIMD instructions or that much memory is
 * unavailable.
 */
export function wasmKernels<Loops>(base64: string): (bytes: number) => Kernels<Loops> | undefined {
  let module: WebAssembly.Module | null | undefined;
  let cached: Instance<Loops> | undefined;
  return (bytes) => {
    if (module === undefined) module = compile(base64);
    if (module === null) return undefined;
    const isCached = cached !== undefined && bytes <= cached.memory.buffer.byteLength;
    const instance = isCached ? cached : instantiate<Loops>(module, bytes);
    if (instance === undefined) return undefined;
    if (instance.memory.buffer.byteLength <= MAX_CACHED_BYTES) cached = instance;
    return allocator(instance);
  };
}

function allocator<Loops>({ memory, loops }: Instance<Loops>): Kernels<Loops> {
  let end = 0;
  const take = (size: number): number => {
    const start = end;
    end += 8 * Math.ceil(size / 8);
    return start;
  };
  return {
    loops,
    floats: (length) => new Float64Array(memory.buffer, take(8 * length), length),
    ints: (length) => new Int32Array(memory.buffer, take(4 * length), length),
    bytes: (length) => new Uint8Array(memory.buffer, take(length), length),
  };
}

function instantiate<Loops>(module: WebAssembly.Module, bytes: number): Instance<Loops> | undefined {
  try {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
    const { exports } = new WebAssembly.Instance(module, { host: { memory } });
    return { memory, loops: exports as Loops };
  } catch {
    // Not enough memory.
    return undefined;
  }
}

function compile(base64: string): WebAssembly.Module | null {
  try {
    return wasmModule(base64);
  } catch {
    return null;
  }
}
