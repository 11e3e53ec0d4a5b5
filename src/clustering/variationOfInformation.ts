import type { ScoreRange } from '../functional/scoreRange.ts';
import { variationRange } from '../functional/information/discrete/variationRange.ts';
import { variationOfInformation } from '../functional/information/discrete/variationOfInformation.ts';
import { informationOptions, type InformationOptions } from '../functional/information/discrete/informationOptions.ts';
import { ContingencyMetric } from '../metrics/families/contingencyMetric.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';

/**
 * Information that two labelings do not share, over all batches: {@link variationOfInformation} of their contingency
 * table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link InformationOptions}.
 *
 * @example
 * ```ts
 * import { VariationOfInformation } from 'tfjs-metrics';
 *
 * const metric = new VariationOfInformation();
 * metric.update([0, 0, 1], [0, 0, 1]);
 * metric.update([2, 0], [1, 1]);
 * metric.compute(); // 1.041076
 * ```
 */
export class VariationOfInformation extends ContingencyMetric<InformationOptions> {
  static override readonly metricName = 'VariationOfInformation';
  static override readonly title = 'Variation of information';
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, Infinity];

  constructor(options?: InformationOptions) {
    super(options, informationOptions);
  }

  /** Computes {@link variationOfInformation} from the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return variationOfInformation(state, this.options);
  }

  /** Returns the range of the score for the numbers of labels. */
  override valueRanges(state: ContingencyTable): ScoreRange[] {
    return [variationRange(state, this.options)];
  }
}
