import * as tf from '@tensorflow/tfjs-core';
import { countCheck } from '../inputs/optionCheck.ts';
import { optionSchema, readOptions, type OptionSchema } from '../inputs/options.ts';
import type { LearnedCritic } from './critic.ts';
import { HIDDEN, networkChecks, requireSizes, type NetworkOptions } from './networkOptions.ts';
import { learned } from './learned.ts';
import { perceptron } from './perceptron.ts';
import { rowProducts } from './rowProducts.ts';

/** Options of {@link separableCritic}. */
export interface SeparableCriticOptions extends NetworkOptions {
  /** How many values each of the two networks gives; 32 when left out. */
  readonly embedding?: number | undefined;
}

const separableCriticOptions: OptionSchema<SeparableCriticOptions> =
  /* @__PURE__ */ optionSchema<SeparableCriticOptions>(() => ({
    ...networkChecks(),
    embedding: countCheck(1, 'values'),
  }));

/**
 * A critic of two networks, one for each variable: f(x, y) = g(x) · h(y).
 *
 * K evaluations of each network give all K² scores, so that it is the fastest critic of high capacity. Its
 * matrix of scores has at most the rank of the embedding.
 *
 * @param xSize - how many values a sample x has.
 * @param ySize - how many values a sample y has.
 * @param options - hidden layers, embedding, seed.
 * @returns the critic, which holds memory until it is disposed of; called later it throws {@link MetricStateError}.
 * @throws {@link MetricInputError} when a size or an option is not as described.
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
export function separableCritic(xSize: number, ySize: number, options?: SeparableCriticOptions): LearnedCritic {
  requireSizes('separableCritic', { xSize, ySize });
  const checked = readOptions('separableCritic', separableCriticOptions, options);
  const { hidden = HIDDEN, embedding = 32, seed = 0 } = checked;
  const units = [...hidden, embedding];
  const ofX = perceptron(xSize, units, seed);
  const ofY = perceptron(ySize, units, seed + units.length);
  return learned({ owner: 'separableCritic', sizes: [xSize, ySize] }, [ofX, ofY], (x: tf.Tensor2D, y: tf.Tensor2D) =>
    tf.tidy(() => rowProducts(ofX.apply(x), ofY.apply(y))),
  );
}
