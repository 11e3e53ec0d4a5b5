import * as tf from '@tensorflow/tfjs-core';
import { exactBatches } from './exactBatches.ts';
import { BOUNDS, type ExactBound } from './exactBounds.ts';

/** What a bound is over batches. */
export interface Measured {
  readonly bound: ExactBound;
  /** Of each batch. */
  readonly values: Float64Array;
  readonly mean: number;
  readonly variance: number;
  /** The expectation with its standard error, from batches weighted by how likely they are; for heavy tails. */
  readonly weighted?: { readonly mean: number; readonly standardError: number };
}

/**
 * All bounds at the exact critic, over so many batches.
 *
 * The bounds that are linear in Z, the mean density ratio of pairs apart, have an expectation that a plain mean misses:
 * Var[Z] is about e^(2I) / K², 10⁵ at 10 nats, all of it from batches that hardly ever come, so neither a mean nor a
 * sample variance says anything. But E[Z] = 1, so Z itself is a change of measure. Half of the batches as they come and half
 * tilted by Z, weighted by w = 2 / (1 + Z), give E[V] = I + E[w (V − I)] for any number I, as E[w] = 1; and w Z is at
 * most 2, so that this is a mean of bounded terms, which a wrong bound would still shift by its error.
 */
export function measureBounds(mutualInfo: number, batches: number, seed: number): Measured[] {
  const draw = exactBatches(mutualInfo, seed);
  const plain = evaluate(BOUNDS, batches, () => draw());
  const heavy = BOUNDS.filter(({ isHeavyTailed }) => isHeavyTailed);
  const tilted = evaluate(heavy, batches, () => draw(true));
  return BOUNDS.map((bound, b) => {
    const values = plain.values[b]!;
    const at = heavy.indexOf(bound);
    if (at < 0) return { bound, values, ...momentsOf(values) };
    const strata = [weigh(values, plain.ratios, mutualInfo), weigh(tilted.values[at]!, tilted.ratios, mutualInfo)].map(
      momentsOf,
    );
    const mean = mutualInfo + (strata[0]!.mean + strata[1]!.mean) / 2;
    const standardError = Math.sqrt((strata[0]!.variance + strata[1]!.variance) / batches) / 2;
    return { bound, values, ...momentsOf(values), weighted: { mean, standardError } };
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

/** W (V − I), of each batch. */
function weigh(values: Float64Array, ratios: Float64Array, mutualInfo: number): Float64Array {
  return values.map((value, k) => (2 / (1 + ratios[k]!)) * (value - mutualInfo));
}

function momentsOf(values: Float64Array): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / (values.length - 1) };
}
