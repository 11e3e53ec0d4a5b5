import { MetricInputError } from '../../inputs/metricInputError.ts';
import { oneOfCheck, optionCheck } from '../../inputs/options/optionCheck.ts';
import { defineOptions, type OptionChecks, type OptionsReader } from '../../inputs/options/defineOptions.ts';
import type { SoftAxisOptions, SoftEdge } from '../../numeric/binning/softAxis.ts';
import { SOFT_KERNELS, type SoftKernelName } from '../../numeric/binning/softKernel.ts';

/** Outer edges of the first and last bin. */
export type HistogramRange = readonly [low: number, high: number];

/** Options for the bins and kernel of a soft histogram. */
export interface SoftHistogramOptions {
  /** Number of bins, or one number per side. Default: 32. */
  readonly bins?: number | readonly [x: number, y: number] | undefined;
  /**
   * Range that the bins cover, or one range per side. Values outside are clamped to it and get no gradient. Default:
   * [0, 1].
   */
  readonly range?: HistogramRange | readonly [x: HistogramRange, y: HistogramRange] | undefined;
  /**
   * Kernel that spreads a value over the bins around it: one bin (`'box'`, without a gradient), two (`'linear'`),
   * four (`'cubicBSpline'`), or a number that depends on `bandwidth` (`'gaussian'`). Default: `'cubicBSpline'`.
   */
  readonly kernel?: SoftKernelName | undefined;
  /** σ of the Gaussian kernel, in bins. Invalid for other kernels. Default: 0.5. */
  readonly bandwidth?: number | undefined;
  /**
   * Treatment of kernel weight beyond the first and last bin: `'fold'` adds it to that bin, `'renormalize'`
   * distributes it over all bins that the value reaches, as the Gaussian kernel always does. Default: `'fold'`.
   */
  readonly edge?: SoftEdge | undefined;
}

/** Range option for a histogram of values passed in one call. */
export interface DataRangeOption {
  /**
   * Range that the bins cover, or one range per side. `'data'` uses the minimum and maximum of each side, which the
   * gradient treats as constants. Values outside are clamped to the range and get no gradient. Default: [0, 1].
   */
  readonly range?: SoftHistogramOptions['range'] | 'data';
}

const MAX_BINS = 4096;
const RANGES = '[low, high] with finite low < high, or two of them';
const NEEDS_RANGE =
  `${RANGES}, because the bins are fixed before the first batch (find the minimum and maximum in a first pass, ` +
  'or call the function on all values)';
/** Names of the treatments of weight beyond the outer bins. */
export const SOFT_EDGES: readonly SoftEdge[] = ['fold', 'renormalize'];

const isBinCount = (value: unknown): boolean =>
  Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= MAX_BINS;

const isRange = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((end) => Number.isFinite(end)) &&
  (value[0] as number) < (value[1] as number) &&
  Number.isFinite((value[1] as number) - (value[0] as number));

const isOneOrTwo =
  (test: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    test(value) || (Array.isArray(value) && value.length === 2 && value.every(test));

/** Reads {@link SoftHistogramOptions}. */
export const softHistogramOptions: OptionsReader<SoftHistogramOptions> = /* @__PURE__ */ defineOptions(
  'SoftHistogramOptions',
  () => ({
    bins: optionCheck(isOneOrTwo(isBinCount), `a whole number from 1 to ${MAX_BINS}, or two of them`),
    range: optionCheck(isOneOrTwo(isRange), (value) => (value === 'data' ? NEEDS_RANGE : RANGES)),
    kernel: oneOfCheck(SOFT_KERNELS),
    bandwidth: optionCheck(
      (value) => typeof value === 'number' && value >= 0.05 && value <= MAX_BINS,
      `a number of bins from 0.05 to ${MAX_BINS}`,
    ),
    edge: oneOfCheck(SOFT_EDGES),
  }),
);

/** Returns the check of {@link DataRangeOption}. */
export function dataRangeCheck(): OptionChecks<DataRangeOption> {
  return {
    range: optionCheck((value) => value === 'data' || isOneOrTwo(isRange)(value), `${RANGES}, or "data"`),
  };
}

/**
 * Returns the two sides described by options, with all defaults filled in.
 *
 * @throws {@link MetricInputError} if there is a bandwidth but the kernel is not Gaussian.
 */
export function softAxesOf(
  owner: string,
  { bins = 32, range = [0, 1], kernel = 'cubicBSpline', bandwidth, edge = 'fold' }: SoftHistogramOptions,
): readonly [x: SoftAxisOptions, y: SoftAxisOptions] {
  if (bandwidth !== undefined && kernel !== 'gaussian') {
    throw new MetricInputError(
      `${owner}: option "bandwidth": expected only with the kernel "gaussian", got the kernel "${kernel}"`,
    );
  }
  const ofSide = (side: 0 | 1): SoftAxisOptions => ({
    bins: typeof bins === 'number' ? bins : bins[side],
    range: isRange(range) ? (range as HistogramRange) : (range[side] as HistogramRange),
    kernel,
    bandwidth: bandwidth ?? 0.5,
    edge,
  });
  return [ofSide(0), ofSide(1)];
}
