import { MetricInputError } from '../../../inputs/metricInputError.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { isConstant } from '../../../numeric/neighbors/points.ts';
import { classMembers } from './classMembers.ts';
import { featureSelectionOptions, type FeatureSelectionOptions } from './featureSelectionOptions.ts';
import { readDiscreteFeatures, runSync, scoreFeatures } from './scoreFeatures.ts';
import { ksgInformation } from './ksgInformation.ts';
import { DEFAULT_K, readPoints } from './readPoints.ts';
import { rossInformation } from './rossInformation.ts';
import { standardizePoints } from './standardizePoints.ts';
import { valueClasses } from './valueClasses.ts';

/**
 * Mutual information of each feature with a continuous target, for choosing features.
 *
 * Of a continuous feature, {@link ksgMutualInfo} of feature and target, both in standard deviations from their
 * mean; of a discrete one, {@link rossMutualInfo} of target and feature. As scikit-learn's
 * `mutual_info_regression`, but values are centred before they are scaled, so that results do not depend on an
 * offset. Ties are averaged over their orders instead of being broken by noise, so that results are the same in
 * every run and need no seed. A constant feature or target gives 0.
 *
 * @param features - samples, `[N, features]`.
 * @param target - the target of each, `[N]`.
 * @returns one value for each feature, `[features]`: nats (or the unit of `base`), from 0 up unless `clip` is
 * false.
 * @throws {@link MetricInputError} when an input or option is not as described, or there are no more than
 * `nNeighbors` samples.
 * @see A. Kraskov, H. Stögbauer and P. Grassberger, Physical Review E 69 (2004) 066138; B. C. Ross, PLoS
 * ONE 9 (2014) e87357.
 *
 * @example
 * ```ts
 * import { mutualInfoRegression } from 'tfjs-metrics';
 *
 * const features = Array.from({ length: 200 }, (_, i) => [Math.sin(i * i), Math.cos(i ** 3), i % 2]);
 * const target = features.map(([a, , parity]) => a! ** 2 + parity!);
 * mutualInfoRegression(features, target, { discreteFeatures: [2] }); // Float64Array [2.4339, 0, 0.6749]
 * ```
 */
export function mutualInfoRegression(
  features: Samples,
  target: Samples,
  options?: FeatureSelectionOptions,
): Float64Array {
  return runSync(regressionScores('mutualInfoRegression', features, target, options));
}

/** The scores of {@link mutualInfoRegression}, one by one. */
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
