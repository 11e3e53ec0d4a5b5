/** Class of the arrays that scores use. */
interface NumberArrayClass<Numbers> {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): Numbers;
  new (buffer: ArrayBuffer, byteOffset: number, length: number): Numbers;
}

/** V8 allocates shorter arrays on its own heap, which takes less time than elsewhere. */
const MIN_LENGTH = 16;

/** Maximum size of the memory that is reused (256 MB). */
const MAX_BYTES = 2 ** 28;

/** Memory that calls reuse. The garbage collector may free it between them. */
let scratch: WeakRef<ArrayBuffer> | undefined;

/** True if arrays are taken from `scratch`, one after the other. */
let isActive = false;

/** Number of bytes taken, including those of arrays that did not fit. */
let used = 0;

/** Maximum of `used` since `scratch` was allocated. */
let peak = 0;

/**
 * Calls a function that gets its arrays from {@link zeros} and {@link empty} in memory that the next call reuses: using
 * new memory for the first time takes many times as long. The arrays must not outlive the call.
 */
export function withScratchMemory<Result extends number | Readonly<Record<string, number>>>(run: () => Result): Result {
  return callWith(true, run);
}

/** Calls a function whose arrays outlive the call of {@link withScratchMemory} that it is part of. */
export function withoutScratchMemory<Result>(run: () => Result): Result {
  return callWith(false, run);
}

function callWith<Result>(active: boolean, run: () => Result): Result {
  const [wasActive, start] = [isActive, used];
  isActive = active;
  try {
    return run();
  } finally {
    [isActive, used] = [wasActive, start];
  }
}

/** Returns an array of zeros. */
export function zeros<Numbers extends Int32Array | Float64Array>(
  Class: NumberArrayClass<Numbers>,
  length: number,
): Numbers {
  const array = inScratch(Class, length);
  array?.fill(0);
  return array ?? new Class(length);
}

/** Returns an array with arbitrary contents, for a caller that sets each element. */
export function empty<Numbers>(Class: NumberArrayClass<Numbers>, length: number): Numbers {
  return inScratch(Class, length) ?? new Class(length);
}

function inScratch<Numbers>(Class: NumberArrayClass<Numbers>, length: number): Numbers | undefined {
  if (!isActive || length < MIN_LENGTH) return undefined;
  const start = used;
  let memory = scratch?.deref();
  const needed = Math.min(peak, MAX_BYTES);
  // Never replaced while a part of it is taken.
  if (start === 0 && (memory?.byteLength ?? 0) < needed) {
    peak = 0;
    memory = memoryOf(needed);
    scratch = memory && new WeakRef(memory);
  }
  // Float64Array must start at a multiple of 8 bytes.
  used += 8 * Math.ceil((length * Class.BYTES_PER_ELEMENT) / 8);
  peak = Math.max(peak, used);
  return memory !== undefined && used <= memory.byteLength ? new Class(memory, start, length) : undefined;
}

/** Returns new memory; undefined if there is not enough, because this call may need less than the one before it. */
function memoryOf(bytes: number): ArrayBuffer | undefined {
  try {
    return new ArrayBuffer(bytes);
  } catch {
    return undefined;
  }
}
