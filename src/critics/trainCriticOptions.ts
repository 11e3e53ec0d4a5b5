import {
  BOUND_NAMES,
  boundSettings,
  isCriticBound,
  requireOwnSettings,
  takesBaseline,
  theBound,
  type BoundSettings,
  type CriticBound,
  type NamedBound,
} from '../functional/information/bounds/boundOfScores.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { isTensorLike } from '../inputs/tensorLike.ts';
import { defineOptions } from '../inputs/options/defineOptions.ts';
import {
  type OptionCheck,
  optionCheck,
  countCheck,
  seedCheck,
  aboveCheck,
  shareCheck,
  oneOfCheck,
  booleanCheck,
  functionCheck,
  unfittingOption,
} from '../inputs/options/optionCheck.ts';
import type { Samples } from '../inputs/samples.ts';
import type { Critic, LogBaseline, TrainedVariable } from './critic.ts';
import type { DrawSamples } from './drawnPairs.ts';
import { namedCritics, type CriticName } from './namedCritics.ts';
import { VARIABLES } from './variablesIn.ts';

/** Progress of `trainCritic` after one training step. */
export interface TrainingStep {
  /** Number of this step, starting at 1. */
  readonly step: number;
  /** Total number of steps. */
  readonly steps: number;
  /** Bound of this step's batch, in nats. */
  readonly value: number;
  /** Running mean of the bound, in nats. */
  readonly smoothed: number;
}

/** Options for `trainCritic`. Either `sample`, or both `x` and `y`, are required. */
export interface TrainCriticOptions extends BoundSettings {
  /** Bound that the critic is trained with. Default: `'infoNce'`. */
  readonly bound?: CriticBound | 'mine' | undefined;
  /**
   * Critic: the name of a kind, created for this estimate, or a custom function. A custom critic receives
   * standardized samples unless `standardize` is `false`. Default: `'separable'`.
   */
  readonly critic?: CriticName | Critic | undefined;
  /** Log-baseline for the bounds `'tuba'` and `'interpolated'`. Default: a new `learnedLogBaseline`. */
  readonly baseline?: LogBaseline | undefined;
  /** Variables to train besides those of critic and baseline, such as the `trainableWeights` of an encoder. */
  readonly variables?: readonly TrainedVariable[] | undefined;
  /**
   * Draws a batch of new samples. Before training, it is called once to find the sample sizes and, with `standardize`,
   * until at least 1024 samples are drawn to compute the column scales. Then it is called once for each step and each
   * evaluation batch. It returns tensors of TensorFlow.js, which are disposed of after use.
   */
  readonly sample?: DrawSamples | undefined;
  /** All samples of one variable. */
  readonly x?: Samples | undefined;
  /** All samples of the other variable, in the same order. */
  readonly y?: Samples | undefined;
  /** Number of samples in a batch, K. Default: 64. */
  readonly batchSize?: number | undefined;
  /** Number of training steps; 0 evaluates a custom critic without training. Default: 1000. */
  readonly steps?: number | undefined;
  /** Learning rate of Adam. Default: 0.0005. */
  readonly learningRate?: number | undefined;
  /** Seed of the initial weights, the validation split and the order of the samples. Default: 0. */
  readonly seed?: number | undefined;
  /** Scale each column to mean 0 and variance 1, which does not change mutual information. Default: true. */
  readonly standardize?: boolean | undefined;
  /** Fraction of the samples `x` and `y` that is held out of training and used to evaluate the critic. Default: 0.2. */
  readonly validationSplit?: number | undefined;
  /** Number of batches from `sample` that the trained critic is evaluated on. Default: 100. */
  readonly evaluationBatches?: number | undefined;
  /** Span of the running mean, in steps. Default: 200. */
  readonly smoothing?: number | undefined;
  /** Called and awaited after every step; return `'stop'` to end training early. */
  readonly onStep?: ((progress: TrainingStep) => unknown) | undefined;
}

const trainCriticOptions = /* @__PURE__ */ defineOptions<TrainCriticOptions>('trainCritic', () => ({
  bound: oneOfCheck([...BOUND_NAMES.filter(isCriticBound), 'mine']),
  ...boundSettings.checks(),
  critic: criticCheck(),
  baseline: functionCheck('y → a(y)'),
  variables: optionCheck(Array.isArray, VARIABLES),
  sample: functionCheck('batchSize → [x, y]'),
  x: samplesCheck(),
  y: samplesCheck(),
  batchSize: countCheck(2, 'samples'),
  steps: countCheck(0, 'steps'),
  learningRate: aboveCheck(0),
  seed: seedCheck(),
  standardize: booleanCheck(),
  validationSplit: shareCheck(),
  evaluationBatches: countCheck(2, 'batches'),
  smoothing: countCheck(1, 'steps'),
  onStep: functionCheck(),
}));

/**
 * Checks and returns the options.
 *
 * @throws {@link MetricInputError} if an option is invalid.
 */
export function readTrainCriticOptions(options: unknown): TrainCriticOptions {
  // A likely mistake: other estimators take the samples as arguments.
  if (isTensorLike(options)) {
    throw new MetricInputError(
      'trainCritic: expected an object of options, got a tensor; pass samples as options "x" and "y"',
    );
  }
  return trainCriticOptions(options);
}

function criticCheck(): OptionCheck {
  const names = Object.keys(namedCritics);
  return optionCheck(
    (value) => typeof value === 'function' || names.includes(value as string),
    `${names.map((name) => `"${name}"`).join(', ')} or a function (x, y) → scores`,
  );
}

function samplesCheck(): OptionCheck {
  return optionCheck((value) => typeof value === 'object' && value !== null, 'samples, one per row');
}

/**
 * Checks that the options fit together.
 *
 * @throws {@link MetricInputError} unless either `sample`, or both `x` and `y`, are given, or if an option has no
 * effect with them or with the bound.
 */
export function requireFitting(options: TrainCriticOptions, bound: NamedBound): void {
  const given = (['sample', 'x', 'y'] as const).filter((name) => options[name] !== undefined);
  if (given.join() !== 'sample' && given.join() !== 'x,y') {
    throw new MetricInputError(
      'trainCritic: expected either option "sample" or both options "x" and "y", got ' +
        (given.map((name) => `"${name}"`).join(' and ') || 'none of them'),
    );
  }
  requireOwnSettings('trainCritic', bound);
  const isTrained = options.steps !== 0;
  const conditions = {
    validationSplit: [options.x !== undefined && isTrained, 'the options "x" and "y" and "steps" above 0'],
    evaluationBatches: [options.sample !== undefined, 'the option "sample"'],
    baseline: [takesBaseline(bound.bound), theBound(BOUND_NAMES.filter(takesBaseline))],
  } as const;
  for (const [name, [isFitting, needed]] of Object.entries(conditions)) {
    const value = options[name as keyof typeof conditions];
    if (value === undefined || isFitting) continue;
    throw unfittingOption('trainCritic', name, { needed, value });
  }
  if (!isTrained && typeof options.critic !== 'function') {
    throw unfittingOption('trainCritic', 'steps', {
      needed: 'a custom critic',
      value: 0,
    });
  }
}
