import * as tf from '@tensorflow/tfjs-core';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { aboveCheck, booleanCheck, countCheck } from '../../inputs/options/optionCheck.ts';
import { defineOptions } from '../../inputs/options/defineOptions.ts';
import { centerJointAxis } from './centerJointAxis.ts';
import { pairTensors } from '../information/soft/pairedTensors.ts';
import { computeJoint } from '../information/soft/computeJoint.ts';
import type { JointStatistic } from '../information/soft/jointStatistic.ts';
import type { Operand, Tape, Variable } from '../information/soft/tape.ts';
import type { ContinuousValues } from '../information/soft/toTensor.ts';

/** Options for {@link connorlee77MutualInformation}, with the names and defaults of the PyTorch module. */
export interface Connorlee77Options {
  /** Standard deviation σ of the Gaussian kernel, in gray levels (0 to 255). Default: 0.1. */
  readonly sigma?: number | undefined;
  /** Number of bins, with centers from 0 to 255. Default: 256. */
  readonly numBins?: number | undefined;
  /** Whether to return 2I / (H₁ + H₂) instead of I. Default: true. */
  readonly normalize?: boolean | undefined;
}

const connorlee77Options = /* @__PURE__ */ defineOptions<Connorlee77Options>('connorlee77MutualInformation', () => ({
  sigma: aboveCheck(0),
  numBins: countCheck(2),
  normalize: booleanCheck(),
}));

/**
 * Computes the mutual information of two batches of gray images like connorlee77's PyTorch module
 * `MutualInformation`, to compare results or port code. Use `softMutualInfoScore` for new work.
 *
 * A value x has the weight exp(−(255x − c)² / (2σ²)) in the bin with center c, from 0 to 255. The weights of a value do
 * not sum to 1, but the two histograms and the joint histogram are each divided by their sum. I = H₁ + H₂ − H₁₂ is
 * computed from their entropies, in bits.
 *
 * Known problems of the module: σ is in gray levels, not in bins. With the default 0.1, the weights of a value halfway
 * between two bins sum to 0.0000075 instead of 1, and 20,000 independent values score 4.3 bits with `normalize: false`
 * (0.53 by default). The margins of the joint histogram differ from the two histograms, so that the result can be
 * negative. The module adds 1e-10 to sums and to arguments of logarithms. Between bin centers, constant images have
 * entropies of that order, and their normalized score can be any number: −13,702 for four pixels of 0.25 with σ = 0.05.
 * Time grows with samples × bins². The module also stores samples × bins weights; this function does not.
 *
 * @param input1 - images with values from 0 to 1, `[B, …]`.
 * @param input2 - images of the same shape.
 * @returns the score of each pair of images, `[B]`, in bits; with `normalize` (the default), a ratio without unit. NaN
 * for 0/0, as in the module, for example for black images with σ = 0.05.
 * @throws {@link MetricInputError} if shapes differ, an option is invalid, or a value is NaN or infinite. Values are
 * not checked on WebGL and WebGPU.
 * @see https://github.com/connorlee77/pytorch-mutual-information (commit fbac60d)
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { connorlee77MutualInformation } from 'tfjs-metrics/compat';
 *
 * const x = tf.tensor2d([[0.999, 0.998, 0.001, 0.98]]);
 * const y = tf.tensor2d([[0.97, 0.01, 0.997, 0.999]]);
 * connorlee77MutualInformation(x, y, {
 *   sigma: 3,
 *   numBins: 20,
 *   normalize: false,
 * }).arraySync(); // [0.2563]
 * ```
 */
export function connorlee77MutualInformation(
  input1: ContinuousValues,
  input2: ContinuousValues,
  options?: Connorlee77Options,
): tf.Tensor1D {
  const owner = 'connorlee77MutualInformation';
  const { sigma = 0.1, numBins = 256, normalize = true } = connorlee77Options(options);
  const centers = Float64Array.from({ length: numBins }, (_, b) => b / (numBins - 1));
  const axis = centerJointAxis({ centers, bandwidth: sigma / 255, kernel: 'gaussian' });
  return tf.tidy(() => {
    const pairs = pairTensors(owner, input1, input2, ['input1', 'input2'], { perExample: true });
    if (pairs.x.shape.length < 2) {
      throw new MetricInputError(`input1: expected images of shape [B, …], got shape [${pairs.x.shape.join(', ')}]`);
    }
    return computeJoint(pairs, [axis, axis], connorStatistic(normalize)) as tf.Tensor1D;
  });
}

/** The module's constant. */
const MODULE_EPSILON = 1e-10;

/** Smallest number above 0, and largest below 1, in float32. */
const [SMALLEST, ALMOST_ONE] = [2 ** -149, 1 - 2 ** -24];

/** Statistic H₁ + H₂ − H₁₂, or 2 − 2H₁₂ / (H₁ + H₂), of histograms that are each normalized to sum 1. */
function connorStatistic(normalize: boolean): JointStatistic {
  return {
    shape: [],
    withSquares: false,
    compute: (tape, { sums }) => {
      const added = tape.mul(sums.all, MODULE_EPSILON);
      const ofMargins = tape.add(bitsOf(tape, sums.x, added), bitsOf(tape, sums.y, added));
      const joint = bitsOf(tape, sums.cells, MODULE_EPSILON);
      return normalize ? tape.sub(2, tape.div(tape.mul(joint, 2), ofMargins)) : tape.sub(ofMargins, joint);
    },
  };
}

/**
 * Returns the entropy in bits of counts divided by their sum plus `added`.
 *
 * The module computes in float32, where counts below `SMALLEST` are 0, and where both small constants have no effect
 * on a share near 1, whose logarithm is 0. In float64, they would give entropies of 1e-10 and less to constant images,
 * and the quotient of such entropies is not a score.
 */
function bitsOf<A>(tape: Tape<A>, counts: Variable<A>, added: Operand<A>): Variable<A> {
  const counted = tape.select(tape.atLeast(counts, SMALLEST), counts, 0);
  const shares = tape.div(counted, tape.add(tape.sum(counted), added));
  const fixed = tape.variable(shares.value, true);
  const epsilon = tape.select(tape.atLeast(fixed, ALMOST_ONE), tape.sub(1, fixed), MODULE_EPSILON);
  const nats = tape.sum(tape.mul(shares, tape.log(tape.add(shares, epsilon))));
  return tape.mul(nats, -1 / Math.LN2);
}
