/** Points at one distance that are removed in random order, up to the a-th of those that are marked. */
export interface Removal {
  /** Number of marked points to remove, 1 or more. */
  readonly removed: number;
  /** Number of marked points. */
  readonly marked: number;
}

/** Terms below this share of the sum are left out. */
const NEGLIGIBLE = 1e-18;

/**
 * Mean of ψ(total − P) over random orders of `tied` points, P the place of the last marked one to remove.
 *
 * P has the negative hypergeometric distribution, summed by the ratio of neighbouring terms from its mean.
 */
export function expectedDigamma(psi: Float64Array, total: number, tied: number, { removed, marked }: Removal): number {
  const most = tied - marked + removed;
  const middle = Math.min(most, Math.max(removed, Math.round((removed * (tied + 1)) / (marked + 1))));
  let weights = 1;
  let sum = psi[total - middle]!;
  // p(P + 1) / p(P)
  const ratio = (place: number): number => (place / (place - removed + 1)) * ((most - place) / (tied - place));
  for (let place = middle, weight = 1; place < most; place++) {
    weight *= ratio(place);
    if (weight < NEGLIGIBLE * weights) break;
    weights += weight;
    sum += weight * psi[total - place - 1]!;
  }
  for (let place = middle, weight = 1; place > removed; place--) {
    weight /= ratio(place - 1);
    if (weight < NEGLIGIBLE * weights) break;
    weights += weight;
    sum += weight * psi[total - place + 1]!;
  }
  return sum / weights;
}
