import { hammingDistance } from '../../functional/classification/multilabel/hammingDistance.ts';
import { LabelAgreementMetric } from '../../metrics/families/labelAgreementMetric.ts';
import type { MultilabelCounts } from '../../state/tables/multilabelCounts.ts';

/**
 * Hamming distance over all batches: {@link hammingDistance} of the counts of all batches.
 *
 * Updates take several labels per sample, `[N, L]`, or one class per sample, `[N]`. Memory depends only on the number
 * of labels. Pass weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link AgreementOptions}.
 *
 * @example
 * ```ts
 * import { HammingDistance } from 'tfjs-metrics';
 *
 * const metric = new HammingDistance();
 * metric.update(
 *   [
 *     [1, 0],
 *     [1, 1],
 *   ],
 *   [
 *     [1, 0],
 *     [0, 1],
 *   ],
 * );
 * metric.update([[0.2, 0.9]], [[1, 1]]);
 * metric.compute(); // 0.333333
 * ```
 */
export class HammingDistance extends LabelAgreementMetric {
  static override readonly metricName = 'HammingDistance';
  static override readonly title = 'Hamming distance';
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, 1];

  /** Computes {@link hammingDistance} from the counts of all batches. */
  override computeFrom(counts: MultilabelCounts): number {
    return hammingDistance(counts, this.scoreOptions);
  }
}
