import { calinskiHarabaszScore } from '../../functional/clustering/samples/calinskiHarabaszScore.ts';
import { labelOptions, type LabelOptions } from '../../inputs/options/labelOptions.ts';
import { checkLabeledSamples } from '../../inputs/labeledSamples.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { Samples } from '../../inputs/samples.ts';
import { checkInputCount } from '../../metrics/checkInputCount.ts';
import { Metric } from '../../metrics/metric.ts';
import { ClusterMoments } from '../../state/moments/clusterMoments.ts';

/**
 * Calinski–Harabasz score of the samples of all batches: {@link calinskiHarabaszScore} of the size, mean and dispersion
 * of each cluster.
 *
 * The value is that of all samples at once, up to rounding. Memory depends on the numbers of clusters and features, not
 * on the number of samples.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link LabelOptions}.
 *
 * @example
 * ```ts
 * import { CalinskiHarabaszScore } from 'tfjs-metrics';
 *
 * const metric = new CalinskiHarabaszScore();
 * metric.update(
 *   [
 *     [0, 0],
 *     [4, 4],
 *   ],
 *   ['a', 'b'],
 * );
 * metric.update(
 *   [
 *     [0, 1],
 *     [5, 4],
 *   ],
 *   ['a', 'b'],
 * );
 * metric.compute(); // 65
 * ```
 */
export class CalinskiHarabaszScore extends Metric<
  readonly [data: Samples, labels: Labels],
  number,
  ClusterMoments,
  LabelOptions
> {
  static override readonly metricName = 'CalinskiHarabaszScore';
  static override readonly title = 'Calinski–Harabasz index';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, Infinity];

  constructor(options?: LabelOptions) {
    super(labelOptions(options, 'CalinskiHarabaszScore'));
  }

  override get stateKey(): string {
    return 'ClusterMoments';
  }

  override createState(): ClusterMoments {
    return new ClusterMoments();
  }

  override updateState(state: ClusterMoments, ...inputs: readonly [data: Samples, labels: Labels]): boolean {
    checkInputCount(this.name, inputs, 2);
    const labeled = checkLabeledSamples(...inputs);
    state.addChecked(labeled);
    return labeled.samples.n > 0;
  }

  /** Computes {@link calinskiHarabaszScore} from the moments of all batches. */
  override computeFrom(state: ClusterMoments): number {
    return calinskiHarabaszScore(state, this.options);
  }
}
