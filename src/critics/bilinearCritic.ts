import * as tf from '@tensorflow/tfjs-core';
import { initializers } from '@tensorflow/tfjs-layers';
import { defineOptions } from '../inputs/options/defineOptions.ts';
import { seedCheck } from '../inputs/options/optionCheck.ts';
import type { LearnedCritic } from './critic.ts';
import { requireSizes, type NetworkOptions } from './networkOptions.ts';
import { learned } from './learned.ts';
import { rowProducts } from './rowProducts.ts';

/** Options for {@link bilinearCritic}. */
export type BilinearCriticOptions = Pick<NetworkOptions, 'seed'>;

const bilinearCriticOptions = /* @__PURE__ */ defineOptions<BilinearCriticOptions>('bilinearCritic', () => ({
  seed: seedCheck(),
}));

/**
 * Creates a bilinear critic f(x, y) = xᵀ W y with one trainable matrix W.
 *
 * It suits samples that are already representations, as in contrastive predictive coding. On its own it detects only
 * linear dependence.
 *
 * @param xSize - the number of values in a sample x.
 * @param ySize - the number of values in a sample y.
 * @param options - the seed.
 * @returns the critic. Call `dispose()` to free its variables; calls after that throw {@link MetricStateError}.
 * @throws {@link MetricInputError} if a size or an option is invalid.
 * @see A. van den Oord, Y. Li and O. Vinyals, 2018, arXiv 1807.03748.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { bilinearCritic } from 'tfjs-metrics/critics';
 *
 * const critic = bilinearCritic(3, 2, { seed: 1 });
 * critic(tf.ones([5, 3]), tf.ones([5, 2])).shape; // [5, 5]
 * critic.dispose();
 * ```
 */
export function bilinearCritic(xSize: number, ySize: number, options?: BilinearCriticOptions): LearnedCritic {
  requireSizes('bilinearCritic', { xSize, ySize });
  const { seed = 0 } = bilinearCriticOptions(options);
  const matrix = tf.tidy(() => tf.variable(initializers.glorotUniform({ seed }).apply([ySize, xSize]) as tf.Tensor2D));
  return learned(
    { owner: 'bilinearCritic', sizes: [xSize, ySize] },
    [{ variables: [matrix as tf.Variable], dispose: () => matrix.dispose() }],
    (x: tf.Tensor2D, y: tf.Tensor2D) => tf.tidy(() => rowProducts(rowProducts(x, matrix as tf.Tensor2D), y)),
  );
}
