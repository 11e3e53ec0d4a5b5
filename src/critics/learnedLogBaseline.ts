import * as tf from '@tensorflow/tfjs-core';
import type { LearnedLogBaseline } from './critic.ts';
import { HIDDEN, networkOptions, requireSizes, type NetworkOptions } from './networkOptions.ts';
import { learned } from './learned.ts';
import { perceptron } from './perceptron.ts';

/**
 * Creates a network a(y), the logarithm of an unnormalized baseline, for `tubaLowerBound` and
 * `interpolatedLowerBound`.
 *
 * The optimum for a critic f is a(y) = ln E[e^f(x, y)], the expectation over x independent of y. It removes the part of
 * the scores that depends only on y.
 *
 * @param ySize - the number of values in a sample y.
 * @param options - hidden layers and seed.
 * @returns the baseline. Call `dispose()` to free its variables; calls after that throw {@link MetricStateError}.
 * @throws {@link MetricInputError} if a size or an option is invalid.
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
  const { hidden = HIDDEN, seed = 0 } = networkOptions(options, 'learnedLogBaseline');
  const network = perceptron(ySize, [...hidden, 1], seed);
  return learned({ owner: 'learnedLogBaseline', sizes: [ySize] }, [network], (y: tf.Tensor2D) =>
    tf.tidy(() => tf.reshape(network.apply(y), [y.shape[0]])),
  );
}
