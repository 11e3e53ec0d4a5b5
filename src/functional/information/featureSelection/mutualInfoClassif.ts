import { checkLabeledSamples } from '../../../inputs/labeledSamples.ts';
import type { Labels } from '../../../inputs/labels.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { clusterSamples } from '../../../state/samples/clusteredSamples.ts';
import { mutualInfoScore } from '../discrete/mutualInfoScore.ts';
import { classMembers, valueClasses } from '../neighbors/valueClasses.ts';
import { featureSelectionOptions, type FeatureSelectionOptions } from './featureSelectionOptions.ts';
import { readDiscreteFeatures, runSync, scoreFeatures } from './scoreFeatures.ts';
import { DEFAULT_K, readPoints } from '../neighbors/readPoints.ts';
import { rossInformation } from '../neighbors/rossInformation.ts';

/**
 * Mutual information of each feature with the class labels, for feature selection.
 *
 * Uses {@link rossMutualInfo} for continuous features and {@link mutualInfoScore} for discrete ones, like
 * scikit-learn's `mutual_info_classif`, with the differences described for {@link mutualInfoRegression}.
 *
 * @param features - samples, `[N, features]`.
 * @param target - class of each sample, `[N]`.
 * @returns one value per feature, `[features]`, in nats (or in the unit of `base`), 0 or more unless `clip` is false.
 * @throws {@link MetricInputError} if an input or option is invalid, or there are fewer than two samples.
 * @see B. C. Ross, PLoS ONE 9 (2014) e87357.
 *
 * @example
 * ```ts
 * import { mutualInfoClassif } from 'tfjs-metrics';
 *
 * const features = Array.from({ length: 200 }, (_, i) => [
 *   Math.sin(i * i),
 *   Math.cos(i ** 3),
 *   i % 2,
 * ]);
 * const target = features.map(([a]) => (a! > 0 ? 'high' : 'low'));
 * mutualInfoClassif(features, target, { discreteFeatures: [false, false, true] });
 * // => Float64Array [0.6857, 0.0215, 0.0061]
 * ```
 */
export function mutualInfoClassif(features: Samples, target: Labels, options?: FeatureSelectionOptions): Float64Array {
  return runSync(classifScores('mutualInfoClassif', features, target, options));
}

/** Computes the scores of {@link mutualInfoClassif}, one feature at a time. */
export function classifScores(
  owner: string,
  features: Samples,
  target: Labels,
  given: FeatureSelectionOptions | undefined,
): Generator<void, Float64Array> {
  const options = featureSelectionOptions(given, owner);
  const { nNeighbors: k = DEFAULT_K, discreteFeatures } = options;
  const clustered = clusterSamples(checkLabeledSamples(features, target, ['features', 'target']), undefined);
  const [columns] = readPoints(owner, [features], ['features'], 1);
  const isDiscrete = readDiscreteFeatures(owner, discreteFeatures, columns!.d);
  const classes = classMembers(clustered);
  return scoreFeatures(columns!, isDiscrete, options, (feature, discrete) =>
    discrete
      ? mutualInfoScore(valueClasses(feature.data).cluster, clustered.cluster)
      : rossInformation(feature, classes, k),
  );
}
