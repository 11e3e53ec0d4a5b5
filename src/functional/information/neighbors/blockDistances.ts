import type { Points } from '../../../numeric/neighbors/points.ts';
import type { Counts } from '../../../numeric/neighbors/counts.ts';
import { distanceBetween, type Distance } from '../../../numeric/neighbors/distance.ts';

/** Norm of the differences of a variable with several columns. The joint distance is the largest of these norms. */
export type BlockNorm = 'chebyshev' | 'euclidean' | 'manhattan';

/** Order p of each p-norm. */
const ORDERS: Record<BlockNorm, number> = { chebyshev: Infinity, euclidean: 2, manhattan: 1 };

/** Names of the norms within a variable with several columns. */
export const BLOCK_NORMS: readonly string[] = /* @__PURE__ */ Object.keys(ORDERS);

/**
 * Counts the points within a radius, grouped by the variable in which they lie exactly at the radius, like
 * {@link TieCounts} but for any norm within a variable. Compares all pairs of points.
 */
export class BlockDistances {
  /**
   * Number of points whose first variable at the radius is v, indexed by v; the last entry counts points without one.
   */
  readonly first: Int32Array;
  /** Counts like `first`, with the variables in reverse order. */
  readonly firstFromEnd: Int32Array;
  readonly #points: Points;
  readonly #widths: readonly number[];
  readonly #distance: Distance;

  constructor(points: Points, widths: readonly number[], norm: BlockNorm) {
    this.#points = points;
    this.#widths = widths;
    this.#distance = distanceBetween(ORDERS[norm]);
    this.first = new Int32Array(widths.length + 1);
    this.firstFromEnd = new Int32Array(widths.length + 1);
  }

  /** Returns the distance from each point to its k-th nearest neighbor. */
  kthDistances(k: number): Float64Array {
    const { n, d, data } = this.#points;
    const all = new Float64Array(n);
    return Float64Array.from({ length: n }, (_, i) => {
      for (let j = 0; j < n; j++) {
        let farthest = 0;
        let from = 0;
        for (const width of this.#widths) {
          const far = this.#distance(data, i * d + from, data, j * d + from, width);
          if (far > farthest) farthest = far;
          from += width;
        }
        all[j] = farthest;
      }
      // The nearest is the point itself.
      return all.sort()[k]!;
    });
  }

  /** Counts the points within the radius of each point, and those exactly at that distance. */
  countWithin(radii: Float64Array): Counts {
    const { n, data } = this.#points;
    const [within, tied] = [new Int32Array(n), new Int32Array(n)];
    for (let i = 0; i < n; i++) {
      this.count(data, i, radii[i]!);
      within[i] = this.first.reduce((sum, count) => sum + count, 0);
      tied[i] = within[i]! - this.first.at(-1)!;
    }
    return { within, tied };
  }

  /** Counts the points within `radius` of row `row` of `data`. */
  count(data: Float64Array, row: number, radius: number): void {
    const { n, d, data: points } = this.#points;
    const none = this.#widths.length;
    this.first.fill(0);
    this.firstFromEnd.fill(0);
    for (let i = 0; i < n; i++) {
      let [first, last, from] = [none, -1, 0];
      const isWithin = this.#widths.every((width, v) => {
        const far = this.#distance(points, i * d + from, data, row * d + from, width);
        from += width;
        if (far === radius) {
          last = v;
          if (first === none) first = v;
        }
        return far <= radius;
      });
      if (!isWithin) continue;
      this.first[first]!++;
      this.firstFromEnd[last === -1 ? none : none - 1 - last]!++;
    }
  }
}
