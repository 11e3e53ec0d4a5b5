import { indices } from '../../numeric/indices.ts';
import { RandomSource } from '../../numeric/random/randomSource.ts';
import { shuffle } from '../../numeric/random/shuffle.ts';

/**
 * Divides samples at random into folds of about the same size, with all samples of a group in the same fold.
 *
 * @param groups - the group of each sample.
 */
export function foldRows(groups: ArrayLike<number | string>, folds: number, seed: number): Int32Array[] {
  const members = new Map<number | string, number[]>();
  for (let row = 0; row < groups.length; row++) {
    const group = members.get(groups[row]!);
    if (group) group.push(row);
    else members.set(groups[row]!, [row]);
  }
  const keys = [...members.keys()];
  const random = RandomSource.of(seed);
  const order = shuffle(indices(keys.length), random);
  // The largest groups first, each to the smallest fold.
  const largest = Array.from(order, (k) => members.get(keys[k]!)!).sort((a, b) => b.length - a.length);
  const filled: number[][] = Array.from({ length: folds }, () => []);
  for (const rows of largest) {
    const smallest = filled.reduce((least, fold) => (fold.length < least.length ? fold : least));
    for (const row of rows) smallest.push(row);
  }
  // Groups of different sizes would otherwise stand in order of size.
  return filled.map((rows) => shuffle(Int32Array.from(rows), random));
}
