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
  /** True if the mean of eᶠ is too small to be estimated from the pairs, so that the value has no upper limit. */
  readonly isUnlimited: boolean;
  /** Smallest number of groups whose pairs were scored together. */
  readonly size: number;
}

/**
 * Returns the Donsker–Varadhan bound over all pairs of some samples: the mean score of the joint pairs minus the
 * logarithm of the mean of eᶠ over all pairs of samples of different groups.
 *
 * Scores are clipped to `cap`. A clipped critic is a critic too, so the bound stays one, but a single pair in a region
 * without samples cannot decide it.
 *
 * @param groups - the group of each sample to which rows refer.
 * @param cap - largest score. Default: the largest score of a joint pair.
 */
export async function allPairsBound(
  critic: FittedCritic,
  rows: Int32Array,
  groups: Int32Array,
  cap?: number,
): Promise<AllPairsBound> {
  const count = Math.ceil(rows.length / BLOCK);
  const blocks = Array.from({ length: count }, (_, b) =>
    rows.subarray(Math.floor((b * rows.length) / count), Math.floor(((b + 1) * rows.length) / count)),
  );
  // The scores of one block at a time are kept.
  let kept: ArrayLike<number> | undefined;
  let limit = cap ?? -Infinity;
  if (cap === undefined) {
    for (const part of blocks) {
      kept = await critic.scores(part);
      limit = Math.max(limit, largestJoint(kept, part.length));
    }
  }
  const pointwise = new Float64Array(rows.length);
  const influence = new Float64Array(rows.length);
  const sizes: number[] = [];
  let isUnlimited = false;
  let from = 0;
  for (const part of blocks) {
    const scores = count === 1 && kept ? kept : await critic.scores(part);
    const [to, own] = [from + part.length, Int32Array.from(part, (row) => groups[row]!)];
    const isBlockUnlimited = addBlock(scores, limit, {
      groups: own,
      pointwise: pointwise.subarray(from, to),
      influence: influence.subarray(from, to),
    });
    isUnlimited ||= isBlockUnlimited;
    sizes.push(new Set(own).size);
    from = to;
  }
  return { value: mean(pointwise), pointwise, influence, cap: limit, isUnlimited, size: Math.min(...sizes) };
}

function largestJoint(scores: ArrayLike<number>, size: number): number {
  let largest = -Infinity;
  for (let i = 0; i < size; i++) largest = Math.max(largest, scores[i * size + i]!);
  return largest;
}

/** Values of each sample of a block. */
interface BlockValues {
  readonly groups: Int32Array;
  readonly pointwise: Float64Array;
  readonly influence: Float64Array;
}

/** Computes the values of a block, and returns whether the mean of eᶠ is too small to be estimated. */
function addBlock(scores: ArrayLike<number>, cap: number, { groups, pointwise, influence }: BlockValues): boolean {
  const size = groups.length;
  const [ofX, ofY] = [new Float64Array(size), new Float64Array(size)];
  let [sum, pairs] = [0, 0];
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      if (groups[i] === groups[j]) continue;
      // Relative to the cap, so that no exponential overflows.
      const ratio = Math.exp(Math.min(scores[i * size + j]!, cap) - cap);
      ofX[i]! += ratio;
      ofY[j]! += ratio;
      sum += ratio;
      pairs++;
    }
  }
  const clipped = Float64Array.from({ length: size }, (_, i) => Math.min(scores[i * size + i]!, cap));
  const joint = mean(clipped);
  // The pairs cannot show a mean below that of a single pair with a joint score. It is 0 if all ratios underflow.
  const least = Math.exp(joint - cap);
  const total = Math.max(sum, least);
  const logMean = cap + Math.log(total / pairs);
  for (let i = 0; i < size; i++) {
    pointwise[i] = clipped[i]! - logMean;
    influence[i] = clipped[i]! - joint - (size * (ofX[i]! + ofY[i]!) - 2 * sum) / total;
  }
  return sum < least;
}
