import { checkLabeledSamples } from '../../../inputs/labeledSamples.ts';
import type { Labels } from '../../../inputs/labels.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { clusterSamples } from '../../../state/samples/clusteredSamples.ts';
import { mutualInfoScore } from '../discrete/mutualInfoScore.ts';
import { classMembers } from './classMembers.ts';
import { featureSelectionOptions, type FeatureSelectionOptions } from './featureSelectionOptions.ts';
import { readDiscreteFeatures, runSync, scoreFeatures } from './scoreFeatures.ts';
import { DEFAULT_K, readPoints } from './readPoints.ts';
import { rossInformation } from './rossInformation.ts';
import { valueClasses } from './valueClasses.ts';

/**
 * Mutual information of each feature with the class of the samples, for choosing features.
 *
 * Of a continuous feature, {@link rossMutualInfo}; of a discrete one, {@link mutualInfoScore}. As scikit-learn's
 * `mutual_info_classif`, with the differences that {@link mutualInfoRegression} names.
 *
 * @param features - samples, `[N, features]`.
 * @param target - the class of each, `[N]`.
 * @returns one value for each feature, `[features]`: nats (or the unit of `base`), from 0 up unless `clip` is
 * false.
 * @throws {@link MetricInputError} when an input or option is not as described, or there are fewer than two
 * samples.
 * @see B. C. Ross, PLoS ONE 9 (2014) e87357.
 *
 * @example
 * ```ts
 * import { mutualInfoClassif } from 'tfjs-metrics';
 *
 * const features = Array.from({ length: 200 }, (_, i) => [Math.sin(i * i), Math.cos(i ** 3), i % 2]);
 * const target = features.map(([a]) => (a! > 0 ? 'high' : 'low'));
 * mutualInfoClassif(features, target, { discreteFeatures: [false, false, true] }); // Float64Array [0.6857, 0.0215, 0.0061]
 * ```
 */
export function mutualInfoClassif(features: Samples, target: Labels, options?: FeatureSelectionOptions): Float64Array {
  return runSync(classifScores('mutualInfoClassif', features, target, options));
}

/** The scores of {@link mutualInfoClassif}, one by one. */
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
