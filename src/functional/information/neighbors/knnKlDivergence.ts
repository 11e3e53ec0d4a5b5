import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { checkSampleBlocks } from '../../../inputs/checkSampleBlocks.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { kthDistances, kthDistancesTo } from '../../../numeric/neighbors/kthDistances.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { DEFAULT_K, requireNeighbors, toPoints } from './readPoints.ts';
import { meanLog } from './neighborEntropy.ts';
import { knnEntropyOptions, type KnnEntropyOptions } from './knnOptions.ts';

/**
 * Kullback–Leibler divergence of the distribution that one set of samples is from to that of another.
 *
 * D(P ‖ P′) = d ⟨ln ν/ρ⟩ + ln(M/(N − 1)), with ρ the distance of a sample of P to its k-th neighbour among
 * the others of P, and ν that to its k-th neighbour among the M samples of P′.
 *
 * @param x - samples of P, `[N]` or `[N, d]`.
 * @param xPrime - samples of P′, `[M]` or `[M, d]`; they need not be as many.
 * @returns nats (or the unit of `base`); 0 for equal distributions in the mean, so it may be below 0. Infinite
 * where samples coincide with k others of one set; NaN where with k of both.
 * @throws {@link MetricInputError} when an input or option is not as described, there are no more than
 * `k` samples of P or fewer than `k` of P′.
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
    throw new MetricInputError(`x has ${from.d} columns and xPrime ${to.d}: expected as many of one as of the other`);
  }
  requireNeighbors('knnKlDivergence', from.n, k);
  // Those of P′ have no self among them.
  requireNeighbors('knnKlDivergence', to.n + 1, k);
  const own = meanLog(kthDistances(from, k, metric).distances);
  const across = meanLog(kthDistancesTo(to, from, k, metric));
  return inBase(from.d * (across - own) + Math.log(to.n / (from.n - 1)), base);
}
