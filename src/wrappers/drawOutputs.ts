import { quantile } from '../functional/bootstrap/quantile.ts';

/** Statistics of the draws that a bootstrap can return, named as in torchmetrics. */
export interface DrawOutputOptions {
  /** Return the mean of the draws. Default: false. */
  readonly mean?: boolean | undefined;
  /** Return the standard deviation of the draws. Default: false. */
  readonly std?: boolean | undefined;
  /** Return these quantiles of the draws: a number from 0 to 1, or a list. Default: none. */
  readonly quantile?: number | readonly number[] | undefined;
  /** Return the values of all draws. Default: false. */
  readonly raw?: boolean | undefined;
}

/** The requested statistics of the draws. */
export interface DrawOutputs {
  /** Mean of the draws. */
  readonly mean?: number;
  /** Standard deviation of the draws. */
  readonly std?: number;
  /** Quantile of the draws, or a list if the option is a list. */
  readonly quantile?: number | number[];
  /** Value of each draw; NaN if undefined. */
  readonly raw?: number[];
}

/** Computes the requested statistics of the defined draws. */
export function drawOutputs(
  { mean, std, quantile: shares, raw }: DrawOutputOptions,
  draws: () => Float64Array,
): DrawOutputs {
  if (!mean && !std && !raw && shares === undefined) return {};
  const all = draws();
  const sorted = all.filter((value) => !Number.isNaN(value)).sort();
  const average = sorted.reduce((sum, value) => sum + value / sorted.length, 0);
  const squares = sorted.reduce((sum, value) => sum + (value - average) ** 2, 0);
  const quantileAt = (share: number): number => quantile(sorted, share);
  return {
    ...(mean ? { mean: sorted.length > 0 ? average : NaN } : {}),
    ...(std ? { std: Math.sqrt(squares / (sorted.length - 1)) } : {}),
    ...(shares === undefined
      ? {}
      : { quantile: typeof shares === 'number' ? quantileAt(shares) : shares.map(quantileAt) }),
    ...(raw ? { raw: Array.from(all) } : {}),
  };
}
