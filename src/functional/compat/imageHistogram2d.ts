import * as tf from '@tensorflow/tfjs-core';
import { type CenterKernelName, centerJointAxis } from './centerJointAxis.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { aboveCheck, countCheck, oneOfCheck, optionCheck } from '../../inputs/options/optionCheck.ts';
import { defineOptions } from '../../inputs/options/defineOptions.ts';
import { countsStatistic } from '../information/soft/jointStatistic.ts';
import { EPSILON } from './epsilon.ts';
import { requireRank } from './requireRank.ts';
import { oneBin } from '../information/soft/softHistogram.ts';
import { rowsOfPairs } from '../information/soft/pairedTensors.ts';
import { computeJoint } from '../information/soft/computeJoint.ts';
import { sharesOf } from './sharesOf.ts';

/** Options for {@link imageHistogram2d}, with Kornia's names and defaults. */
export interface ImageHistogramOptions {
  /** Lower end of the range. Default: 0. */
  readonly min?: number | undefined;
  /** Upper end of the range. Default: 255. */
  readonly max?: number | undefined;
  /** Number of bins. Default: 256. */
  readonly nBins?: number | undefined;
  /** Width of a bin, and unit of distances in the kernel. Default: (max − min) / nBins. */
  readonly bandwidth?: number | undefined;
  /** Bin centers. Default: min + bandwidth · (b + ½) for bins b = 0, 1, … */
  readonly centers?: readonly number[] | undefined;
  /** Kernel. Default: `'triangular'`. */
  readonly kernel?: CenterKernelName | undefined;
  /** Constant added to the sum in the denominator. Default: 1e-10. */
  readonly eps?: number | undefined;
}

const KERNELS: CenterKernelName[] = ['triangular', 'gaussian', 'uniform', 'epanechnikov'];
const isCenters = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((center) => Number.isFinite(center));

const imageHistogramOptions = /* @__PURE__ */ defineOptions<ImageHistogramOptions>('imageHistogram2d', () => ({
  min: optionCheck(Number.isFinite, 'a finite number'),
  max: optionCheck(Number.isFinite, 'a finite number'),
  nBins: countCheck(),
  bandwidth: aboveCheck(0),
  centers: optionCheck(isCenters, 'a list of finite numbers'),
  kernel: oneOfCheck(KERNELS),
  eps: aboveCheck(0),
}));

/** Histogram of each channel of an image, as sums of weights and as probabilities. */
export interface ImageHistogram {
  /** Sums of weights, `[bins]`, `[C, bins]` or `[B, C, bins]`. */
  readonly histogram: tf.Tensor;
  /** The histogram divided by its sum. */
  readonly pdf: tf.Tensor;
}

/**
 * Histogram of the pixel values of each channel, like Kornia's `image_histogram2d`; differentiable in the image.
 * Despite the name, it is a histogram of one variable.
 *
 * Hᵢ = Σₙ k(|xₙ − cᵢ| / h), for pixel values xₙ, bin centers cᵢ and the bandwidth h. k(u) is exp(−u²/2) (`'gaussian'`),
 * max(0, 1 − u) (`'triangular'`), 1 for u ≤ 1 and otherwise 0 (`'uniform'`), or max(0, 1 − u²) (`'epanechnikov'`).
 *
 * Known problems of Kornia's function: a bandwidth other than (max − min) / nBins also moves the default centers, so
 * that they do not cover the range; in this case, pass `centers`. The weights of a pixel do not always sum to 1: the
 * uniform kernel counts a pixel in two bins, and the triangular kernel counts a pixel at either end of the range as one
 * half. `softHistogram` does not have these problems.
 *
 * @param image - `[H, W]`, `[C, H, W]` or `[B, C, H, W]`.
 * @returns histogram and probabilities, `[bins]`, `[C, bins]` or `[B, C, bins]`.
 * @throws {@link MetricInputError} if the shape or an option is invalid, or a value is NaN or infinite. Values are
 * not checked on WebGL and WebGPU.
 * @see https://github.com/kornia/kornia (commit b4f5a78), `kornia/enhance/histogram.py`
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { imageHistogram2d } from 'tfjs-metrics/compat';
 *
 * const image = tf.tensor2d([
 *   [0, 64],
 *   [128, 255],
 * ]);
 * const { histogram, pdf } = imageHistogram2d(image, {
 *   nBins: 2,
 *   kernel: 'triangular',
 * });
 * histogram.arraySync(); // [1.9941, 1.0059]
 * pdf.arraySync(); // [0.6647, 0.3353]
 * ```
 */
export function imageHistogram2d(image: tf.Tensor, options?: ImageHistogramOptions): ImageHistogram {
  const owner = 'imageHistogram2d';
  const given = imageHistogramOptions(options);
  const { min = 0, max = 255, nBins = 256, kernel = 'triangular', eps = EPSILON } = given;
  if (!(min < max)) {
    throw new MetricInputError(`${owner}: expected min < max, got ${min} and ${max}`);
  }
  const bandwidth = given.bandwidth ?? (max - min) / nBins;
  const centers = given.centers ?? Array.from({ length: nBins }, (_, b) => min + bandwidth * (b + 0.5));
  const axis = centerJointAxis({ centers, bandwidth, kernel });
  return tf.tidy(() => {
    const x = requireRank(image, 'image', { 2: '[H, W]', 3: '[C, H, W]', 4: '[B, C, H, W]' });
    const shape = x.shape.slice(0, -2);
    const pairs = rowsOfPairs(owner, [x, x], ['image', 'image'], shape);
    const histogram = computeJoint(pairs, [axis, oneBin()], countsStatistic([centers.length]));
    return { histogram, pdf: sharesOf(histogram, 1, eps) };
  });
}
