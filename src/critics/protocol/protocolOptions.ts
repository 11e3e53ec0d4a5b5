import { defineOptions } from '../../inputs/options/defineOptions.ts';
import { isPlainObject } from '../../inputs/isPlainObject.ts';
import { countCheck, functionCheck, isCount, optionCheck } from '../../inputs/options/optionCheck.ts';
import { estimateOptions, readEstimateOptions, type EstimateOptions } from '../estimate/estimateOptions.ts';
import type { Samples } from '../../inputs/samples.ts';

/** Estimate from some of the samples with a number of latent dimensions. */
export interface ProtocolRun {
  /** Largest number of latent dimensions. */
  readonly dimensions: number;
  /** Number of parts into which the samples were divided. */
  readonly parts: number;
  /** Number of the part, from 0. */
  readonly part: number;
  /** Hash of the samples and options of the call. */
  readonly source: number;
  /** Number of samples in the part. */
  readonly samples: number;
  /** Estimate, in nats. */
  readonly mutualInfo: number;
  /** Its standard error, in nats. */
  readonly standardError: number;
  /** Its confidence interval, in nats. */
  readonly interval: readonly [low: number, high: number];
  /** Reasons to doubt it. */
  readonly reasons: readonly string[];
}

/** Options for {@link mutualInfoProtocol}. Both `x` and `y` are required. */
export interface ProtocolOptions extends Omit<EstimateOptions, 'dimensions' | 'onProgress'> {
  /**
   * Numbers of latent dimensions to try, ascending. They limit the critic of normal variables and the default critic,
   * but not one that the option `critic` creates. Default: 1, 2, 4, 8, 16.
   */
  readonly dimensions?: readonly number[] | undefined;
  /**
   * Largest number of parts into which the samples are divided, at least 2. There are fewer if a part would be too
   * small for the folds, or a variable would be constant in it. Default: 4.
   */
  readonly parts?: number | undefined;
  /**
   * Runs of an earlier call, which are not repeated. They can be saved as JSON. Runs of other samples or options are not
   * used; the critic must be the same. Default: none.
   */
  readonly runs?: readonly ProtocolRun[] | undefined;
  /** Called and awaited after every run. */
  readonly onProgress?: ((run: ProtocolRun, progress: ProtocolProgress) => unknown) | undefined;
}

/** Progress of {@link mutualInfoProtocol}. */
export interface ProtocolProgress {
  /** Number of runs that are done. */
  readonly done: number;
  /** Number of all runs. */
  readonly total: number;
}

const isAscending = (values: readonly unknown[]): boolean =>
  values.every((value, k) => isCount(value) && (k === 0 || (value as number) > (values[k - 1] as number)));

function isRun(value: unknown): boolean {
  if (!isPlainObject(value)) return false;
  const { dimensions, parts, part, source, samples, mutualInfo, standardError, interval, reasons } =
    value as Partial<ProtocolRun>;
  return (
    [dimensions, parts, samples].every(isCount) &&
    [part, source, mutualInfo, standardError].every(Number.isFinite) &&
    Array.isArray(interval) &&
    interval.length === 2 &&
    // JSON has no infinity.
    interval.every((limit, k) => Number.isFinite(limit) || (k === 1 && (limit === null || limit === Infinity))) &&
    Array.isArray(reasons)
  );
}

const protocolOptions = /* @__PURE__ */ defineOptions<ProtocolOptions>('mutualInfoProtocol', () => ({
  ...estimateOptions.checks(),
  dimensions: optionCheck(
    (value) => Array.isArray(value) && value.length > 0 && isAscending(value),
    'a list of ascending whole numbers above 0',
  ),
  parts: countCheck(2, 'parts'),
  runs: optionCheck((value) => Array.isArray(value) && value.every(isRun), 'the runs of an earlier call'),
  onProgress: functionCheck(),
}));

/**
 * Checks and returns the options.
 *
 * @throws {@link MetricInputError} if an option is invalid, or `x` or `y` is missing.
 */
export function readProtocolOptions(options: unknown): ProtocolOptions & { readonly x: Samples; readonly y: Samples } {
  return readEstimateOptions(options, 'mutualInfoProtocol', protocolOptions);
}
