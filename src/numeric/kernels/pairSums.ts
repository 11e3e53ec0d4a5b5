import { PAIR_KERNELS_WASM } from './pairKernelsWasm.ts';
import { wasmKernels } from './wasmKernels.ts';

/** Function of pairKernels.wat. Parameters are addresses in its memory, except the count and the origins. */
interface PairLoops {
  addPairs(
    count: number,
    preds: number,
    target: number,
    predsOrigin: number,
    targetOrigin: number,
    results: number,
  ): void;
}

/** Predictions and targets, and factors that bring both to the scale of the errors. */
export interface ScaledPairs {
  readonly preds: Float64Array | Float32Array;
  readonly target: Float64Array | Float32Array;
  readonly factors: readonly [preds: number, target: number];
}

/** A number of each variable. Errors are scaled predictions minus scaled targets. */
export type PerVariable = readonly [preds: number, target: number, errors: number];

/** Sums over pairs of their differences from one of them. */
export interface PairSums {
  /** The values of that pair. */
  readonly origins: PerVariable;
  readonly sums: PerVariable;
  readonly squares: PerVariable;
  /** Sum of predictions times targets. */
  readonly product: number;
  /** Minimum target. */
  readonly low: number;
  /** Maximum target. */
  readonly high: number;
}

/** Minimum number of pairs for WebAssembly; with fewer, copying them takes longer than the sums. */
const MIN_PAIRS = 1024;

const pairKernels = /* @__PURE__ */ wasmKernels<PairLoops>(PAIR_KERNELS_WASM);

/** Sums the pairs from `start` up to `end`, relative to the pair at `start`. */
type Summation = (start: number, end: number) => PairSums;

/**
 * Returns a function that sums ranges of pairs.
 *
 * @param size - maximum number of pairs of a range.
 */
export function pairSummation(pairs: ScaledPairs, size: number): Summation {
  const isWorthIt = pairs.preds.length >= MIN_PAIRS && pairs.factors.every((factor) => factor === 1);
  const byKernel = isWorthIt ? summationByKernel(pairs, size) : undefined;
  return byKernel ?? ((start, end) => pairSumsByLoop(pairs, start, end));
}

function summationByKernel({ preds, target }: ScaledPairs, size: number): Summation | undefined {
  const kernels = pairKernels(8 * (2 * (size + 1) + 9));
  if (kernels === undefined) return undefined;
  const { loops } = kernels;
  const predBlock = kernels.floats(size + 1);
  const targetBlock = kernels.floats(size + 1);
  const results = kernels.floats(9);
  return (start, end) => {
    const count = end - start;
    predBlock.set(preds.subarray(start, end));
    targetBlock.set(target.subarray(start, end));
    const pred = predBlock[0]!;
    const truth = targetBlock[0]!;
    // Pairs are added in twos. The difference of the first from itself adds nothing.
    predBlock[count] = pred;
    targetBlock[count] = truth;
    const even = count + (count & 1);
    loops.addPairs(even, predBlock.byteOffset, targetBlock.byteOffset, pred, truth, results.byteOffset);
    const [x, y, z, xx, yy, zz, product, low, high] = results;
    return {
      origins: [pred, truth, pred - truth],
      sums: [x!, y!, z!],
      squares: [xx!, yy!, zz!],
      product: product!,
      low: low!,
      high: high!,
    };
  };
}

/** Sums pairs without WebAssembly. */
export function pairSumsByLoop(pairs: ScaledPairs, start: number, end: number): PairSums {
  const { preds, target, factors } = pairs;
  // Variables of their own instead of elements of tuples, which would be read again for each pair.
  const predsFactor = factors[0];
  const targetFactor = factors[1];
  const predsOrigin = preds[start]!;
  const targetOrigin = target[start]!;
  const errorsOrigin = predsOrigin * predsFactor - targetOrigin * targetFactor;
  let x = 0;
  let y = 0;
  let z = 0;
  let xx = 0;
  let yy = 0;
  let zz = 0;
  let product = 0;
  let low = Infinity;
  let high = -Infinity;
  for (let i = start; i < end; i++) {
    const pred = preds[i]!;
    const truth = target[i]!;
    const ofPred = pred - predsOrigin;
    const ofTruth = truth - targetOrigin;
    const ofError = pred * predsFactor - truth * targetFactor - errorsOrigin;
    x += ofPred;
    y += ofTruth;
    z += ofError;
    xx += ofPred * ofPred;
    yy += ofTruth * ofTruth;
    zz += ofError * ofError;
    product += ofPred * ofTruth;
  }
  // A loop of its own takes half the time: with the sums, there are too few registers for all variables.
  for (let i = start; i < end; i++) {
    const truth = target[i]!;
    if (truth < low) low = truth;
    if (truth > high) high = truth;
  }
  const origins = [predsOrigin, targetOrigin, errorsOrigin] as const;
  return { origins, sums: [x, y, z], squares: [xx, yy, zz], product, low, high };
}
