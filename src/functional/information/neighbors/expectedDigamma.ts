/** Tied points that are removed in random order until a given number of marked ones has been removed. */
export interface Removal {
  /** Number of marked points to remove, 1 or more. */
  readonly removed: number;
  /** Number of marked points. */
  readonly marked: number;
}

/** Terms below this fraction of the sum are omitted. */
const NEGLIGIBLE = 1e-18;

/**
 * Returns the mean of ψ(total − P) over random orders of `tied` points, where P is the position of the last marked
 * point to remove.
 *
 * P has the negative hypergeometric distribution, which is summed outwards from its mean by ratios of consecutive
 * terms.
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
