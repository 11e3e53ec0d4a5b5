import { Numbering } from '../../../numeric/numbering.ts';

/** Assigns class numbers to the distinct values of a column in order of first occurrence. */
export function valueClasses(values: Float64Array): { cluster: Int32Array; sizes: Int32Array } {
  const numbering = new Numbering<number>();
  const cluster = Int32Array.from(values, (value) => numbering.numberOf(value));
  const sizes = new Int32Array(numbering.values.length);
  for (const number of cluster) sizes[number]!++;
  return { cluster, sizes };
}
