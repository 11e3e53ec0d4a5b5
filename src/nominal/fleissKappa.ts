import { fleissKappa, fleissKappaOptions, type FleissKappaOptions } from '../functional/nominal/fleissKappa.ts';
import type { Ratings } from '../inputs/ratings.ts';
import { checkInputCount } from '../metrics/checkInputCount.ts';
import { Metric } from '../metrics/metric.ts';
import { RatingCounts } from '../state/tables/ratingCounts.ts';

/**
 * Agreement of several raters on the items of all batches, adjusted for chance: {@link fleissKappa} of their ratings.
 *
 * Memory grows with the number of categories, not with the number of items.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link FleissKappaOptions}.
 *
 * @example
 * ```ts
 * import { FleissKappa } from 'tfjs-metrics';
 *
 * const metric = new FleissKappa();
 * metric.update([
 *   [3, 0],
 *   [0, 3],
 * ]);
 * metric.update([
 *   [2, 1],
 *   [3, 0],
 * ]);
 * metric.compute(); // 0.625
 * ```
 */
export class FleissKappa extends Metric<[ratings: Ratings | RatingCounts], number, RatingCounts, FleissKappaOptions> {
  static override readonly metricName = 'FleissKappa';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [-1, 1];

  constructor(options?: FleissKappaOptions) {
    super(fleissKappaOptions(options, 'FleissKappa'));
  }

  override get stateKey(): string {
    return `RatingCounts of ${this.options.mode ?? 'counts'}`;
  }

  override createState(): RatingCounts {
    return new RatingCounts();
  }

  override updateState(state: RatingCounts, ...inputs: [ratings: Ratings | RatingCounts]): boolean {
    checkInputCount(this.name, inputs, 1);
    const [ratings] = inputs;
    const batch = ratings instanceof RatingCounts ? ratings : RatingCounts.of(ratings, this.options.mode);
    state.merge(batch);
    return batch.items > 0;
  }

  /** Computes {@link fleissKappa} from the ratings of all batches. */
  override computeFrom(state: RatingCounts): number {
    return fleissKappa(state, { onUndefined: this.options.onUndefined });
  }
}
