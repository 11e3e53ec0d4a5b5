import * as tf from '@tensorflow/tfjs-core';
import { softAxesOf } from '../../binning/softHistogramOptions.ts';
import { optionSchema, readOptions, type OptionSchema } from '../../inputs/options.ts';
import { pairTensors } from './pairedTensors.ts';
import { pairWeightChecks, type PairWeightOptions } from './pairWeights.ts';
import { readJoint } from './readJoint.ts';
import { softJointAxis } from './softJointAxis.ts';
import {
  softNormalizedMutualInfoChecks,
  type SoftNormalizedMutualInfoOptions,
} from './softMutualInfoOptions.ts';
import { normalizedReading } from './softReadings.ts';
import type { ContinuousValues } from './toTensor.ts';

type Options = SoftNormalizedMutualInfoOptions & PairWeightOptions;

const schema: OptionSchema<Options> = /* @__PURE__ */ optionSchema<Options>(() => ({
  ...softNormalizedMutualInfoChecks(),
  ...pairWeightChecks(),
}));

/**
 * Mutual information of continuous values as a share of a mean of their entropies, differentiable in
 * both: {@link softMutualInfoScore} on a scale from 0 to 1.
 *
 * NMI = I / mean(H(x), H(y)), all of them of the joint soft histogram. As values spread over several
 * bins, two equal inputs reach 1 only with the kernel `'box'`.
 *
 * @param preds - values, `[N]`, or B rows of them, `[B, N]`.
 * @param target - values that go with them, of the same shape.
 * @returns from 0 (independent) to 1, a scalar or `[B]`. Where the mean of the entropies is 0: 1 if each
 * side lies in one bin, or there are no values, else 0.
 * @throws {@link MetricInputError} when shapes differ, an option is not as described, or a value is NaN
 * or infinite (on WebGL and WebGPU values are not looked at, as reading them would stall the device).
 * @see C. Studholme, D. L. G. Hill and D. J. Hawkes, Pattern Recognition 32 (1999) 71–86.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { softNormalizedMutualInfoScore } from 'tfjs-metrics/information';
 *
 * const x = tf.linspace(0, 1, 101);
 * softNormalizedMutualInfoScore(x, tf.sqrt(x), { bins: 8 }).arraySync(); // 0.4488
 * softNormalizedMutualInfoScore(x, x, { kernel: 'box' }).arraySync(); // 1
 * ```
 */
export function softNormalizedMutualInfoScore<T extends tf.Tensor = tf.Scalar>(
  preds: ContinuousValues,
  target: ContinuousValues,
  options?: Options,
): T {
  const owner = 'softNormalizedMutualInfoScore';
  const { sampleWeight, mask, averageMethod, biasCorrection, ...rest } = readOptions(
    owner,
    schema,
    options,
  );
  const [ofPreds, ofTarget] = softAxesOf(owner, rest);
  const reading = normalizedReading(1, biasCorrection === 'millerMadow', averageMethod);
  return tf.tidy(() => {
    const pairs = pairTensors(preds, target, ['preds', 'target'], { sampleWeight, mask });
    return readJoint(pairs, [softJointAxis(ofPreds), softJointAxis(ofTarget)], reading) as T;
  });
}
