import * as tf from '@tensorflow/tfjs-core';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { aboveCheck, booleanCheck, countCheck } from '../../inputs/optionCheck.ts';
import { defineOptions } from '../../inputs/defineOptions.ts';
import { centerJointAxis } from './centerJointAxis.ts';
import { pairTensors } from '../information/soft/pairedTensors.ts';
import { computeJoint } from '../information/soft/computeJoint.ts';
import type { JointStatistic } from '../information/soft/jointStatistic.ts';
import type { Operand, Tape, Variable } from '../information/soft/tape.ts';
import type { ContinuousValues } from '../information/soft/toTensor.ts';

/** Options of {@link connorlee77MutualInformation}, with the names and defaults of its module. */
export interface Connorlee77Options {
  /** The σ of the kernel in gray levels of 255: 0.1 when left out. */
  readonly sigma?: number | undefined;
  /** How many bins there are, centerd from 0 to 255: 256 when left out. */
  readonly numBins?: number | undefined;
  /** Whether to return 2I / (H₁ + H₂) in place of I: true when left out. */
  readonly normalize?: boolean | undefined;
}

const connorlee77Options = /* @__PURE__ */ defineOptions<Connorlee77Options>('connorlee77MutualInformation', () => ({
  sigma: aboveCheck(0),
  numBins: countCheck(2),
  normalize: booleanCheck(),
}));

/**
 * What connorlee77's PyTorch module `MutualInformation` computes of two batches of gray images, digit by
 * digit, to compare or to carry over; `softMutualInfoScore` is the one to use for new work.
 *
 * K = exp(−(255x − c)² / 2σ²) over bins c from 0 to 255, not divided by its sum; each of the two
 * histograms and the joint one is divided by its own sum; entropies are in bits. What is wrong with
 * it: σ is in gray levels and not in bins, so that with the default 0.1 a value half-way between two
 * bins has a weight of 0.0000075 in place of 1 and 20 000 independent values seem to share 4.3 bits; the
 * margins of the joint histogram are not the two histograms, so that the result may be below 0; its
 * memory and time grow with samples × bins.
 *
 * @param input1 - images with values from 0 to 1, `[B, …]`.
 * @param input2 - images of the same shape.
 * @returns bits, or with `normalize` a share, `[B]`: NaN where that is 0/0, as in the module.
 * @throws {@link MetricInputError} when shapes differ, an option is not as described, or a value is NaN
 * or infinite (on WebGL and WebGPU values are not looked at).
 * @see https://github.com/connorlee77/pytorch-mutual-information (commit fbac60d)
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { connorlee77MutualInformation } from 'tfjs-metrics/compat';
 *
 * const x = tf.tensor2d([[0.999, 0.998, 0.001, 0.98]]);
 * const y = tf.tensor2d([[0.97, 0.01, 0.997, 0.999]]);
 * connorlee77MutualInformation(x, y, { sigma: 3, numBins: 20, normalize: false }).arraySync(); // [0.2563]
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
      throw new MetricInputError(`input1: expected images of the shape [B, …], got [${pairs.x.shape.join(', ')}]`);
    }
    return computeJoint(pairs, [axis, axis], connorStatistic(normalize)) as tf.Tensor1D;
  });
}

const EPSILON = 1e-10;

/** H₁ + H₂ − H₁₂, or 2 − 2H₁₂ / (H₁ + H₂), of histograms that are each divided by their own sum. */
function connorStatistic(normalize: boolean): JointStatistic {
  return {
    shape: [],
    withSquares: false,
    compute: (tape, { sums }) => {
      const added = tape.mul(sums.all, EPSILON);
      const ofMargins = tape.add(bitsOf(tape, sums.x, added), bitsOf(tape, sums.y, added));
      const joint = bitsOf(tape, sums.cells, EPSILON);
      return normalize ? tape.sub(2, tape.div(tape.mul(joint, 2), ofMargins)) : tape.sub(ofMargins, joint);
    },
  };
}

/** Entropy in bits of counts divided by their sum, to which something is added. */
function bitsOf<A>(tape: Tape<A>, counts: Variable<A>, added: Operand<A>): Variable<A> {
  const shares = tape.div(counts, tape.add(tape.sum(counts), added));
  const nats = tape.sum(tape.mul(shares, tape.log(tape.add(shares, EPSILON))));
  return tape.mul(nats, -1 / Math.LN2);
}
