import { cosineSimilarityLoss } from '../functional/regression/distributions/cosineSimilarity.ts';
import type { UndefinedOptions } from '../functional/regression/outputOptions.ts';
import { OutputLossMetric } from '../metrics/families/outputLossMetric.ts';

/**
 * Mean cosine similarity over all batches: {@link cosineSimilarity} of all samples.
 *
 * The state is the weighted sum of the values of the samples, so memory does not depend on their number. Pass weights
 * with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link UndefinedOptions}.
 *
 * @example
 * ```ts
 * import { CosineSimilarity } from 'tfjs-metrics';
 *
 * const metric = new CosineSimilarity();
 * metric.update([[1, 0]], [[3, 4]]);
 * metric.update([[0, 2]], [[0, 1]]);
 * metric.compute(); // 0.8
 * ```
 */
export class CosineSimilarity extends OutputLossMetric<UndefinedOptions> {
  static override readonly metricName = 'CosineSimilarity';
  static override readonly title = 'Cosine similarity';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [-1, 1];

  constructor(options?: UndefinedOptions) {
    super(cosineSimilarityLoss, options);
  }
}
