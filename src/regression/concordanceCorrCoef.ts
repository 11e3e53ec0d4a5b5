import { concordanceCorrCoefOfMoments } from '../functional/regression/moments/concordanceCorrCoef.ts';
import type { Multioutput, OutputOptions, OutputScore } from '../functional/regression/outputOptions.ts';
import { OutputMomentMetric } from '../metrics/families/outputMomentMetric.ts';

/**
 * Concordance correlation over all batches: {@link concordanceCorrCoef} of all samples.
 *
 * The state is an {@link OutputMoments}, which scores of moments share in a collection. Memory does not depend on the
 * number of samples. Pass weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link OutputOptions}.
 *
 * @example
 * ```ts
 * import { ConcordanceCorrCoef } from 'tfjs-metrics';
 *
 * const metric = new ConcordanceCorrCoef();
 * metric.update([2.5, 0], [3, -0.5]);
 * metric.update([2, 8], [2, 7]);
 * metric.compute(); // 0.976789
 * ```
 */
export class ConcordanceCorrCoef<const Mode extends Multioutput = 'uniformAverage'> extends OutputMomentMetric<
  OutputOptions,
  OutputScore<Mode>
> {
  static override readonly metricName = 'ConcordanceCorrCoef';
  static override readonly title = 'Concordance correlation';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [-1, 1];

  constructor(options?: OutputOptions<Mode>) {
    super(concordanceCorrCoefOfMoments, options);
  }
}
