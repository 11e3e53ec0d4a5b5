import { countWithin } from '../../../numeric/neighbors/countWithin.ts';
import { KdTree } from '../../../numeric/neighbors/kdTree.ts';
import { eachNeighborhood } from '../../../numeric/neighbors/kthDistances.ts';
import { columnsOf, isConstant, joinPoints, type Points } from '../../../numeric/neighbors/points.ts';
import type { BlockNorm } from './blockDistances.ts';
import { digammaTable } from './digammaTable.ts';
import { mean } from '../../../numeric/mean.ts';
import type { LocalInformation } from './localInformation.ts';
import { neighborInformation } from './neighborInformation.ts';
import { nonUniformity } from './nonUniformity.ts';
import { meanOfTerms, type SampleTerms } from './sampleTerms.ts';

/** Options for {@link ksgInformation}. */
interface KsgSettings {
  readonly k?: number | undefined;
  readonly variant?: 1 | 2 | undefined;
  readonly lncAlpha?: number | undefined;
  readonly metric?: BlockNorm | undefined;
}

/** Largest fraction of samples with ties at which variant 2 is still used for the others. */
const FEW_TIES = 0.01;

/** Returns the mutual information of blocks of points in nats; see {@link ksgMutualInfo}. */
export function ksgInformation(blocks: readonly Points[], settings: KsgSettings): number {
  return meanOfTerms(ksgTerms(blocks, settings));
}

/** Returns the terms of {@link ksgInformation}. */
export function ksgTerms(
  blocks: readonly Points[],
  { k = 3, lncAlpha, variant = lncAlpha === undefined ? 1 : 2, metric }: KsgSettings,
): SampleTerms {
  const informative = blocks.filter((block) => !isConstant(block));
  if (informative.length < 2) return { values: new Float64Array(blocks[0]!.n), shift: 0 };
  const joint = joinPoints(informative);
  const widths = informative.map(({ d }) => d);
  const { values, isTied, order } = localValues(joint, widths, { k, variant, metric });
  if (lncAlpha !== undefined) {
    nonUniformity(joint, k, lncAlpha).forEach((value, i) => {
      if (isTied[i] === 0) values[i]! += value;
    });
  }
  const shift = (widths.length - 1) * digammaTable(joint.n)[joint.n]!;
  return { values, shift, order };
}

function localValues(
  joint: Points,
  widths: readonly number[],
  { k, variant, metric }: Pick<KsgSettings, 'variant' | 'metric'> & { readonly k: number },
): LocalInformation {
  const tree = variant === 2 ? KdTree.of(joint) : undefined;
  const others = tree && oneDistanceEach(tree, widths, k);
  if (others?.some(Number.isNaN) === false) {
    return { values: others, isTied: new Uint8Array(joint.n), order: tree!.order };
  }
  const variables = widths.map((_, v) => ({ from: v, to: v + 1, sign: -1 }) as const);
  const local = neighborInformation(joint, widths, variables, k, metric);
  if (others === undefined) return local;
  const { values, isTied, order } = local;
  const isUsed = others.map((value, i) => (isTied[i] === 1 || Number.isNaN(value) ? 0 : 1));
  // The correction −(m − 1)/k holds for the mean over all samples, not over those without ties.
  if (mean(isUsed) < 1 - FEW_TIES) return local;
  return { values: values.map((value, i) => (isUsed[i] === 1 ? others[i]! : value)), isTied, order };
}

/**
 * Returns local estimates with a separate distance for each variable; NaN for samples with ties at one of these
 * distances or at the distance of the k-th neighbor.
 */
function oneDistanceEach(tree: KdTree, widths: readonly number[], k: number): Float64Array {
  const { n, d, data } = tree;
  const radii = widths.map(() => new Float64Array(n));
  const psi = digammaTable(n);
  const values = new Float64Array(n).fill(psi[k]! - (widths.length - 1) / k);
  // One neighbor more than needed, to detect ties at the k-th.
  eachNeighborhood(tree, Math.min(k + 1, n - 1), 'chebyshev', (place, { places, distances }) => {
    if (distances[k] === distances[k - 1]) values[place] = NaN;
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
  let from = 0;
  widths.forEach((width, b) => {
    const { within, tied } = countWithin(columnsOf(tree, from, width), radii[b]!);
    for (let i = 0; i < n; i++) values[i]! -= tied[i] === 1 ? psi[within[i]! - 1]! : NaN;
    from += width;
  });
  return values;
}
