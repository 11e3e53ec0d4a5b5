import { MetricInputError } from '../../../inputs/metricInputError.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { isConstant } from '../../../numeric/neighbors/points.ts';
import { classMembers, valueClasses } from '../neighbors/valueClasses.ts';
import { featureSelectionOptions, type FeatureSelectionOptions } from './featureSelectionOptions.ts';
import { readDiscreteFeatures, runSync, scoreFeatures } from './scoreFeatures.ts';
import { ksgInformation } from '../neighbors/ksgInformation.ts';
import { DEFAULT_K, readPoints } from '../neighbors/readPoints.ts';
import { rossInformation } from '../neighbors/rossInformation.ts';
import { standardizePoints } from '../neighbors/standardizePoints.ts';

/**
 * Mutual information of each feature with a continuous target, for feature selection.
 *
 * Like scikit-learn's `mutual_info_regression`, it uses {@link ksgMutualInfo} of the standardized feature and target
 * for continuous features, and {@link rossMutualInfo} of the target and the feature for discrete features. There are
 * two differences. Values are centered before they are scaled, so that results do not depend on an offset. Ties are
 * averaged over their orders instead of being broken by noise, so that results are deterministic. The value is 0 for a
 * constant feature or target.
 *
 * @param features - samples, `[N, features]`.
 * @param target - target value of each sample, `[N]`.
 * @returns one value per feature, `[features]`, in nats (or in the unit of `base`), 0 or more unless `clip` is false.
 * @throws {@link MetricInputError} if an input or option is invalid, or there are `nNeighbors` samples or fewer.
 * @see A. Kraskov, H. Stögbauer and P. Grassberger, Physical Review E 69 (2004) 066138; B. C. Ross, PLoS ONE 9 (2014)
 * e87357.
 *
 * @example
 * ```ts
 * import { mutualInfoRegression } from 'tfjs-metrics';
 *
 * const features = Array.from({ length: 200 }, (_, i) => [
 *   Math.sin(i * i),
 *   Math.cos(i ** 3),
 *   i % 2,
 * ]);
 * const target = features.map(([a, , parity]) => a! ** 2 + parity!);
 * mutualInfoRegression(features, target, { discreteFeatures: [2] });
 * // => Float64Array [2.4339, 0, 0.6749]
 * ```
 */
export function mutualInfoRegression(
  features: Samples,
  target: Samples,
  options?: FeatureSelectionOptions,
): Float64Array {
  return runSync(regressionScores('mutualInfoRegression', features, target, options));
}

/** Computes the scores of {@link mutualInfoRegression}, one feature at a time. */
export function regressionScores(
  owner: string,
  features: Samples,
  target: Samples,
  given: FeatureSelectionOptions | undefined,
): Generator<void, Float64Array> {
  const options = featureSelectionOptions(given, owner);
  const { nNeighbors: k = DEFAULT_K, discreteFeatures } = options;
  const [columns, y] = readPoints(owner, [features, target], ['features', 'target'], k);
  if (y!.d !== 1) {
    throw new MetricInputError(`target: expected one value for each sample, got ${y!.d}`);
  }
  const isDiscrete = readDiscreteFeatures(owner, discreteFeatures, columns!.d);
  const isSettled = isConstant(y!);
  const scaled = standardizePoints(y!, 'std');
  return scoreFeatures(columns!, isDiscrete, options, (feature, discrete) => {
    if (isSettled) return 0;
    return discrete
      ? rossInformation(y!, classMembers(valueClasses(feature.data)), k)
      : ksgInformation([standardizePoints(feature, 'std'), scaled], { k });
  });
}
