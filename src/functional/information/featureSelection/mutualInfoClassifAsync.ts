import type { Labels } from '../../../inputs/labels.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { toHost } from '../../../inputs/toHost.ts';
import type { FeatureSelectionOptions } from './featureSelectionOptions.ts';
import { runAsync } from './scoreFeatures.ts';
import { classifScores } from './mutualInfoClassif.ts';

/**
 * Computes {@link mutualInfoClassif} without blocking: yields to the event loop between features, and reads tensors
 * asynchronously.
 *
 * @param features - samples, `[N, features]`.
 * @param target - class of each sample, `[N]`.
 * @returns a promise of the result of {@link mutualInfoClassif}.
 * @throws {@link MetricInputError} if {@link mutualInfoClassif} does; the promise is rejected.
 * @see {@link mutualInfoClassif} for the formula and sources.
 *
 * @example
 * ```ts
 * import { mutualInfoClassifAsync } from 'tfjs-metrics';
 *
 * const features = Array.from({ length: 200 }, (_, i) => [
 *   Math.sin(i * i),
 *   Math.cos(i ** 3),
 * ]);
 * const target = features.map(([a]) => (a! > 0 ? 1 : 0));
 * let percent = 0;
 * const onProgress = (done: number, total: number) => {
 *   percent = (100 * done) / total;
 * };
 * await mutualInfoClassifAsync(features, target, { onProgress });
 * // => Float64Array [0.6857, 0.0215]
 * percent; // 100
 * ```
 */
export async function mutualInfoClassifAsync(
  features: Samples,
  target: Labels,
  options?: FeatureSelectionOptions,
): Promise<Float64Array> {
  const [hostFeatures, hostTarget] = await toHost([features, target] as const);
  return runAsync(classifScores('mutualInfoClassifAsync', hostFeatures, hostTarget, options));
}
