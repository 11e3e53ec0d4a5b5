import type { ScoreRange } from '../functional/bootstrap/scoreRange.ts';
import { variationRange } from '../functional/information/discrete/variationRange.ts';
import { variationOfInformation } from '../functional/information/discrete/variationOfInformation.ts';
import { informationOptions, type InformationOptions } from '../functional/information/discrete/informationOptions.ts';
import { ContingencyMetric } from '../metrics/contingencyMetric.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';

/**
 * What two labelings don't tell about each other, over all batches: {@link variationOfInformation} of their contingency table.
 *
 * Memory grows with the number of label pairs that occur, never with the samples. Weights go with each
 * batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} when an option is not as {@link InformationOptions} describes.
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
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, Infinity];

  constructor(options?: InformationOptions) {
    super(options, informationOptions);
  }

  /** {@link variationOfInformation} of the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return variationOfInformation(state, this.options);
  }

  /** The range given the number of labels. */
  override valueRanges(state: ContingencyTable): ScoreRange[] {
    return [variationRange(state, this.options)];
  }
}
