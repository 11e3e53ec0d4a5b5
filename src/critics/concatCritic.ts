import * as tf from '@tensorflow/tfjs-core';
import type { LearnedCritic } from './critic.ts';
import { HIDDEN, networkOptions, requireSizes, type NetworkOptions } from './networkOptions.ts';
import { learned } from './learned.ts';
import { perceptron } from './perceptron.ts';

/**
 * Creates a critic with one network that sees both samples of a pair: f(x, y) = g([x, y]), also called a joint
 * critic.
 *
 * It can represent any function of a pair, so low-bias bounds are tighter with it than with other critics. Its cost is
 * higher: the network is evaluated on all K² pairs of a batch of K samples. Only the first layer is split into a part
 * for x and a part for y, each evaluated on K samples.
 *
 * @param xSize - the number of values in a sample x.
 * @param ySize - the number of values in a sample y.
 * @param options - hidden layers and seed.
 * @returns the critic. Call `dispose()` to free its variables; calls after that throw {@link MetricStateError}.
 * @throws {@link MetricInputError} if a size or an option is invalid.
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
  const { hidden = HIDDEN, seed = 0 } = networkOptions(options, 'concatCritic');
  const [first, ...others] = hidden;
  const xLayer = perceptron(xSize, [first!], seed);
  const yLayer = perceptron(ySize, [first!], seed + 1);
  const pairNetwork = perceptron(first!, [...others, 1], seed + 2);
  return learned(
    { owner: 'concatCritic', sizes: [xSize, ySize] },
    [xLayer, yLayer, pairNetwork],
    (x: tf.Tensor2D, y: tf.Tensor2D) =>
      tf.tidy(() => {
        const sums = tf.add(tf.expandDims(xLayer.apply(x), 1), tf.expandDims(yLayer.apply(y), 0));
        const pairs = tf.reshape(tf.relu(sums), [-1, first!]) as tf.Tensor2D;
        return tf.reshape(pairNetwork.apply(pairs), [x.shape[0], y.shape[0]]) as tf.Tensor2D;
      }),
  );
}
