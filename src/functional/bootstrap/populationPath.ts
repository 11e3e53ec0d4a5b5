import type { TableCells } from '../../state/tables/tableCells.ts';
import { shrinkageIntensity } from '../information/discrete/shrinkageIntensity.ts';

/** Number of cells from which on shares are rounded, so that few of them are distinct and draws are fast. */
const MANY_CELLS = 256;

/** Shares are rounded to integer powers of this base, which changes them by at most 0.6 %. */
const ROUNDED_TO = 2 ** (1 / 64);

/** Number of bisection steps for the ends of a path. */
const BISECTIONS = 40;

/** Numbers of populations on both sides of the estimated one, and how far they extend. */
interface PathOptions {
  /** Number of populations with less association. */
  readonly below: number;
  /** Number of populations with more association. */
  readonly above: number;
  /** Extent in standard deviations of the sampling error. */
  readonly deviations: number;
}

/**
 * Returns populations that a table could be drawn from, in order of ascending association: from independent labels,
 * or as close to independence as the counts allow, through an estimate of the shares, towards complete association.
 *
 * The estimate subtracts a discount d = f₁/(f₁ + 2f₂ + 1) from each count, with f₁ and f₂ the numbers of cells that
 * contain one and two samples, and distributes the subtracted mass in proportion to the product of the marginal
 * shares. These are shrunk towards equal shares by the James–Stein estimator. If no cell contains exactly one sample,
 * the estimate equals the observed shares.
 *
 * @param cells - cells of a table with at least two labels on both sides.
 * @returns the shares of all pairs of labels in each population, row by row, 0 or more.
 * @see H. Ney, U. Essen and R. Kneser, Computer Speech and Language 8 (1994) 1–38, for the discount; J. Hausser and
 * K. Strimmer, JMLR 10 (2009) 1469–1484, for the shrinkage.
 */
export function populationPath(cells: TableCells, { below, above, deviations }: PathOptions): Float64Array[] {
  const { targetSizes, predSizes, n } = cells;
  const columns = predSizes.length;
  const [a, b] = [shrunkShares(targetSizes, n), shrunkShares(predSizes, n)];
  const size = a.length * columns;
  const independent = Float64Array.from({ length: size }, (_, k) => {
    return a[Math.floor(k / columns)]! * b[k % columns]!;
  });
  const observed = new Float64Array(size);
  cells.count.forEach((count, k) => (observed[placeOf(cells, k)] = count / n));
  const estimate = discounted(cells, independent);
  const complete = excess(estimate, independent) ?? excess(observed, independent) ?? estimate;

  // The statistic of the table is approximately χ²-distributed with that many degrees of freedom, and √(2χ²)
  // approximately normal.
  const freedom = (a.length - 1) * (columns - 1);
  const within = (Math.sqrt(2 * freedom) + deviations) ** 2 / 2 + n * distance(observed, estimate);
  const downTo = largestWeight((w) => n * distance(observed, mixed(estimate, independent, w)) <= within);
  const upTo = largestWeight((w) => n * distance(mixed(estimate, complete, w), estimate) <= deviations ** 2);

  // Denser towards the estimate, where quantiles change most.
  const down = Array.from({ length: below }, (_, k) => mixed(estimate, independent, downTo * (1 - k / below) ** 2));
  const up = Array.from({ length: above }, (_, k) => mixed(estimate, complete, (upTo * (k + 1)) / above));
  return [...down, estimate, ...up].map((shares) => (size < MANY_CELLS ? shares : shares.map(rounded)));
}

/** Returns the index of a cell among all pairs of labels. */
function placeOf({ row, column, predSizes }: TableCells, k: number): number {
  return row[k]! * predSizes.length + column[k]!;
}

function shrunkShares(sizes: Float64Array, n: number): Float64Array {
  const intensity = shrinkageIntensity({ sizes, possible: sizes.length }, n);
  return sizes.map((size) => intensity / sizes.length + (1 - intensity) * (size / n));
}

function discounted(cells: TableCells, independent: Float64Array): Float64Array {
  const { count, n } = cells;
  const ones = count.filter((samples) => samples === 1).length;
  const twos = count.filter((samples) => samples === 2).length;
  const discount = ones / (ones + 2 * twos + 1);
  const taken = (discount * count.length) / n;
  const shares = independent.map((share) => taken * share);
  count.forEach((samples, k) => (shares[placeOf(cells, k)]! += (samples - discount) / n));
  return shares;
}

/** Returns the excess of shares over those of another population, scaled to a sum of 1; undefined if it is 0. */
function excess(shares: Float64Array, other: Float64Array): Float64Array | undefined {
  const above = shares.map((share, k) => Math.max(0, share - other[k]!));
  const sum = above.reduce((total, share) => total + share, 0);
  return sum < 1e-9 ? undefined : above.map((share) => share / sum);
}

/** Returns Pearson's distance Σ (p − q)² / q. */
function distance(p: Float64Array, q: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < p.length; k++) if (p[k] !== q[k]) sum += (p[k]! - q[k]!) ** 2 / q[k]!;
  return sum;
}

function mixed(from: Float64Array, to: Float64Array, weight: number): Float64Array {
  return from.map((share, k) => share + weight * (to[k]! - share));
}

/** Returns the largest weight up to 1 that satisfies a condition, which holds for small weights, by bisection. */
function largestWeight(holds: (weight: number) => boolean): number {
  if (holds(1)) return 1;
  let [low, high] = [0, 1];
  for (let step = 0; step < BISECTIONS; step++) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function rounded(share: number): number {
  return share === 0 ? 0 : ROUNDED_TO ** Math.round(Math.log(share) / Math.log(ROUNDED_TO));
}
