import { countWithin } from '../../../numeric/neighbors/countWithin.ts';
import type { Counts } from '../../../numeric/neighbors/counts.ts';
import { KdTree } from '../../../numeric/neighbors/kdTree.ts';
import type { SpacedPoints } from '../../../numeric/neighbors/kthDistances.ts';
import { columnsOf, type Points } from '../../../numeric/neighbors/points.ts';
import { TieCounts } from '../../../numeric/neighbors/tieCounts.ts';
import { BlockDistances, type BlockNorm } from './blockDistances.ts';
import { digammaTable } from './digammaTable.ts';
import { expectedDigamma, type Removal } from './expectedDigamma.ts';

/** A range of adjacent variables, and the sign of their counts in an estimate. */
export interface Subspace {
  /** The first variable. */
  readonly from: number;
  /** The variable after the last. */
  readonly to: number;
  /** Sign of the digamma of the counts. */
  readonly sign: 1 | -1;
}

/** Local estimate of each sample, and which samples have ties. */
export interface LocalInformation {
  /** ψ(k) + Σ ± ψ(n + 1) of each sample, over the subspaces. */
  readonly values: Float64Array;
  /** 1 for samples with tied distances, otherwise 0. */
  readonly isTied: Uint8Array;
  /** Index of each sample in the input; undefined if they were not reordered. */
  readonly order?: Int32Array | undefined;
}

/**
 * Returns local estimates ψ(k) + Σ ± ψ(n + 1), with n the number of other samples that are nearer in a subspace than
 * the k-th neighbor is in all variables.
 *
 * If several samples are at the distance of the k-th neighbor, the value is the mean over their orders: variable by
 * variable, first to last and last to first, and at random within a variable. If J ≥ k others coincide with a sample,
 * ψ(J + 1) replaces ψ(k), and n counts the samples that coincide with it in the subspace. Samples are removed from
 * the outside in. If the variables are independent, each removal changes the value by 0 on average, so ties add no
 * bias.
 */
export function localInformation(
  { points, distances, order }: SpacedPoints,
  widths: readonly number[],
  subspaces: readonly Subspace[],
  k: number,
  norm: BlockNorm = 'chebyshev',
): LocalInformation {
  const starts = widths.map((_, v) => widths.slice(0, v).reduce((sum, width) => sum + width, 0));
  const spaces = subspaces.map((space): Space => {
    const { from, to } = space;
    const end = to === widths.length ? points.d : starts[to]!;
    const columns = columnsOf(points, starts[from]!, end - starts[from]!);
    if (norm === 'chebyshev') return { ...space, columns, counts: countWithin(columns, distances) };
    const blocks = new BlockDistances(columns, widths.slice(from, to), norm);
    return { ...space, columns, counts: blocks.countWithin(distances) };
  });
  const psi = digammaTable(points.n);
  const values = new Float64Array(points.n).fill(psi[k]!);
  const isTied = new Uint8Array(points.n);
  // Without ties, the k-th neighbor is the only sample at its distance.
  const atDistance = new Int32Array(points.n);
  for (const { sign, counts } of spaces) {
    const { within, tied } = counts;
    for (let i = 0; i < points.n; i++) {
      values[i]! += sign * psi[within[i]! - tied[i]!]!;
      atDistance[i]! -= sign * tied[i]!;
      if (tied[i]! > 1) isTied[i] = 1;
    }
  }
  for (let i = 0; i < points.n; i++) if (atDistance[i] !== 1) isTied[i] = 1;
  if (isTied.includes(1)) orderTies({ points, distances }, widths, spaces, { k, psi, values, norm });
  return { values, isTied, order };
}

interface Space extends Subspace {
  readonly columns: Points;
  readonly counts: Counts;
}

/** Replaces the values of samples with tied neighbors by means over the orders of these. */
function orderTies(
  { points, distances }: SpacedPoints,
  widths: readonly number[],
  spaces: readonly Space[],
  { k, psi, values, norm }: { k: number; psi: Float64Array; values: Float64Array; norm: BlockNorm },
): void {
  const tree = KdTree.of(points);
  const tieCounts = (of: Points, blocks: readonly number[]): TieCounts | BlockDistances =>
    norm === 'chebyshev'
      ? new TieCounts(of === points ? tree : KdTree.of(of), blocks)
      : new BlockDistances(of, blocks, norm);
  const joint = tieCounts(points, widths);
  const ties = spaces.map(({ from, to, columns }) =>
    to - from === 1 ? undefined : tieCounts(columns, widths.slice(from, to)),
  );
  for (let i = 0; i < points.n; i++) {
    const radius = distances[i]!;
    if (radius === 0) {
      values[i] = psi[tree.countWithin(points.data, i, 0)]!;
      for (const { sign, counts } of spaces) values[i]! += sign * psi[counts.within[i]!]!;
      continue;
    }
    // A single sample at the distance, and in one variable only: no ties.
    if (spaces.reduce((sum, { counts }) => sum + counts.tied[i]!, 0) === 1) continue;
    joint.count(points.data, i, radius);
    spaces.forEach(({ columns }, s) => ties[s]?.count(columns.data, i, radius));
    values[i] = psi[k]!;
    for (const order of ['first', 'firstFromEnd'] as const) {
      const { variable, removal } = lastRemoved(joint[order], k);
      spaces.forEach(({ from, to, sign, counts }, s) => {
        const start = order === 'first' ? from : widths.length - to;
        const { within, tied } = counts;
        const ofSpace = ties[s]?.[order] ?? [tied[i]!, within[i]! - tied[i]!];
        const total = countFrom(ofSpace, variable - start);
        const removable = total - countFrom(ofSpace, variable + 1 - start);
        const mean = removable === 0 ? psi[total]! : expectedDigamma(psi, total, removable, removal);
        values[i]! += (sign * mean) / 2;
      });
    }
  }
}

/**
 * Removes samples at the distance, variable by variable, until fewer than k others are left.
 *
 * @param first - number of samples by the first variable in which they are at the distance; the last entry counts
 * those without one, including the sample itself.
 */
function lastRemoved(first: Int32Array, k: number): { variable: number; removal: Removal } {
  let variable = 0;
  let before = countFrom(first, 0) - 1;
  let after = before - first[0]!;
  while (after >= k) {
    before = after;
    after -= first[++variable]!;
  }
  return { variable, removal: { removed: before - k + 1, marked: before - after } };
}

/** Returns the number of samples that are not at the distance in any variable before `variable`. */
function countFrom(first: ArrayLike<number>, variable: number): number {
  let count = 0;
  const start = Math.min(Math.max(variable, 0), first.length - 1);
  for (let v = start; v < first.length; v++) count += first[v]!;
  return count;
}
