import * as tf from '@tensorflow/tfjs-core';
import { readOptions } from '../inputs/options.ts';
import type { LearnedCritic } from './critic.ts';
import { HIDDEN, networkOptions, requireSizes, type NetworkOptions } from './networkOptions.ts';
import { learned } from './learned.ts';
import { perceptron } from './perceptron.ts';

/**
 * A critic of one network that sees both samples of a pair: f(x, y) = g([x, y]), also called joint critic.
 *
 * It can be any function, so bounds of low bias are tighter with it, at K² evaluations of the network a batch. The
 * first layer is taken apart into a part for x and one for y, each evaluated K times.
 *
 * @param xSize - how many values a sample x has.
 * @param ySize - how many values a sample y has.
 * @param options - hidden layers, seed.
 * @returns the critic, which holds memory until it is disposed of; called later it throws {@link MetricStateError}.
 * @throws {@link MetricInputError} when a size or an option is not as described.
 * @see B. Poole et al., ICML 2019, arXiv 1905.06922.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { concatCritic } from 'tfjs-metrics/critics';
 *
 * const critic = concatCritic(3, 2, { hidden: [16, 8], seed: 1 });
 * critic(tf.ones([5, 3]), tf.ones([5, 2])).shape; // [5, 5]
 * critic.dispose();
 * ```
 */
export function concatCritic(xSize: number, ySize: number, options?: NetworkOptions): LearnedCritic {
  requireSizes('concatCritic', { xSize, ySize });
  const { hidden = HIDDEN, seed = 0 } = readOptions('concatCritic', networkOptions, options);
  const [first, ...others] = hidden;
  const ofX = perceptron(xSize, [first!], seed);
  const ofY = perceptron(ySize, [first!], seed + 1);
  const ofPairs = perceptron(first!, [...others, 1], seed + 2);
  return learned(
    { owner: 'concatCritic', sizes: [xSize, ySize] },
    [ofX, ofY, ofPairs],
    (x: tf.Tensor2D, y: tf.Tensor2D) =>
      tf.tidy(() => {
        const sums = tf.add(tf.expandDims(ofX.apply(x), 1), tf.expandDims(ofY.apply(y), 0));
        const pairs = tf.reshape(tf.relu(sums), [-1, first!]) as tf.Tensor2D;
        return tf.reshape(ofPairs.apply(pairs), [x.shape[0], y.shape[0]]) as tf.Tensor2D;
      }),
  );
}
