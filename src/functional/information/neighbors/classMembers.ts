import type { ClusteredSamples } from '../../../state/samples/clusteredSamples.ts';

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
