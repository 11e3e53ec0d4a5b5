import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { lossOfSamples, type OutputLoss } from '../outputLoss.ts';
import { divergence, relativeEntropy, type DivergenceOptions } from './divergence.ts';

/** Mean relative entropy of the rows and their mean. */
export const jensenShannonDivergenceLoss: OutputLoss<DivergenceOptions> = /* @__PURE__ */ divergence(
  'jensenShannonDivergence',
  (p, q, [ofP, ofQ]) => {
    const [inP, inQ] = [(k: number) => p[k]! / ofP, (k: number) => q[k]! / ofQ];
    // The ratio to the mean of both; half of the sum could underflow.
    const entropyOf = (share: (k: number) => number): number =>
      relativeEntropy(p.length, share, (k) => Math.log((2 * share(k)) / (inP(k) + inQ(k))));
    return (entropyOf(inP) + entropyOf(inQ)) / 2;
  },
  Math.LN2,
);

/**
 * Jensen–Shannon divergence of distributions over K categories, averaged over samples.
 *
 * JSD(p, q) = ½ D(p ‖ m) + ½ D(q ‖ m), with m = ½ (p + q) and D the {@link klDivergence}. It is symmetric, and finite
 * for any distributions. The Jensen–Shannon distance is the square root of the divergence of one pair.
 *
 * @param p - distributions, `[N, K]`: numbers ≥ 0 with a sum above 0 in each row, which is divided by its sum.
 * @param q - distributions of the same shape.
 * @returns a number from 0 (equal) to ln 2 (no common category), in nats (or in the unit of `base`). NaN without
 * samples.
 * @throws {@link MetricInputError} if a value is negative, the sum of a row is 0, or an input or option is invalid.
 * @see `torchmetrics.JensenShannonDivergence`, and `scipy.spatial.distance.jensenshannon`, which returns the distance.
 *
 * @example
 * ```ts
 * import { jensenShannonDivergence } from 'tfjs-metrics';
 *
 * jensenShannonDivergence([[0.36, 0.48, 0.16]], [[1 / 3, 1 / 3, 1 / 3]]);
 * // => 0.0224599
 * jensenShannonDivergence([[1, 0]], [[0, 1]], { base: 2 }); // 1
 * ```
 */
export function jensenShannonDivergence(p: Samples, q: Samples, options?: DivergenceOptions & PairOptions): number {
  return lossOfSamples(jensenShannonDivergenceLoss, p, q, options);
}
