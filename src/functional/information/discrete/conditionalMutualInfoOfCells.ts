import { groupTuples } from '../../../state/tables/codedTuples.ts';
import type { MultiwayTable } from '../../../state/tables/multiwayTable.ts';
import { klTerm } from './klTerm.ts';
import { productDifference } from '../../../numeric/productDifference.ts';

/**
 * Returns I(X; Y | Z) in nats, where x, y and z together list all variables of the table. Summed as Σ e φ(n_xyz/e),
 * with e = n_xz n_yz / n_z and φ(r) = r ln r − r + 1 ≥ 0, so it is never negative, and exactly 0 for variables that
 * are exactly independent given Z.
 */
export function conditionalMutualInfoOfCells(
  { cells }: MultiwayTable,
  x: readonly number[],
  y: readonly number[],
  z: readonly number[],
): number {
  const { codes, count } = cells;
  const groupsBy = (variables: readonly number[]): ReturnType<typeof groupTuples> =>
    groupTuples(
      variables.map((v) => codes[v]!),
      count,
    );
  const [known, ofX, ofY] = [groupsBy(z), groupsBy([...x, ...z]), groupsBy([...y, ...z])];
  const seen = new Float64Array(ofX.sizes.length);
  let sum = 0;
  let n = 0;
  for (let k = 0; k < count.length; k++) {
    const inKnown = known.sizes[known.group[k]!]!;
    const a = ofX.sizes[ofX.group[k]!]!;
    const b = ofY.sizes[ofY.group[k]!]!;
    sum += (a / inKnown) * b * klTerm(productDifference(count[k]!, inKnown, a, b) / (a * b));
    seen[ofX.group[k]!]! += b;
    n += count[k]!;
  }
  // Expected counts of combinations that do not occur, each with φ(0) = 1.
  for (let i = 0; i < seen.length; i++) {
    const inKnown = known.sizes[known.group[ofX.first[i]!]!]!;
    sum += (ofX.sizes[i]! / inKnown) * Math.max(0, inKnown - seen[i]!);
  }
  return sum / n;
}
