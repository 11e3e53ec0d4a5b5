/** Minimum length of arrays that are reused (64 kB). Allocating a smaller one costs little. */
const LARGE = 2 ** 14;

/** Arrays that were given back. The garbage collector may free them. */
const spare: WeakRef<Int32Array>[] = [];

const borrowed = new WeakSet<Int32Array>();

/**
 * Returns an array with arbitrary contents, for labels that are converted to be counted once. Touching new memory of
 * this size, and collecting it, takes longer than the conversion.
 */
export function borrowInt32(length: number): Int32Array {
  if (length < LARGE) return new Int32Array(length);
  let whole = spare.pop()?.deref();
  if (whole === undefined || whole.length < length) whole = new Int32Array(length);
  const array = whole.subarray(0, length);
  borrowed.add(array);
  return array;
}

/** Makes arrays available for the next call of {@link borrowInt32}. Arrays that were not borrowed are ignored. */
export function giveBackInt32(...arrays: readonly unknown[]): void {
  for (const array of arrays as readonly Int32Array[]) {
    if (borrowed.delete(array)) spare.push(new WeakRef(new Int32Array(array.buffer)));
  }
}
