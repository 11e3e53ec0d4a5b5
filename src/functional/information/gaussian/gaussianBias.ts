import { digamma } from '../../../numeric/special/digamma.ts';

/**
 * Returns the bias, in nats, of Gaussian mutual information from the covariance of `n` normally distributed samples:
 * ½ (Σ_b S(d_b) − S(Σ d_b)), with S(d) = Σ ψ((n − i)/2) over i from 1 to d (N. Misra, H. Singh and E. Demchuk,
 * Journal of Multivariate Analysis 92, 2005). Requires more samples than columns.
 */
export function gaussianBias(n: number, widths: readonly number[]): number {
  const sumTo = (d: number): number => {
    let sum = 0;
    for (let i = 1; i <= d; i++) sum += digamma((n - i) / 2);
    return sum;
  };
  const d = widths.reduce((sum, width) => sum + width, 0);
  return (widths.reduce((sum, width) => sum + sumTo(width), 0) - sumTo(d)) / 2;
}
