import { inputError } from '../../inputs/metricInputError.ts';
import { pairSummation, type PerVariable, type PairSums, type ScaledPairs } from '../../numeric/kernels/pairSums.ts';
import { scaleBy, scalingExponent, timesPower } from '../../numeric/kernels/scalingExponent.ts';

/**
 * Number of samples that are summed relative to one of them: the first, or one of the largest weight. Its own deviation
 * is part of the sum, so cancellation loses at most the digits of a factor BLOCK.
 */
const BLOCK = 2048;

/** Range of sums of squares whose terms neither overflow nor underflow. */
const [SMALLEST, LARGEST] = [2 ** -800, 2 ** 800];

/** Largest magnitude of values. Differences of errors, which are differences of values, do not overflow. */
const LARGEST_VALUE = 2 ** 1021;

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
 * Blocks of samples are merged like batches. Errors are subtracted before they are summed, because the difference of the
 * sums would cancel.
 *
 * @param requireFinite - throws if a value is NaN or infinite.
 * @throws {@link MetricInputError} if a value is above 2.2e307 in magnitude.
 */
export function pairMomentsOf(
  preds: Values,
  target: Values,
  weights: Float64Array | undefined,
  requireFinite: () => void,
): PairMoments | undefined {
  const moments = momentsOfBlocks({ preds, target, factors: [1, 1] }, weights);
  // A value that is not finite makes the squares NaN or infinite.
  if (moments === undefined || isWithinRange(moments)) return moments;
  requireFinite();
  const [ofPreds, ofTarget] = [exponentOf('preds', preds, weights), exponentOf('target', target, weights)];
  const exponents = [ofPreds, ofTarget, Math.min(ofPreds, ofTarget)].map((of) => (of === Infinity ? 0 : of));
  if (exponents.every((of) => of === 0)) return moments;
  const pairs: ScaledPairs = {
    preds: scaleBy(preds, exponents[0]!),
    target: scaleBy(target, exponents[1]!),
    factors: [2 ** (exponents[2]! - exponents[0]!), 2 ** (exponents[2]! - exponents[1]!)],
  };
  const scaled = momentsOfBlocks(pairs, weights);
  return unscaled(scaled!, exponents);
}

function isWithinRange({ preds, target, errors }: PairMoments): boolean {
  return [preds, target].every(({ squares }) => squares >= SMALLEST && squares <= LARGEST) && errors.squares <= LARGEST;
}

/** Returns the scaling exponent of the values with a weight above 0. */
function exponentOf(name: string, values: Values, weights: Float64Array | undefined): number {
  const counted = weights === undefined ? values : values.filter((_, i) => weights[i] !== 0);
  const tooLarge = counted.find((value) => Math.abs(value) > LARGEST_VALUE);
  if (tooLarge === undefined) return scalingExponent(counted);
  throw inputError(name, 'numbers from -2.2e307 to 2.2e307', tooLarge, 'divide all values by the same number');
}

function momentsOfBlocks(pairs: ScaledPairs, weights: Float64Array | undefined): PairMoments | undefined {
  const { length } = pairs.preds;
  const sumsOf = pairSummation(pairs, BLOCK);
  let moments: PairMoments | undefined;
  for (let start = 0; start < length; start += BLOCK) {
    const end = Math.min(start + BLOCK, length);
    const block =
      weights === undefined
        ? centered(sumsOf(start, end), end - start, end - start)
        : weightedBlock(pairs, weights, start, end);
    if (block !== undefined) moments = moments === undefined ? block : joinedMoments(moments, block);
  }
  return moments;
}

function weightedBlock(
  { preds, target, factors }: ScaledPairs,
  weights: Float64Array,
  start: number,
  end: number,
): PairMoments | undefined {
  let heaviest = start;
  for (let i = start + 1; i < end; i++) if (weights[i]! > weights[heaviest]!) heaviest = i;
  if (weights[heaviest] === 0) return undefined;
  const [pred0, truth0] = [preds[heaviest]!, target[heaviest]!];
  const origins: PerVariable = [pred0, truth0, pred0 * factors[0] - truth0 * factors[1]];
  let [n, weight, x, y, z, xx, yy, zz, xy, low, high] = [0, 0, 0, 0, 0, 0, 0, 0, 0, Infinity, -Infinity];
  for (let i = start; i < end; i++) {
    const w = weights[i]!;
    if (w === 0) continue;
    const pred = preds[i]!;
    const truth = target[i]!;
    const ofPred = pred - origins[0];
    const ofTruth = truth - origins[1];
    const ofError = pred * factors[0] - truth * factors[1] - origins[2];
    n++;
    weight += w;
    x += w * ofPred;
    y += w * ofTruth;
    z += w * ofError;
    xx += w * (ofPred * ofPred);
    yy += w * (ofTruth * ofTruth);
    zz += w * (ofError * ofError);
    xy += w * (ofPred * ofTruth);
    low = Math.min(low, truth);
    high = Math.max(high, truth);
  }
  return centered({ origins, sums: [x, y, z], squares: [xx, yy, zz], product: xy, low, high }, n, weight);
}

function centered({ origins, sums, squares, product, low, high }: PairSums, n: number, weight: number): PairMoments {
  const momentsOf = (k: 0 | 1 | 2): VariableMoments => {
    const mean = sums[k] / weight;
    return { origin: origins[k], mean, squares: Math.max(0, squares[k] - sums[k] * mean), exponent: 0 };
  };
  const [preds, target, errors] = [momentsOf(0), momentsOf(1), momentsOf(2)];
  return { n, weight, preds, target, errors, product: product - sums[0] * target.mean, low, high };
}

/** Returns moments of values that were multiplied by powers of two, in the units of the values. */
function unscaled(moments: PairMoments, [ofPreds, ofTarget, ofErrors]: readonly number[]): PairMoments {
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
  // The origin of the larger weight is nearer to the mean.
  if (b.weight > a.weight) return joinedMoments(b, a);
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

/** Returns the exponent of the joined values. Values that are all 0 fit any exponent. */
export function commonExponent(a: VariableMoments, b: VariableMoments): number {
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
