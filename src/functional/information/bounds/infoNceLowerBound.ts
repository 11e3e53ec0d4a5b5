import * as tf from '@tensorflow/tfjs-core';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { oneOfCheck } from '../../../inputs/options/optionCheck.ts';
import { contrast } from './contrast.ts';
import type { TensorData } from '../../../inputs/tensorLike.ts';
import { scoreBound } from './scoreBound.ts';
import { requireSquare } from './requireSquare.ts';

/** Options for {@link infoNceLowerBound}. */
export interface InfoNceOptions {
  /**
   * Pairs that each joint pair is contrasted with: all samples y for the same x (`'rows'`), or all samples x for the
   * same y (`'columns'`). `'symmetric'` returns the mean of both bounds. Default: `'rows'`.
   */
  readonly contrast?: 'rows' | 'columns' | 'symmetric' | undefined;
}

/** Reads {@link InfoNceOptions}. */
export const infoNceOptions: OptionsReader<InfoNceOptions> = /* @__PURE__ */ defineOptions('infoNceLowerBound', () => ({
  contrast: oneOfCheck(['rows', 'columns', 'symmetric']),
}));

/**
 * InfoNCE lower bound on mutual information (contrastive predictive coding).
 *
 * I ≥ ln K + (1/K) Σᵢ [fᵢᵢ − ln Σⱼ e^fᵢⱼ], with fᵢⱼ = f(xᵢ, yⱼ): ln K minus the cross-entropy of finding the joint pair
 * among K pairs. The bound never exceeds its ceiling **ln K**, even if the mutual information is much larger. It has
 * the lowest variance of the critic bounds, of the order of 1/K and less near the ceiling. A constant added to all
 * scores does not change it.
 *
 * A score of −∞ masks its pair: the pair adds e^−∞ = 0, and the gradient of the score is 0. A masked joint pair makes
 * the value −∞.
 *
 * @param scores - critic scores f(xᵢ, yⱼ), `[K, K]`, joint pairs on the diagonal, K ≥ 1.
 * @param options - option that selects the pairs that a joint pair is contrasted with.
 * @returns a scalar in nats, at most ln K, differentiable with respect to the scores; finite for scores up to 1e29.
 * @throws {@link MetricInputError} if the scores are not square or an option is invalid.
 * @see A. van den Oord, Y. Li and O. Vinyals, 2018, arXiv 1807.03748.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { infoNceLowerBound } from 'tfjs-metrics/information';
 *
 * const scores = tf.tensor2d([
 *   [1, 0],
 *   [0, 1],
 * ]);
 * infoNceLowerBound(scores).arraySync(); // 0.37989
 * infoNceLowerBound(scores, { contrast: 'symmetric' }).arraySync(); // 0.37989
 * ```
 */
export function infoNceLowerBound(scores: tf.Tensor2D | TensorData, options?: InfoNceOptions): tf.Scalar {
  requireSquare('infoNceLowerBound', 'scores', scores, 1);
  const { contrast: among = 'rows' } = infoNceOptions(options);
  return scoreBound([scores], (f) => {
    const axes = among === 'symmetric' ? ([0, 1] as const) : ([among === 'rows' ? 1 : 0] as const);
    const parts = axes.map((axis) => contrast(f as tf.Tensor2D, axis));
    const mean = (tensors: tf.Tensor[]): tf.Tensor => tf.div(tf.addN(tensors), tensors.length);
    return {
      value: mean(parts.map(({ value }) => value)),
      gradients: () => [mean(parts.map(({ gradients }) => gradients()[0]!))],
    };
  });
}
