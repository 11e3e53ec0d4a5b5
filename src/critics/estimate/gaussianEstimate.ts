import { gaussianBias } from '../../functional/information/gaussian/gaussianCopulaMutualInfo.ts';
import { indices } from '../../numeric/indices.ts';
import { dot } from '../../numeric/linear/orthonormalColumns.ts';
import { singularVectors } from '../../numeric/linear/singularVectors.ts';
import { sum } from '../../numeric/sum.ts';
import { normalScoresOf } from '../../numeric/neighbors/normalScores.ts';
import { whitened } from './whitened.ts';

/**
 * Returns the mutual information, in nats, of normal variables with the normal scores of the given columns: −½ Σ ln(1 −
 * ρₖ²) over the canonical correlations ρₖ, without its bias from few samples and from ranks.
 *
 * The ranks of two variables that nearly determine each other differ by chance, which raises 1 − ρ² by about ρ² √(1 − ρ²)
 * ln(N) / N. Without this term, the mean error for normal pairs is below 0.01 nats for up to 4 nats and from N = 256,
 * where it would be −0.38, according to simulations.
 */
export function gaussianEstimate(x: readonly Float64Array[], y: readonly Float64Array[]): number {
  const n = x[0]!.length;
  const rows = indices(n);
  const [a, b] = [x, y].map((columns) => whitened(columns.map(normalScoresOf), rows)) as [
    Float64Array[],
    Float64Array[],
  ];
  const correlations = singularVectors(a.map((column) => Float64Array.from(b, (other) => dot(column, other)))).values;
  // Few samples raise squared correlations, as they do R².
  const factor = (n - 1) / Math.max(1, n - a.length - b.length - 1);
  const terms = correlations.map((correlation) => {
    const rest = Math.max(0, 1 - correlation ** 2);
    const noise = Math.max(0, 1 - rest * factor) * (Math.log(n) / n);
    // The root of e² + noise e = rest, in which no digits cancel; ln e is −I of the pair.
    return -Math.log((2 * rest) / (Math.sqrt(noise ** 2 + 4 * rest) + noise));
  });
  return sum(terms) - gaussianBias(n, [a.length, b.length]);
}
