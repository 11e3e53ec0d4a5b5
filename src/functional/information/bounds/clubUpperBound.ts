import * as tf from '@tensorflow/tfjs-core';
import { booleanCheck } from '../../../inputs/optionCheck.ts';
import { optionSchema, readOptions, type OptionSchema } from '../../../inputs/options.ts';
import { diagonalMean } from './diagonalMask.ts';
import { scoreBound } from './scoreBound.ts';
import { requireSquare } from './scoreShapes.ts';

/** Which pairs {@link clubUpperBound} takes for independent. */
export interface ClubOptions {
  /**
   * Whether joint pairs are among them, as in the paper (the default): the value is then (K − 1)/K of what it is
   * without them.
   */
  readonly includeDiagonal?: boolean | undefined;
}

const clubOptions: OptionSchema<ClubOptions> = /* @__PURE__ */ optionSchema<ClubOptions>(() => ({
  includeDiagonal: booleanCheck(),
}));

/**
 * Contrastive log-ratio upper bound on mutual information (CLUB).
 *
 * I ≤ E[c] − E'[c], with cᵢⱼ = ln p(yⱼ | xᵢ): the mean of the joint pairs less that of all K² pairs. For the true
 * conditional it is I and the divergence of p(x)p(y) from p(x, y), times (K − 1)/K where joint pairs are included:
 * so `includeDiagonal: false` is an upper bound on average, and the default one but for small batches, where it can
 * be lower than I by up to I/K. **Neither bound is guaranteed** when c is learned (vCLUB). Very loose, dρ²/(1 − ρ²)
 * for Gaussians; no ceiling; its variance is that of a mean of log-probabilities, of the order of 1/K, and grows
 * with I; its gradient is the same for all scores.
 *
 * A log-probability of −∞ is a probability of 0: e^−∞ = 0, and its gradient is 0. That of a joint pair makes the
 * value −∞, that of another pair ∞, both NaN.
 *
 * @param logProbs - ln p(yⱼ | xᵢ), `[K, K]`, joint pairs on the diagonal, K ≥ 2.
 * @param options - which pairs are taken for independent.
 * @returns nats, a scalar, differentiable in the log-probabilities; finite for those up to 1e29.
 * @throws {@link MetricInputError} when the log-probabilities are not square or the option is not as described.
 * @see P. Cheng et al., ICML 2020, arXiv 2006.12013.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { clubUpperBound } from 'tfjs-metrics/information';
 *
 * const logProbs = tf.log(tf.tensor2d([[0.9, 0.1], [0.1, 0.9]]));
 * clubUpperBound(logProbs).arraySync(); // 1.09861
 * clubUpperBound(logProbs, { includeDiagonal: false }).arraySync(); // 2.19722
 * ```
 */
export function clubUpperBound(logProbs: tf.Tensor2D, options?: ClubOptions): tf.Scalar {
  const size = requireSquare('clubUpperBound', 'logProbs', logProbs);
  const { includeDiagonal = true } = readOptions('clubUpperBound', clubOptions, options);
  return scoreBound([logProbs], (input) => {
    const c = input as tf.Tensor2D;
    // Both forms are a multiple of the same difference.
    const factor = includeDiagonal ? 1 : size / (size - 1);
    const uniform = tf.fill([size, size], 1 / size ** 2);
    return {
      value: tf.mul(tf.sub(diagonalMean(c), tf.mean(c)), factor),
      gradients: () => [tf.mul(tf.sub(tf.div(tf.eye(size), size), uniform), factor)],
    };
  });
}
