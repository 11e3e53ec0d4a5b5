import type { Samples } from '../../../inputs/samples.ts';
import { toHost } from '../../../inputs/toHost.ts';
import type { FeatureSelectionOptions } from './featureSelectionOptions.ts';
import { runAsync } from './scoreFeatures.ts';
import { regressionScores } from './mutualInfoRegression.ts';

/**
 * Computes {@link mutualInfoRegression} without blocking: yields to the event loop between features, and reads
 * tensors asynchronously.
 *
 * @param features - samples, `[N, features]`.
 * @param target - target value of each sample, `[N]`.
 * @returns a promise of the result of {@link mutualInfoRegression}.
 * @throws {@link MetricInputError} if {@link mutualInfoRegression} does; the promise is rejected.
 * @see {@link mutualInfoRegression} for the formula and sources.
 *
 * @example
 * ```ts
 * import { mutualInfoRegressionAsync } from 'tfjs-metrics';
 *
 * const features = Array.from({ length: 200 }, (_, i) => [
 *   Math.sin(i * i),
 *   Math.cos(i ** 3),
 * ]);
 * const target = features.map(([a]) => a! ** 2);
 * let percent = 0;
 * const onProgress = (done: number, total: number) => {
 *   percent = (100 * done) / total;
 * };
 * await mutualInfoRegressionAsync(features, target, { onProgress });
 * // => Float64Array [2.4154, 0]
 * percent; // 100
 * ```
 */
export async function mutualInfoRegressionAsync(
  features: Samples,
  target: Samples,
  options?: FeatureSelectionOptions,
): Promise<Float64Array> {
  const [hostFeatures, hostTarget] = await toHost([features, target] as const);
  return runAsync(regressionScores('mutualInfoRegressionAsync', hostFeatures, hostTarget, options));
}
