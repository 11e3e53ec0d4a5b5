/** Assigns class numbers to the distinct values of a column in order of first occurrence. */
export function valueClasses(values: Float64Array): { cluster: Int32Array; sizes: Int32Array } {
  const numbers = new Map<number, number>();
  const cluster = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    let number = numbers.get(value);
    if (number === undefined) numbers.set(value, (number = numbers.size));
    cluster[i] = number;
  }
  const sizes = new Int32Array(numbers.size);
  for (const number of cluster) sizes[number]!++;
  return { cluster, sizes };
}
