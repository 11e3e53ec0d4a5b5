import type { ConditionalCase, ConditionalGradients } from './variationalCases.ts';

/** Computes ln q(y_j | x_i) from the definition. */
export function logProbabilities({
  input: { mu, logvar, y },
}: {
  input: Omit<ConditionalCase['input'], 'kind'>;
}): number[][] {
  const LOG_2PI = Math.log(2 * Math.PI);
  return mu.map((mean, i) =>
    y.map((value) =>
      value.reduce((sum, v, d) => {
        const spread = logvar[i]![d]!;
        return sum - ((v - mean[d]!) ** 2 / Math.exp(spread) + spread + LOG_2PI) / 2;
      }, 0),
    ),
  );
}

/** Computes the derivatives with respect to μ, ln σ² and y from those with respect to ln q(y_j | x_i). */
export function pulledBack(
  { input: { mu, logvar, y } }: ConditionalCase,
  byLogProbs: readonly (readonly number[])[],
): ConditionalGradients {
  const zeros = (): number[][] => mu.map((row) => row.map(() => 0));
  const by = { mu: zeros(), logvar: zeros(), y: zeros() };
  byLogProbs.forEach((row, i) => {
    row.forEach((slope, j) => {
      for (let d = 0; d < mu[i]!.length; d++) {
        const apart = y[j]![d]! - mu[i]![d]!;
        const scaled = apart / Math.exp(logvar[i]![d]!);
        by.mu[i]![d]! += slope * scaled;
        by.y[j]![d]! -= slope * scaled;
        by.logvar[i]![d]! += (slope * (apart * scaled - 1)) / 2;
      }
    });
  });
  return by;
}
