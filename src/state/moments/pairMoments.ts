import { scaleBy, scalingExponent, timesPower } from '../../numeric/kernels/scalingExponent.ts';

/** Number of samples that are centered on their own means. They stay in the processor's cache for the second pass. */
const BLOCK = 1024;

/** Mean and sum of squared deviations of one variable. */
export interface VariableMoments {
  /** A value of the variable. The mean is relative to it, so that an offset of the data does not round the mean. */
  readonly origin: number;
  /** Mean minus `origin`. */
  readonly mean: number;
  /** Sum of the weighted squared deviations from the mean, times 4^exponent. */
  readonly squares: number;
  /** 0, unless squares of the values would overflow or underflow. */
  readonly exponent: number;
}

/** Moments of the predictions and targets of one output. */
export interface PairMoments {
  /** Number of samples with a weight above 0. */
  readonly n: number;
  /** Sum of the weights. */
  readonly weight: number;
  /** Moments of the predictions. */
  readonly preds: VariableMoments;
  /** Moments of the targets. */
  readonly target: VariableMoments;
  /** Moments of predictions minus targets. */
  readonly errors: VariableMoments;
  /** Sum of the weighted products of the deviations, times 2^exponent of `preds` and of `target`. */
  readonly product: number;
  /** Minimum target. */
  readonly low: number;
  /** Maximum target. */
  readonly high: number;
}

type Values = Float64Array | Float32Array;

/**
 * Returns the moments of one output; undefined if no sample has a weight above 0.
 *
 * Blocks of samples are centered on their own means, and merged like batches. Errors are subtracted before they are
 * summed, because the difference of the sums would cancel.
 */
export function pairMomentsOf(
  preds: Values,
  target: Values,
  weights: Float64Array | undefined,
): PairMoments | undefined {
  const first = weights ? weights.findIndex((weight) => weight > 0) : 0;
  if (first === -1 || preds.length === 0) return undefined;
  const [ofPreds, ofTarget] = [scalingExponent(preds), scalingExponent(target)];
  const exponents = [ofPreds, ofTarget, Math.min(ofPreds, ofTarget)].map((of) => (of === Infinity ? 0 : of));
  const scaled = {
    preds: scaleBy(preds, exponents[0]!),
    target: scaleBy(target, exponents[1]!),
    weights,
    // Factors that bring both to the scale of the errors.
    factors: [2 ** (exponents[2]! - exponents[0]!), 2 ** (exponents[2]! - exponents[1]!)] as const,
  };
  const origins = originsOf(scaled, first);
  let moments: PairMoments | undefined;
  for (let start = 0; start < preds.length; start += BLOCK) {
    const block = blockMoments(scaled, origins, start, Math.min(start + BLOCK, preds.length));
    if (block !== undefined) moments = moments === undefined ? block : joinedMoments(moments, block);
  }
  return moments && unscaled(moments, exponents);
}

interface ScaledPairs {
  readonly preds: Values;
  readonly target: Values;
  readonly weights: Float64Array | undefined;
  readonly factors: readonly [preds: number, target: number];
}

type Origins = readonly [preds: number, target: number, errors: number];

function originsOf({ preds, target, factors }: ScaledPairs, i: number): Origins {
  return [preds[i]!, target[i]!, preds[i]! * factors[0] - target[i]! * factors[1]];
}

function blockMoments(
  { preds, target, weights, factors }: ScaledPairs,
  [predsOrigin, targetOrigin, errorsOrigin]: Origins,
  start: number,
  end: number,
): PairMoments | undefined {
  const [predsFactor, targetFactor] = factors;
  let [n, weight, predsSum, targetSum, errorsSum, low, high] = [0, 0, 0, 0, 0, Infinity, -Infinity];
  for (let i = start; i < end; i++) {
    const w = weights === undefined ? 1 : weights[i]!;
    if (w === 0) continue;
    const [pred, truth] = [preds[i]!, target[i]!];
    n++;
    weight += w;
    predsSum += w * (pred - predsOrigin);
    targetSum += w * (truth - targetOrigin);
    errorsSum += w * (pred * predsFactor - truth * targetFactor - errorsOrigin);
    if (truth < low) low = truth;
    if (truth > high) high = truth;
  }
  if (n === 0) return undefined;
  const [predsMean, targetMean, errorsMean] = [predsSum / weight, targetSum / weight, errorsSum / weight];
  let [predsSquares, targetSquares, errorsSquares, product] = [0, 0, 0, 0];
  for (let i = start; i < end; i++) {
    const w = weights === undefined ? 1 : weights[i]!;
    const [pred, truth] = [preds[i]!, target[i]!];
    const ofPred = pred - predsOrigin - predsMean;
    const ofTruth = truth - targetOrigin - targetMean;
    const ofError = pred * predsFactor - truth * targetFactor - errorsOrigin - errorsMean;
    predsSquares += w * (ofPred * ofPred);
    targetSquares += w * (ofTruth * ofTruth);
    errorsSquares += w * (ofError * ofError);
    product += w * (ofPred * ofTruth);
  }
  return {
    n,
    weight,
    preds: { origin: predsOrigin, mean: predsMean, squares: predsSquares, exponent: 0 },
    target: { origin: targetOrigin, mean: targetMean, squares: targetSquares, exponent: 0 },
    errors: { origin: errorsOrigin, mean: errorsMean, squares: errorsSquares, exponent: 0 },
    product,
    low,
    high,
  };
}

/** Returns moments of values that were multiplied by powers of two, in the units of the values. */
function unscaled(moments: PairMoments, [ofPreds, ofTarget, ofErrors]: readonly number[]): PairMoments {
  if (ofPreds === 0 && ofTarget === 0) return moments;
  const inUnits = ({ origin, mean, squares }: VariableMoments, exponent: number): VariableMoments => ({
    origin: timesPower(origin, -exponent),
    mean: timesPower(mean, -exponent),
    squares,
    exponent,
  });
  return {
    ...moments,
    preds: inUnits(moments.preds, ofPreds!),
    target: inUnits(moments.target, ofTarget!),
    errors: inUnits(moments.errors, ofErrors!),
    low: timesPower(moments.low, -ofTarget!),
    high: timesPower(moments.high, -ofTarget!),
  };
}

/**
 * Returns the moments of the samples of both, by the pairwise update of T. F. Chan, G. H. Golub and R. J. LeVeque, The
 * American Statistician 37 (1983).
 */
export function joinedMoments(a: PairMoments, b: PairMoments): PairMoments {
  const weight = a.weight + b.weight;
  const share = b.weight / weight;
  const preds = joinedVariables(a.preds, b.preds, a.weight, share);
  const target = joinedVariables(a.target, b.target, a.weight, share);
  const errors = joinedVariables(a.errors, b.errors, a.weight, share);
  const productOf = (of: PairMoments): number => {
    const shift = preds.joined.exponent - of.preds.exponent + (target.joined.exponent - of.target.exponent);
    return shift === 0 ? of.product : timesPower(of.product, shift);
  };
  return {
    n: a.n + b.n,
    weight,
    preds: preds.joined,
    target: target.joined,
    errors: errors.joined,
    product: productOf(a) + productOf(b) + a.weight * share * (preds.difference * target.difference),
    low: Math.min(a.low, b.low),
    high: Math.max(a.high, b.high),
  };
}

/** Returns the joined moments of one variable, and the scaled difference of the means. */
function joinedVariables(
  a: VariableMoments,
  b: VariableMoments,
  weight: number,
  share: number,
): { readonly joined: VariableMoments; readonly difference: number } {
  const exponent = commonExponent(a, b);
  const difference = b.origin - a.origin + (b.mean - a.mean);
  const scaled = timesPower(difference, exponent);
  const between = weight * share * (scaled * scaled);
  const squares = squaresAt(a, exponent) + squaresAt(b, exponent) + between;
  return { joined: { origin: a.origin, mean: a.mean + share * difference, squares, exponent }, difference: scaled };
}

/** Values that are all 0 fit any exponent. */
function commonExponent(a: VariableMoments, b: VariableMoments): number {
  if (isZero(a)) return b.exponent;
  return isZero(b) ? a.exponent : Math.min(a.exponent, b.exponent);
}

function isZero({ origin, mean, squares }: VariableMoments): boolean {
  return squares === 0 && origin === 0 && mean === 0;
}

/** Returns the sum of squared deviations times 4^exponent. */
function squaresAt({ squares, exponent: from }: VariableMoments, exponent: number): number {
  return exponent === from ? squares : timesPower(squares, 2 * (exponent - from));
}
