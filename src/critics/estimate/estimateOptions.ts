import { MetricInputError } from '../../inputs/metricInputError.ts';
import { defineOptions, type OptionsReader } from '../../inputs/options/defineOptions.ts';
import {
  aboveCheck,
  anyCheck,
  countCheck,
  functionCheck,
  seedCheck,
  shareCheck,
} from '../../inputs/options/optionCheck.ts';
import { requireBoth } from '../../inputs/options/requireBoth.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { Samples } from '../../inputs/samples.ts';
import { isTensorLike } from '../../inputs/tensorLike.ts';
import type { CriticSettings, LearnedCritic } from '../critic.ts';

/** Progress of `estimateMutualInfo` after one fold. */
export interface EstimateProgress {
  /** Number of folds that are done. */
  readonly done: number;
  /** Number of folds. */
  readonly folds: number;
  /** Mutual information in the last fold, in nats. */
  readonly value: number;
}

/** Options for {@link estimateMutualInfo}. Both `x` and `y` are required. */
export interface EstimateOptions {
  /** All samples of one variable. */
  readonly x?: Samples | undefined;
  /** All samples of the other variable, in the same order. */
  readonly y?: Samples | undefined;
  /**
   * Label of a group for each sample, such as a person or a recording. All samples of a group are in the same fold.
   * A critic is evaluated on pairs of different groups, and the standard error counts a group as one sample. No group
   * may be larger than a fold.
   * Default: each sample is a group.
   */
  readonly groups?: Labels | undefined;
  /** Number of folds, at least 3. Default: 5. */
  readonly folds?: number | undefined;
  /** Confidence level of the interval. Default: 0.95. */
  readonly confidence?: number | undefined;
  /**
   * Creates the critic that is trained in each fold, such as `concatCritic`, or a promise of it. It gets the numbers of
   * principal components. The critic is disposed of after use. Default: `separableCritic` with two hidden layers of 128
   * units.
   */
  readonly critic?:
    ((xSize: number, ySize: number, settings: CriticSettings) => LearnedCritic | Promise<LearnedCritic>) | undefined;
  /**
   * Largest number of latent dimensions: pairs of canonical variates in the critic of normal variables, and outputs of
   * each network of the default critic. Default: all pairs, and 32 outputs.
   */
  readonly dimensions?: number | undefined;
  /** Number of samples in a training batch, at most half of the training samples. Default: 256. */
  readonly batchSize?: number | undefined;
  /** Learning rate of Adam. Default: 0.002. */
  readonly learningRate?: number | undefined;
  /** Largest number of training steps of a critic; 0 trains none. Default: 5000. */
  readonly maxSteps?: number | undefined;
  /** Seed of the folds, the initial weights and the order of the samples. Default: 0. */
  readonly seed?: number | undefined;
  /** Called and awaited after every fold. */
  readonly onProgress?: ((progress: EstimateProgress) => unknown) | undefined;
}

/** Validates {@link EstimateOptions}. */
export const estimateOptions: OptionsReader<EstimateOptions> = /* @__PURE__ */ defineOptions(
  'estimateMutualInfo',
  () => ({
    x: anyCheck(),
    y: anyCheck(),
    groups: anyCheck(),
    folds: countCheck(3, 'folds'),
    confidence: shareCheck(),
    critic: functionCheck('xSize, ySize, { seed } → critic'),
    dimensions: countCheck(1, 'dimensions'),
    batchSize: countCheck(2, 'samples'),
    learningRate: aboveCheck(0),
    maxSteps: countCheck(0, 'steps'),
    seed: seedCheck(),
    onProgress: functionCheck(),
  }),
);

/**
 * Checks and returns the options.
 *
 * @throws {@link MetricInputError} if an option is invalid, or `x` or `y` is missing.
 */
export function readEstimateOptions<Options extends Pick<EstimateOptions, 'x' | 'y'> = EstimateOptions>(
  options: unknown,
  owner = 'estimateMutualInfo',
  reader: OptionsReader<Options> = estimateOptions as never,
): Options & { readonly x: Samples; readonly y: Samples } {
  // A likely mistake: other estimators take the samples as arguments.
  if (isTensorLike(options) || Array.isArray(options)) {
    throw new MetricInputError(
      `${owner}: expected an object of options, got samples; pass them as options "x" and "y"`,
    );
  }
  const { x, y, ...others } = reader(options, owner);
  requireBoth(owner, { x, y });
  return { x, y, ...others } as never;
}
