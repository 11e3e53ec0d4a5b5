import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { checkSampleBlocks } from '../../../inputs/checkSampleBlocks.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { kthDistances, kthDistancesTo } from '../../../numeric/neighbors/kthDistances.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { DEFAULT_K, requireNeighbors, toPoints } from './readPoints.ts';
import { meanLog } from './neighborEntropy.ts';
import { knnEntropyOptions, type KnnEntropyOptions } from './knnOptions.ts';

/**
 * Kullback–Leibler divergence D(P ‖ P′) between the distributions of two sets of samples.
 *
 * D(P ‖ P′) = d ⟨ln(ν/ρ)⟩ + ln(M/(N − 1)), for samples of dimension d, with ⟨·⟩ the mean over the samples of P. ρ is
 * the distance from a sample of P to its k-th neighbor among the other N − 1 samples of P, and ν its distance to the
 * k-th neighbor among the M samples of P′.
 *
 * @param x - samples of P, `[N]` or `[N, d]`.
 * @param xPrime - samples of P′, `[M]` or `[M, d]`; M and N may differ.
 * @returns a value in nats (or in the unit of `base`); 0 on average for equal distributions, so it can be negative.
 * Infinity if a sample of P coincides with `k` other samples of P, −Infinity if one coincides with `k` samples of P′,
 * and NaN if both occur.
 * @throws {@link MetricInputError} if an input or option is invalid, P has `k` samples or fewer, or P′ has fewer than
 * `k` samples.
 * @see Q. Wang, S. R. Kulkarni and S. Verdú, IEEE Transactions on Information Theory 55 (2009) 2392–2405.
 *
 * @example
 * ```ts
 * import { knnKlDivergence } from 'tfjs-metrics';
 *
 * knnKlDivergence([0, 1, 3, 7], [5, 6, 6.5, 9, 12], { k: 1 }); // 0.7399
 * ```
 */
export function knnKlDivergence(x: Samples, xPrime: Samples, options?: KnnEntropyOptions): number {
  const { k = DEFAULT_K, metric = 'chebyshev', base } = knnEntropyOptions(options, 'knnKlDivergence');
  const from = toPoints(checkSampleBlocks([x], ['x'])[0]!);
  const to = toPoints(checkSampleBlocks([xPrime], ['xPrime'])[0]!);
  if (from.d !== to.d) {
    throw new MetricInputError(`xPrime: expected as many columns as x, ${from.d}, got ${to.d}`);
  }
  requireNeighbors('knnKlDivergence', from.n, k);
  // A sample of P is not among those of P′, so k of them suffice.
  requireNeighbors('knnKlDivergence', to.n + 1, k);
  const own = meanLog(kthDistances(from, k, metric).distances);
  const across = meanLog(kthDistancesTo(to, from, k, metric));
  return inBase(from.d * (across - own) + Math.log(to.n / (from.n - 1)), base);
}
