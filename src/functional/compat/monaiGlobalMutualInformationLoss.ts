import * as tf from '@tensorflow/tfjs-core';
import { aboveCheck, countCheck, oneOfCheck } from '../../inputs/options/optionCheck.ts';
import { defineOptions } from '../../inputs/options/defineOptions.ts';
import { centerJointAxis } from './centerJointAxis.ts';
import { clampedJointAxis } from './clampedJointAxis.ts';
import type { JointAxis } from '../information/soft/jointAxis.ts';
import type { JointStatistic } from '../information/soft/jointStatistic.ts';
import { pairTensors } from '../information/soft/pairedTensors.ts';
import { computeJoint } from '../information/soft/computeJoint.ts';
import { reduceRows, type Reduction } from './reduceRows.ts';
import { scaleToRange } from './scaleToRange.ts';
import { softJointAxis } from '../information/soft/softJointAxis.ts';

/** Options for {@link monaiGlobalMutualInformationLoss}, with MONAI's names and defaults. */
export interface MonaiMutualInformationOptions {
  /** Kernel. Default: `'gaussian'`. */
  readonly kernelType?: 'gaussian' | 'b-spline' | undefined;
  /** Number of bins. Default: 23. */
  readonly numBins?: number | undefined;
  /** σ of the Gaussian kernel, in distances between bin centers. Default: 0.5. */
  readonly sigmaRatio?: number | undefined;
  /** Reduction of the losses of the examples. Default: `'mean'`. */
  readonly reduction?: Reduction | undefined;
  /** Constant added to the joint probabilities. Default: 1e-7. */
  readonly smoothNr?: number | undefined;
  /** Constant added to the products of the margins and to the argument of the logarithm. Default: 1e-7. */
  readonly smoothDr?: number | undefined;
}

const REDUCTIONS: Reduction[] = ['mean', 'sum', 'none'];
const KERNELS = ['gaussian', 'b-spline'] as const;

const monaiOptions = /* @__PURE__ */ defineOptions<MonaiMutualInformationOptions>(
  'monaiGlobalMutualInformationLoss',
  () => ({
    kernelType: oneOfCheck(KERNELS),
    numBins: countCheck(),
    sigmaRatio: aboveCheck(0),
    reduction: oneOfCheck(REDUCTIONS),
    smoothNr: aboveCheck(0),
    smoothDr: aboveCheck(0),
  }),
);

/**
 * Creates a loss like MONAI's `GlobalMutualInformationLoss`, to compare results or port code. Use
 * `softMutualInfoLoss` for new work.
 *
 * L = −Σᵢⱼ Pᵢⱼ ln((Pᵢⱼ + smoothNr) / (Pᵢ Qⱼ + smoothDr) + smoothDr) in nats, with Pᵢⱼ the joint probabilities of the
 * bins of `pred` and `target`, and Pᵢ and Qⱼ their margins. With `kernelType: 'gaussian'`, both inputs have a Gaussian
 * kernel on [0, 1]. With `'b-spline'`, each input is scaled from its minimum and maximum to [0, 1], and `pred` has a
 * cubic B-spline kernel and `target` a box kernel.
 *
 * Known problems of the B-spline form: it clamps the top 1 / (numBins − 4) of the range to one position without a
 * gradient, has no gradient for `target`, depends on the order of the inputs, and scales the examples of a batch by
 * their common range. In both forms, the smoothing constants add a bias. Unlike in MONAI, constant inputs give 0
 * instead of NaN.
 *
 * With up to 5 bins, the B-spline form puts all values at one position, so its loss is about 0 without a gradient.
 * With one bin, and for the B-spline form also with two bins, the loss is 0 except for the smoothing constants, where
 * MONAI's loss is NaN.
 *
 * @param options - options with MONAI's names and defaults.
 * @returns a function of two tensors of the same shape `[B, …]` that returns a scalar, or `[B]` without reduction, in
 * nats; at most about 0.
 * @throws {@link MetricInputError} if an option is invalid.
 * @see https://github.com/Project-MONAI/MONAI (commit d388d1c), `monai/losses/image_dissimilarity.py`
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { monaiGlobalMutualInformationLoss } from 'tfjs-metrics/compat';
 *
 * const loss = monaiGlobalMutualInformationLoss();
 * const pred = tf.tensor2d([[0.999, 0.998, 0.001, 0.98]]);
 * const target = tf.tensor2d([[0.97, 0.01, 0.997, 0.999]]);
 * loss(pred, target).arraySync(); // -0.1311
 * ```
 */
export function monaiGlobalMutualInformationLoss(
  options?: MonaiMutualInformationOptions,
): (pred: tf.Tensor, target: tf.Tensor) => tf.Tensor {
  const owner = 'monaiGlobalMutualInformationLoss';
  const {
    kernelType = 'gaussian',
    numBins = 23,
    sigmaRatio = 0.5,
    reduction = 'mean',
    smoothNr = 1e-7,
    smoothDr = 1e-7,
  } = monaiOptions(options);
  const isSpline = kernelType === 'b-spline';
  const axes: [JointAxis, JointAxis] = isSpline
    ? [splineAxis(numBins, 'cubicBSpline'), splineAxis(numBins, 'box')]
    : [gaussianAxis(numBins, sigmaRatio), gaussianAxis(numBins, sigmaRatio)];
  const statistic = monaiStatistic(smoothNr, smoothDr);
  return (pred, target) =>
    tf.tidy(() => {
      const pairs = pairTensors(owner, pred, target, ['pred', 'target'], { perExample: true });
      const scaled = isSpline ? { ...pairs, x: scaleToRange(pairs.x), y: scaleToRange(pairs.y) } : pairs;
      return reduceRows(computeJoint(scaled, axes, statistic), reduction);
    });
}

function gaussianAxis(numBins: number, sigmaRatio: number): JointAxis {
  const spaces = Math.max(1, numBins - 1);
  const centers = Float64Array.from({ length: numBins }, (_, b) => b / spaces);
  const bandwidth = sigmaRatio / spaces;
  return clampedJointAxis(centerJointAxis({ centers, bandwidth, kernel: 'gaussian', normalized: true }), 0, 1);
}

/** Returns an axis whose bins extend beyond [0, 1] by two at each end. Values in the last covered bin are clamped. */
function splineAxis(numBins: number, kernel: 'cubicBSpline' | 'box'): JointAxis {
  const covered = numBins - 4;
  // MONAI clamps window positions to [2, numBins − 3], which is numBins − 3 where it is empty.
  if (covered <= 1) return stillAxis(numBins, numBins - 3, kernel);
  const range = [-2.5 / covered, (numBins - 2.5) / covered] as const;
  const axis = softJointAxis({ bins: numBins, range, kernel, bandwidth: 1, edge: 'fold' });
  return clampedJointAxis(axis, 0, (numBins - 5) / covered);
}

/** Returns an axis with all values at one position, in bins, without a gradient. */
function stillAxis(bins: number, place: number, kernel: 'cubicBSpline' | 'box'): JointAxis {
  const beyond = 2;
  const low = beyond - place - 0.5;
  const axis = softJointAxis({ bins, range: [low, low + bins], kernel, bandwidth: 1, edge: 'renormalize' });
  return clampedJointAxis(axis, beyond, beyond);
}

/** Statistic −Σ P ln((P + smoothNr) / (Pᵢ Pⱼ + smoothDr) + smoothDr). */
function monaiStatistic(smoothNr: number, smoothDr: number): JointStatistic {
  return {
    shape: [],
    withSquares: false,
    compute: (tape, { sums }) => {
      const [joint, ofX, ofY] = [sums.cells, sums.x, sums.y].map((of) => tape.div(of, sums.all));
      const smoothed = tape.add(tape.mul(ofX!, ofY!), smoothDr);
      const ratio = tape.div(tape.add(joint!, smoothNr), smoothed);
      return tape.mul(tape.sum(tape.mul(joint!, tape.log(tape.add(ratio, smoothDr)))), -1);
    },
  };
}
