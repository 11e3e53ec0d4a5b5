import * as tf from '@tensorflow/tfjs-core';
import { meanAndVariance } from '../../src/numeric/meanAndVariance.ts';
import { exactBatches } from './exactBatches.ts';
import { BOUNDS, type ExactBound } from './exactBounds.ts';

/** Moments of a bound over batches. */
export interface Measured {
  readonly bound: ExactBound;
  /** Value of each batch. */
  readonly values: Float64Array;
  readonly mean: number;
  readonly variance: number;
  /** For heavy tails: the expectation by importance sampling, with its standard error. */
  readonly weighted?: { readonly mean: number; readonly standardError: number };
}

/**
 * Measures all bounds at the exact critic over a number of batches.
 *
 * Some bounds are linear in Z, the mean density ratio of independent pairs, and a plain mean does not estimate their
 * expectation: Var[Z] is about e^(2I) / K², 10⁵ at 10 nats, and comes from very rare batches, so the sample mean and
 * variance are meaningless. Because E[Z] = 1, Z is a change of measure. Take half of the batches as they are and
 * half tilted by Z, with the weights w = 2 / (1 + Z). Then E[V] = I + E[w (V − I)] for any number I, as E[w] = 1.
 * Since w Z ≤ 2, this is a mean of bounded terms, and an error in a bound would still shift it.
 */
export function measureBounds(mutualInfo: number, batches: number, seed: number): Measured[] {
  const draw = exactBatches(mutualInfo, seed);
  const plain = evaluate(BOUNDS, batches, () => draw());
  const heavy = BOUNDS.filter(({ isHeavyTailed }) => isHeavyTailed);
  const tilted = evaluate(heavy, batches, () => draw(true));
  return BOUNDS.map((bound, b) => {
    const values = plain.values[b]!;
    const at = heavy.indexOf(bound);
    if (at < 0) return { bound, values, ...meanAndVariance(values) };
    const strata = [weigh(values, plain.ratios, mutualInfo), weigh(tilted.values[at]!, tilted.ratios, mutualInfo)].map(
      meanAndVariance,
    );
    const mean = mutualInfo + (strata[0]!.mean + strata[1]!.mean) / 2;
    const standardError = Math.sqrt((strata[0]!.variance + strata[1]!.variance) / batches) / 2;
    return { bound, values, ...meanAndVariance(values), weighted: { mean, standardError } };
  });
}

function evaluate(
  bounds: readonly ExactBound[],
  batches: number,
  draw: () => ReturnType<ReturnType<typeof exactBatches>>,
): { values: Float64Array[]; ratios: Float64Array } {
  const values = bounds.map(() => new Float64Array(batches));
  const ratios = new Float64Array(batches);
  for (let k = 0; k < batches; k++) {
    tf.tidy(() => {
      const batch = draw();
      ratios[k] = batch.meanRatio;
      bounds.forEach(({ compute }, b) => {
        values[b]![k] = compute(batch).dataSync()[0]!;
      });
    });
  }
  return { values, ratios };
}

/** Returns w (V − I) for each batch. */
function weigh(values: Float64Array, ratios: Float64Array, mutualInfo: number): Float64Array {
  return values.map((value, k) => (2 / (1 + ratios[k]!)) * (value - mutualInfo));
}
