import { exactMatch } from '../../functional/classification/multilabel/exactMatch.ts';
import { LabelAgreementMetric } from '../../metrics/families/labelAgreementMetric.ts';
import type { MultilabelCounts } from '../../state/tables/multilabelCounts.ts';

/**
 * Exact match ratio over all batches: {@link exactMatch} of the counts of all batches.
 *
 * Updates take several labels per sample, `[N, L]`, or one class per sample, `[N]`. Memory depends only on the number
 * of labels. Pass weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link AgreementOptions}.
 *
 * @example
 * ```ts
 * import { ExactMatch } from 'tfjs-metrics';
 *
 * const metric = new ExactMatch();
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
export class ExactMatch extends LabelAgreementMetric {
  static override readonly metricName = 'ExactMatch';
  static override readonly title = 'Exact match ratio';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  /** Computes {@link exactMatch} from the counts of all batches. */
  override computeFrom(counts: MultilabelCounts): number {
    return exactMatch(counts, this.scoreOptions);
  }
}
