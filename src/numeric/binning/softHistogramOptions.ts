import * as z from 'zod/mini';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { oneOfCheck } from '../../inputs/optionCheck.ts';
import { defineOptions, type OptionChecks, type OptionsReader } from '../../inputs/defineOptions.ts';
import type { SoftAxisOptions, SoftEdge } from './softAxis.ts';
import type { SoftKernelName } from './softKernel.ts';

/** The outer edges of the first and the last bin. */
export type HistogramRange = readonly [low: number, high: number];

/** How values spread over the bins of a soft histogram. */
export interface SoftHistogramOptions {
  /** How many bins there are, or how many on each side: 32 when left out. */
  readonly bins?: number | readonly [x: number, y: number] | undefined;
  /** The range that the bins divide, or that of each side: [0, 1] when left out. Values beyond it
   * count as at its end, and have no gradient. */
  readonly range?: HistogramRange | readonly [x: HistogramRange, y: HistogramRange] | undefined;
  /**
   * How a value spreads over the bins around it: over one (`'box'`, which has no gradient), two
   * (`'linear'`), four (`'cubicBSpline'`, when left out) or as many as `bandwidth` says (`'gaussian'`).
   */
  readonly kernel?: SoftKernelName | undefined;
  /** The σ of the gaussian kernel, in bins: 0.5 when left out. The other kernels have none. */
  readonly bandwidth?: number | undefined;
  /**
   * Where the weight beyond the first and the last bin goes: into that bin (`'fold'`, when left out),
   * or to all bins that the value reaches (`'renormalize'`, as the gaussian kernel always does).
   */
  readonly edge?: SoftEdge | undefined;
}

/** Ranges of a histogram of values that are all at hand. */
export interface DataRangeOption {
  /**
   * Range that the bins divide, or that of each side. `'data'` takes the least and the greatest value of each side;
   * the gradient treats them as constants. Default: [0, 1]. Values outside of it count as its ends, and have no
   * gradient.
   */
  readonly range?: SoftHistogramOptions['range'] | 'data';
}

const MOST_BINS = 4096;
const RANGES = '[low, high] with finite low < high, or two of them';
const NEEDS_RANGE =
  `${RANGES}, for the bins are fixed before the first values: find the least and the greatest in a first pass, ` +
  'or call the function on all values';
/** Names of the kernels. */
export const SOFT_KERNELS: readonly SoftKernelName[] = ['box', 'linear', 'cubicBSpline', 'gaussian'];
/** Names of the treatments of weight beyond the outer bins. */
export const SOFT_EDGES: readonly SoftEdge[] = ['fold', 'renormalize'];

const isBinCount = (value: unknown): boolean =>
  Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= MOST_BINS;

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
    bins: z.custom(isOneOrTwo(isBinCount), {
      error: `a whole number from 1 to ${MOST_BINS}, or two of them`,
    }),
    range: z.custom(isOneOrTwo(isRange), {
      error: ({ input }) => (input === 'data' ? NEEDS_RANGE : RANGES),
    }),
    kernel: oneOfCheck(SOFT_KERNELS),
    bandwidth: z.custom((value) => typeof value === 'number' && value >= 0.05 && value <= MOST_BINS, {
      error: `a number of bins from 0.05 to ${MOST_BINS}`,
    }),
    edge: oneOfCheck(SOFT_EDGES),
  }),
);

/** The check of {@link DataRangeOption}. */
export function dataRangeCheck(): OptionChecks<DataRangeOption> {
  return {
    range: z.custom((value) => value === 'data' || isOneOrTwo(isRange)(value), {
      error: `${RANGES}, or "data"`,
    }),
  };
}

/**
 * The two sides that options describe, nothing left out.
 *
 * @throws {@link MetricInputError} when there is a bandwidth but no gaussian kernel.
 */
export function softAxesOf(
  owner: string,
  { bins = 32, range = [0, 1], kernel = 'cubicBSpline', bandwidth, edge = 'fold' }: SoftHistogramOptions,
): readonly [x: SoftAxisOptions, y: SoftAxisOptions] {
  if (bandwidth !== undefined && kernel !== 'gaussian') {
    throw new MetricInputError(
      `${owner}: option "bandwidth" is the σ of the kernel "gaussian"; "${kernel}" is as wide as its bins`,
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
