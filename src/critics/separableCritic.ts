import * as tf from '@tensorflow/tfjs-core';
import { defineOptions } from '../inputs/options/defineOptions.ts';
import { countCheck } from '../inputs/options/optionCheck.ts';
import type { Learned, LearnedCritic } from './critic.ts';
import { HIDDEN, networkOptions, requireSizes, type NetworkOptions } from './networkOptions.ts';
import { learned } from './learned.ts';
import { perceptron } from './perceptron.ts';
import { rowProducts } from './rowProducts.ts';

/** Network of one variable. */
export interface EmbeddingNetwork extends Learned {
  /** Returns the embeddings of K samples, `[K, embedding]`. */
  (samples: tf.Tensor2D): tf.Tensor2D;
}

/** Critic whose scores are products of embeddings of both samples. */
export interface SeparableCritic extends LearnedCritic {
  /** Networks g and h, whose outputs are the embeddings of both variables. */
  readonly networks: readonly [g: EmbeddingNetwork, h: EmbeddingNetwork];
}

/** Options for {@link separableCritic}. */
export interface SeparableCriticOptions extends NetworkOptions {
  /** Number of outputs of each of the two networks. Default: 32. */
  readonly embedding?: number | undefined;
}

const separableCriticOptions = /* @__PURE__ */ defineOptions<SeparableCriticOptions>('separableCritic', () => ({
  ...networkOptions.checks(),
  embedding: countCheck(1, 'values'),
}));

/**
 * Creates a critic with one network for each variable: f(x, y) = g(x) · h(y).
 *
 * The K² scores of a batch of K samples take only K evaluations of each network, so it is the fastest critic of high
 * capacity. The rank of the score matrix is at most `embedding`.
 *
 * @param xSize - the number of values in a sample x.
 * @param ySize - the number of values in a sample y.
 * @param options - hidden layers, embedding size and seed.
 * @returns the critic. Call `dispose()` to free its variables; calls after that throw {@link MetricStateError}.
 * @throws {@link MetricInputError} if a size or an option is invalid.
 * @see B. Poole et al., ICML 2019, arXiv 1905.06922.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { separableCritic } from 'tfjs-metrics/critics';
 *
 * const critic = separableCritic(3, 2, { hidden: [16], seed: 1 });
 * critic(tf.ones([5, 3]), tf.ones([5, 2])).shape; // [5, 5]
 * critic.dispose();
 * ```
 */
export function separableCritic(xSize: number, ySize: number, options?: SeparableCriticOptions): SeparableCritic {
  requireSizes('separableCritic', { xSize, ySize });
  const checked = separableCriticOptions(options);
  const { hidden = HIDDEN, embedding = 32, seed = 0 } = checked;
  const units = [...hidden, embedding];
  const networks = [xSize, ySize].map((size, k) => {
    const network = perceptron(size, units, seed + k * units.length);
    return learned({ owner: 'separableCritic', sizes: [size] }, [network], network.apply);
  });
  const [g, h] = networks as [EmbeddingNetwork, EmbeddingNetwork];
  const critic = learned(
    { owner: 'separableCritic', sizes: [xSize, ySize] },
    [g, h],
    (x: tf.Tensor2D, y: tf.Tensor2D) => tf.tidy(() => rowProducts(g(x), h(y))),
  );
  return Object.assign(critic, { networks: [g, h] as const });
}
