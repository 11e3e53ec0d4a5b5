import * as tf from '@tensorflow/tfjs-core';
import { readOptions } from '../inputs/options.ts';
import type { LearnedLogBaseline } from './critic.ts';
import { HIDDEN, networkOptions, requireSizes, type NetworkOptions } from './networkOptions.ts';
import { learned } from './learned.ts';
import { perceptron } from './perceptron.ts';

/**
 * A network a(y), the logarithm of an unnormalised baseline, for `tubaLowerBound` and `interpolatedLowerBound`.
 *
 * The best one is a(y) = ln E[e^f(x, y)] over independent x: it takes from the scores what only y decides.
 *
 * @param ySize - how many values a sample y has.
 * @param options - hidden layers, seed.
 * @returns the baseline, which holds memory until it is disposed of; called later it throws {@link MetricStateError}.
 * @throws {@link MetricInputError} when a size or an option is not as described.
 * @see B. Poole et al., ICML 2019, arXiv 1905.06922, section 2.2.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { learnedLogBaseline } from 'tfjs-metrics/critics';
 *
 * const baseline = learnedLogBaseline(2, { hidden: [16], seed: 1 });
 * baseline(tf.ones([5, 2])).shape; // [5]
 * baseline.dispose();
 * ```
 */
export function learnedLogBaseline(ySize: number, options?: NetworkOptions): LearnedLogBaseline {
  requireSizes('learnedLogBaseline', { ySize });
  const { hidden = HIDDEN, seed = 0 } = readOptions('learnedLogBaseline', networkOptions, options);
  const network = perceptron(ySize, [...hidden, 1], seed);
  return learned({ owner: 'learnedLogBaseline', sizes: [ySize] }, [network], (y: tf.Tensor2D) =>
    tf.tidy(() => tf.reshape(network.apply(y), [y.shape[0]])),
  );
}
