import { mean } from '../../numeric/mean.ts';
import type { FittedCritic } from './fittedCritic.ts';

/** Largest number of samples whose pairs are all scored together. */
const BLOCK = 1024;

/** Donsker–Varadhan bound of a critic on some samples. */
export interface AllPairsBound {
  /** Mean of `pointwise`, in nats. */
  readonly value: number;
  /** Pointwise mutual information of each sample, in nats. */
  readonly pointwise: Float64Array;
  /** Influence of each sample on the value: its mean is 0, and its variance over N is that of the value. */
  readonly influence: Float64Array;
  /** Value to which scores were clipped. */
  readonly cap: number;
  /** Number of samples whose pairs were scored together. */
  readonly size: number;
}

/**
 * Returns the Donsker–Varadhan bound over all pairs of some samples: the mean score of the joint pairs minus the
 * logarithm of the mean of eᶠ over all other pairs.
 *
 * Scores are clipped to `cap`. A clipped critic is a critic too, so the bound stays one, but a single pair in a region
 * without samples cannot decide it.
 *
 * @param cap - largest score. Default: the largest score of a joint pair.
 */
export async function allPairsBound(critic: FittedCritic, rows: Int32Array, cap?: number): Promise<AllPairsBound> {
  const count = Math.ceil(rows.length / BLOCK);
  const blocks: { readonly scores: ArrayLike<number>; readonly size: number }[] = [];
  for (let b = 0; b < count; b++) {
    const part = rows.subarray(Math.floor((b * rows.length) / count), Math.floor(((b + 1) * rows.length) / count));
    blocks.push({ scores: await critic.scores(part), size: part.length });
  }
  const limit = cap ?? Math.max(...blocks.map(({ scores, size }) => largestJoint(scores, size)));
  const pointwise = new Float64Array(rows.length);
  const influence = new Float64Array(rows.length);
  let from = 0;
  for (const { scores, size } of blocks) {
    addBlock(scores, limit, pointwise.subarray(from, from + size), influence.subarray(from, from + size));
    from += size;
  }
  return { value: mean(pointwise), pointwise, influence, cap: limit, size: Math.floor(rows.length / count) };
}

function largestJoint(scores: ArrayLike<number>, size: number): number {
  let largest = -Infinity;
  for (let i = 0; i < size; i++) largest = Math.max(largest, scores[i * size + i]!);
  return largest;
}

function addBlock(scores: ArrayLike<number>, cap: number, pointwise: Float64Array, influence: Float64Array): void {
  const size = pointwise.length;
  const [ofX, ofY] = [new Float64Array(size), new Float64Array(size)];
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      if (i === j) continue;
      // Relative to the cap, so that no exponential overflows.
      const ratio = Math.exp(Math.min(scores[i * size + j]!, cap) - cap);
      ofX[i]! += ratio;
      ofY[j]! += ratio;
    }
  }
  const average = mean(ofX);
  const logMean = cap + Math.log(average / (size - 1));
  let joint = 0;
  for (let i = 0; i < size; i++) {
    const score = Math.min(scores[i * size + i]!, cap);
    pointwise[i] = score - logMean;
    joint += score / size;
  }
  for (let i = 0; i < size; i++) {
    influence[i] = pointwise[i]! + logMean - joint - (ofX[i]! + ofY[i]!) / average + 2;
  }
}
