import { inputRows } from '../inputs/inputRows.ts';
import { inputError, MetricInputError } from '../inputs/metricInputError.ts';
import { defineOptions } from '../inputs/options/defineOptions.ts';
import { checkSampleBlocks } from '../inputs/checkSampleBlocks.ts';
import type { FlatSamples, Samples } from '../inputs/samples.ts';
import { RandomSource } from '../numeric/random/randomSource.ts';
import { bootstrapOptions, type BootstrapInterval } from './bootstrap/bootstrapOptions.ts';
import { halfSamples } from './bootstrap/halfSamples.ts';
import { halvesInterval } from './bootstrap/halvesInterval.ts';
import { scoreDraw } from './bootstrap/scoreDraw.ts';

/** Options for {@link subsampleInterval}. */
export interface SubsampleOptions {
  /** Number of half samples to estimate from, 2 to 1,000,000. Default: 100. */
  readonly draws?: number | undefined;
  /** Confidence level, between 0 and 1. Default: 0.95. */
  readonly confidence?: number | undefined;
  /** Seed of the draws, a whole number. Default: 0. */
  readonly seed?: number | undefined;
}

const subsampleOptions = /* @__PURE__ */ defineOptions<SubsampleOptions>('subsampleInterval', () => {
  const { draws, confidence, seed } = bootstrapOptions.checks();
  return { draws, confidence, seed };
});

/**
 * Confidence interval of an estimate from paired samples, by subsampling without replacement.
 *
 * Use it for estimates that repeated samples invalidate, such as nearest-neighbor estimates: a bootstrap repeats
 * samples, so that distances are 0. The samples are split at random into two halves of ⌊N/2⌋ samples, `draws` / 2
 * times. The standard
 * error is σ = √⟨(a − b)²⟩ / 2, with a and b the estimates of the two halves, and ⟨·⟩ the mean over all splits. The
 * interval is I ± z σ, with I the estimate of all samples and z the (1 + `confidence`)/2 quantile of the normal
 * distribution. `bias` is ⟨(a + b)/2⟩ − I, which assumes a bias proportional to 1/n for n samples. The interval is not
 * corrected for this bias.
 *
 * @param estimator - estimator of two variables, such as `ksgMutualInfo`. It receives both as `{ data, shape }`; to
 * use y as labels, pass `(x, { data }) => rossMutualInfo(x, data)`.
 * @param x - samples of one variable, `[N]` or `[N, d]`.
 * @param y - samples of the other variable.
 * @returns the estimate of all samples with its interval, standard error and bias.
 * @throws {@link MetricInputError} if an input or option is invalid, there are fewer than two samples, or a half has too
 * few for the estimator.
 * @throws {@link MetricStateError} if the estimate of all samples is finite, but more than a tenth of the splits have a
 * half whose estimate is not.
 * @see D. N. Politis and J. P. Romano, Annals of Statistics 22 (1994) 2031–2050; C. M. Holmes and I. Nemenman,
 * Physical Review E 100 (2019) 022404.
 *
 * @example
 * ```ts
 * import { ksgMutualInfo, subsampleInterval } from 'tfjs-metrics';
 *
 * const x = Array.from({ length: 200 }, (_, i) => Math.sin(i * i));
 * const y = x.map((value, i) => value + Math.cos(i ** 3));
 * subsampleInterval(ksgMutualInfo, x, y);
 * // => { value: 0.5368, lower: 0.4264, upper: 0.6471, standardError: 0.0563,
 * //   bias: -0.0167, undefinedDraws: 0 }
 * ```
 */
export function subsampleInterval(
  estimator: (x: FlatSamples, y: FlatSamples) => number,
  x: Samples,
  y: Samples,
  options?: SubsampleOptions,
): BootstrapInterval {
  const owner = 'subsampleInterval';
  const { draws = 100, confidence = 0.95, seed = 0 } = subsampleOptions(options);
  if (typeof estimator !== 'function') {
    throw inputError(owner, 'a function of two samples', estimator);
  }
  const blocks = checkSampleBlocks([x, y], ['x', 'y']);
  const { n } = blocks[0]!;
  if (n < 2) throw new MetricInputError(`${owner}: expected at least 2 samples, got ${n}`);
  const samples = blocks.map(({ data, d }): FlatSamples => ({ data, shape: [n, d] }));
  const { choose } = inputRows(samples);
  const estimate = (rows: Int32Array): number => {
    const [first, second] = choose(rows) as FlatSamples[];
    return estimator(first!, second!);
  };
  const next = halfSamples(n, RandomSource.of(seed));
  const halves = Array.from({ length: Math.floor(draws / 2) }, () => {
    const [first, second] = next();
    return [scoreDraw(owner, estimate, first), scoreDraw(owner, estimate, second)] as const;
  });
  const range = [-Infinity, Infinity] as const;
  return halvesInterval(estimator(samples[0]!, samples[1]!), halves, { owner, confidence, range });
}
