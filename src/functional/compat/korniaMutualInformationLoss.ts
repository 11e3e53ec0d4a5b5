import * as tf from '@tensorflow/tfjs-core';
import type { WindowKernelName } from './windowJointAxis.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { aboveCheck, anyCheck, booleanCheck, countCheck, oneOfCheck } from '../../inputs/options/optionCheck.ts';
import { defineOptions } from '../../inputs/options/defineOptions.ts';
import { requireSameShape, rowsOfPairs } from '../information/soft/pairedTensors.ts';
import { pairWeights, type PairWeightOptions } from '../information/soft/pairWeights.ts';
import { computeJoint } from '../information/soft/computeJoint.ts';
import type { JointStatistic } from '../information/soft/jointStatistic.ts';
import { scaleToRange } from './scaleToRange.ts';
import { toTensor, type ContinuousValues } from '../information/soft/toTensor.ts';
import { windowJointAxis } from './windowJointAxis.ts';

/** Options for {@link korniaMutualInformationLoss}, with Kornia's names and defaults. */
export interface KorniaMutualInformationOptions {
  /** Kernel that spreads a value over the bins around it. Default: `'xu'`. */
  readonly kernelFunction?: WindowKernelName | undefined;
  /** Number of bins. Default: 64. */
  readonly numBins?: number | undefined;
  /** Radius of the kernel, in bins. Default: 1. */
  readonly windowRadius?: number | undefined;
  /** True for values of the input to include, with the shape of the input or of one signal. Default: all values. */
  readonly inputMask?: PairWeightOptions['mask'];
  /** True for values of the target to include. Default: all values. */
  readonly targetMask?: PairWeightOptions['mask'];
  /**
   * Number of trailing axes that form a signal: 1 as in `mutual_information_loss`, 2 as in
   * `mutual_information_loss_2d` (images), 3 as in `mutual_information_loss_3d` (volumes). Default: 1.
   */
  readonly signalAxes?: 1 | 2 | 3 | undefined;
  /** Whether to return −(H(X) + H(Y)) / H(X, Y), as in `normalized_mutual_information_loss`. Default: false. */
  readonly normalized?: boolean | undefined;
  /** Lower bound of the counts in the joint histogram. Default: 2^−23, Kornia's value for float32. */
  readonly eps?: number | undefined;
}

const KERNELS: WindowKernelName[] = ['xu', 'rectangular', 'truncatedGaussian'];

const korniaOptions = /* @__PURE__ */ defineOptions<KorniaMutualInformationOptions>(
  'korniaMutualInformationLoss',
  () => ({
    kernelFunction: oneOfCheck(KERNELS),
    numBins: countCheck(),
    windowRadius: aboveCheck(0),
    inputMask: anyCheck(),
    targetMask: anyCheck(),
    signalAxes: oneOfCheck([1, 2, 3], '1, 2 or 3'),
    normalized: booleanCheck(),
    eps: aboveCheck(0),
  }),
);

/**
 * Computes Kornia's mutual information losses, to compare results or port code. Use `softMutualInfoLoss` for new
 * work.
 *
 * L = H(X, Y) − H(X) − H(Y) in nats, or −(H(X) + H(Y)) / H(X, Y) if `normalized`. The entropies are those of the joint
 * probabilities Pᵢⱼ = max(Jᵢⱼ, eps) / Σᵢⱼ max(Jᵢⱼ, eps), with Jᵢⱼ = Σₙ k(sₙ − i) k(tₙ − j), the kernel k, and values sₙ
 * of the input and tₙ of the target.
 *
 * The range of each signal, from its minimum to its maximum, is scaled to [0, numBins]; the gradient includes the
 * effect of the minimum and the maximum. The bin centers are 0, 1, …, numBins − 1, so that with radius 1 the maximum
 * has no weight. A constant signal gives a loss near 0 (up to `eps`) and no gradient, where Kornia's gradient is NaN.
 * If `normalized`, its loss is near −1; for two constant signals, it is a ratio of entropies of the order of `eps`, from
 * −2 to −1.
 *
 * @param input - signals, `[…, N]`, `[…, H, W]` or `[…, D, H, W]` by `signalAxes`, with any leading batch axes.
 * @param target - signals of the same shape.
 * @param options - options with Kornia's names and defaults. A pair of values is included if both masks are true.
 * @returns the loss of each signal, with the shape of the batch axes, in nats; from −2 to −1 if normalized.
 * @throws {@link MetricInputError} if shapes differ, an option is invalid, or a value is NaN or infinite. Values are
 * not checked on WebGL and WebGPU.
 * @see https://github.com/kornia/kornia (commit b4f5a78), `kornia/losses/mutual_information.py`
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { korniaMutualInformationLoss } from 'tfjs-metrics/compat';
 *
 * const input = tf.tensor1d([0.999, 0.998, 0.001, 0.98]);
 * const target = tf.tensor1d([0.97, 0.01, 0.997, 0.999]);
 * korniaMutualInformationLoss(input, target, {
 *   numBins: 8,
 *   kernelFunction: 'truncatedGaussian',
 * }).arraySync(); // -0.19312
 * ```
 */
export function korniaMutualInformationLoss<T extends tf.Tensor = tf.Scalar>(
  input: ContinuousValues,
  target: ContinuousValues,
  options?: KorniaMutualInformationOptions,
): T {
  const owner = 'korniaMutualInformationLoss';
  const {
    kernelFunction: kernel = 'xu',
    numBins: bins = 64,
    windowRadius: radius = 1,
    signalAxes = 1,
    normalized = false,
    eps = 2 ** -23,
    inputMask,
    targetMask,
  } = korniaOptions(options);
  const factor = kernel === 'truncatedGaussian' ? 1 / (radius * Math.sqrt(2 * Math.PI)) : 1;
  const axis = windowJointAxis({ bins, kernel, radius, factor });
  return tf.tidy(() => {
    const signals = [toTensor(input, 'input'), toTensor(target, 'target')] as const;
    requireSameShape(...signals, ['input', 'target']);
    const { shape } = signals[0];
    if (shape.length < signalAxes) {
      throw new MetricInputError(
        `${owner}: expected signals with at least ${signalAxes} axes, got shape [${shape.join(', ')}]`,
      );
    }
    const batch = shape.slice(0, shape.length - signalAxes);
    const masks = [inputMask, targetMask].map((mask, i) =>
      pairWeights({ mask }, shape, (['inputMask', 'targetMask'] as const)[i]),
    );
    const weights = masks[0] && masks[1] ? tf.mul(masks[0], masks[1]) : (masks[0] ?? masks[1]);
    const pairs = rowsOfPairs(owner, signals, ['input', 'target'], batch, weights);
    const scaled = (of: tf.Tensor, mask: tf.Tensor | undefined): tf.Tensor => scaleToRange(of, pairs.rows, mask, bins);
    return computeJoint(
      { ...pairs, x: scaled(pairs.x, masks[0]), y: scaled(pairs.y, masks[1]) },
      [axis, axis],
      korniaStatistic(eps, normalized),
    ) as T;
  });
}

/**
 * Statistic H(X, Y) − H(X) − H(Y), or −(H(X) + H(Y)) / H(X, Y) if normalized, of cells clamped to at least `eps`.
 * Clamped cells get no gradient.
 */
function korniaStatistic(eps: number, normalized: boolean): JointStatistic {
  return {
    shape: [],
    withSquares: false,
    compute: (tape, { sums: { cells } }) => {
      const floored = tape.select(tape.atLeast(cells, eps), cells, eps);
      const joint = tape.entropy(floored);
      const ofMargins = tape.add(tape.entropy(tape.sum(floored, 1)), tape.entropy(tape.sum(floored, 0)));
      return normalized ? tape.mul(tape.div(ofMargins, joint), -1) : tape.sub(joint, ofMargins);
    },
  };
}
