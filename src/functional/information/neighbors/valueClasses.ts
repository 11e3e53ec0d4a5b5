import { Numbering } from '../../../numeric/numbering.ts';
import type { ClusteredSamples } from '../../../state/samples/clusteredSamples.ts';

/** Assigns class numbers to the distinct values of a column in order of first occurrence. */
export function valueClasses(values: Float64Array): { cluster: Int32Array; sizes: Int32Array } {
  const numbering = new Numbering<number>();
  const cluster = Int32Array.from(values, (value) => numbering.numberOf(value));
  const sizes = new Int32Array(numbering.size);
  for (const number of cluster) sizes[number]!++;
  return { cluster, sizes };
}

/** Returns the indices of the samples of each class, in ascending order. */
export function classMembers({ cluster, sizes }: Pick<ClusteredSamples, 'cluster' | 'sizes'>): Int32Array[] {
  const members = Array.from(sizes, (size) => new Int32Array(size));
  const filled = new Int32Array(sizes.length);
  for (let i = 0; i < cluster.length; i++) {
    const c = cluster[i]!;
    members[c]![filled[c]!++] = i;
  }
  return members;
}
