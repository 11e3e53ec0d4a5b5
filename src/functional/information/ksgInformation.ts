import { countWithin, justBelow } from '../../neighbors/countWithin.ts';
import { KdTree } from '../../neighbors/kdTree.ts';
import { eachNeighborhood, kthDistances } from '../../neighbors/kthDistances.ts';
import { columnsOf, isConstant, joinPoints, type Points } from '../../neighbors/points.ts';
import { digammaTable, meanDigamma } from './digammaOfCounts.ts';
import { nonUniformity } from './nonUniformity.ts';

/** What {@link ksgInformation} goes by. */
export interface KsgSettings {
  readonly k?: number | undefined;
  readonly variant?: 1 | 2 | undefined;
  readonly lncAlpha?: number | undefined;
}

/** Mutual information of blocks of points in nats, as {@link ksgMutualInfo} describes it. */
export function ksgInformation(
  blocks: readonly Points[],
  { k = 3, lncAlpha, variant = lncAlpha === undefined ? 1 : 2 }: KsgSettings,
): number {
  const telling = blocks.filter((block) => !isConstant(block));
  if (telling.length < 2) return 0;
  const joint = joinPoints(telling);
  const widths = telling.map(({ d }) => d);
  const uncorrected =
    variant === 1 ? oneDistance(joint, widths, k) : oneDistanceEach(joint, widths, k);
  return lncAlpha === undefined ? uncorrected : uncorrected + nonUniformity(joint, k, lncAlpha);
}

function oneDistance(joint: Points, widths: readonly number[], k: number): number {
  const { points, distances } = kthDistances(joint, k, 'max');
  const psi = digammaTable(joint.n);
  const radii = justBelow(distances);
  let information = psi[k]! + (widths.length - 1) * psi[joint.n]!;
  let from = 0;
  for (const width of widths) {
    information -= meanDigamma(countWithin(columnsOf(points, from, width), radii), psi);
    from += width;
  }
  return information;
}

function oneDistanceEach(joint: Points, widths: readonly number[], k: number): number {
  const tree = KdTree.of(joint);
  const { n, d, data } = tree;
  const radii = widths.map(() => new Float64Array(n));
  eachNeighborhood(tree, k, 'max', (place, { places }) => {
    let from = 0;
    widths.forEach((width, b) => {
      let farthest = 0;
      for (let rank = 0; rank < k; rank++) {
        for (let j = from; j < from + width; j++) {
          const difference = Math.abs(data[places[rank]! * d + j]! - data[place * d + j]!);
          if (difference > farthest) farthest = difference;
        }
      }
      radii[b]![place] = farthest;
      from += width;
    });
  });
  const psi = digammaTable(n);
  const others = widths.length - 1;
  let information = psi[k]! - others / k + others * psi[n]!;
  let from = 0;
  widths.forEach((width, b) => {
    information -= meanDigamma(countWithin(columnsOf(tree, from, width), radii[b]!), psi, 1);
    from += width;
  });
  return information;
}
