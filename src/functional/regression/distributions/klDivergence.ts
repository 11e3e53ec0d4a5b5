import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { lossOfSamples, type OutputLoss } from '../outputLoss.ts';
import { divergence, relativeEntropy, type DivergenceOptions } from './divergence.ts';

/** Mean relative entropy of the rows. */
export const klDivergenceLoss: OutputLoss<DivergenceOptions> = /* @__PURE__ */ divergence(
  'klDivergence',
  (p, q, [ofP, ofQ]) =>
    relativeEntropy(
      p.length,
      (k) => p[k]! / ofP,
      (k) => {
        const ratio = p[k]! / ofP / (q[k]! / ofQ);
        // The share of a positive number can underflow to 0.
        return ratio < Infinity ? Math.log(ratio) : Math.log(p[k]! / ofP) - (Math.log(q[k]!) - Math.log(ofQ));
      },
    ),
);

/**
 * Kullback–Leibler divergence, or relative entropy, of distributions over K categories, averaged over samples.
 *
 * D(p ‖ q) = (1/N) Σᵢ Σₖ pᵢₖ ln(pᵢₖ/qᵢₖ). It is not symmetric. For samples of continuous variables, see {@link
 * knnKlDivergence}.
 *
 * @param p - distributions, `[N, K]`: numbers ≥ 0 with a sum above 0 in each row, which is divided by its sum.
 * @param q - distributions of the same shape.
 * @returns a number from 0 (equal) up, in nats (or in the unit of `base`); Infinity if q is 0 where p is not. NaN
 * without samples.
 * @throws {@link MetricInputError} if a value is negative, the sum of a row is 0, or an input or option is invalid.
 * @see `scipy.stats.entropy` with two arguments, and `torchmetrics.KLDivergence`.
 *
 * @example
 * ```ts
 * import { klDivergence } from 'tfjs-metrics';
 *
 * klDivergence([[0.36, 0.48, 0.16]], [[1 / 3, 1 / 3, 1 / 3]]); // 0.0852996
 * klDivergence([[1, 1]], [[1, 3]], { base: 2 }); // 0.207519
 * ```
 */
export function klDivergence(p: Samples, q: Samples, options?: DivergenceOptions & PairOptions): number {
  return lossOfSamples(klDivergenceLoss, p, q, options);
}
