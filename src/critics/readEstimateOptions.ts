import * as z from 'zod/mini';
import {
  BOUND_NAMES,
  boundSettingChecks,
  isCriticBound,
  requireOwnSettings,
  takesBaseline,
  theBound,
  type NamedBound,
} from '../functional/information/bounds/boundOfScores.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import {
  aboveCheck,
  booleanCheck,
  countCheck,
  functionCheck,
  oneOfCheck,
  seedCheck,
  shareCheck,
} from '../inputs/optionCheck.ts';
import { optionSchema, readOptions, type OptionCheck, type OptionSchema } from '../inputs/options.ts';
import { isTensorLike } from '../inputs/tensorLike.ts';
import { unfittingOption } from '../inputs/unfittingOption.ts';
import type { EstimateOptions } from './estimateMutualInfo.ts';
import { namedCritics } from './namedCritics.ts';
import { VARIABLES } from './variablesIn.ts';

const estimateOptions: OptionSchema<EstimateOptions> = /* @__PURE__ */ optionSchema<EstimateOptions>(() => ({
  bound: oneOfCheck([...BOUND_NAMES.filter(isCriticBound), 'mine']),
  ...boundSettingChecks(),
  critic: criticCheck(),
  baseline: functionCheck('y → a(y)'),
  variables: z.custom(Array.isArray, { error: VARIABLES }),
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
 * Checks the options.
 *
 * @throws {@link MetricInputError} that says which, what was expected and what came.
 */
export function readEstimateOptions(options: unknown): EstimateOptions {
  // Other estimators are called with the samples themselves.
  if (isTensorLike(options)) {
    throw new MetricInputError('estimateMutualInfo: expected one object of options, in it "x" and "y", got a tensor');
  }
  return readOptions('estimateMutualInfo', estimateOptions, options);
}

function criticCheck(): OptionCheck {
  const names = Object.keys(namedCritics);
  return z.custom((value) => typeof value === 'function' || names.includes(value as string), {
    error: `${names.map((name) => `"${name}"`).join(', ')} or a function (x, y) → scores`,
  });
}

function samplesCheck(): OptionCheck {
  return z.custom((value) => typeof value === 'object' && value !== null, {
    error: 'samples, one a row',
  });
}

/**
 * @throws {@link MetricInputError} unless there is either a function that samples or samples of both variables, and no
 * option that is for the other, or for other bounds.
 */
export function requireFitting(options: EstimateOptions, bound: NamedBound): void {
  const given = (['sample', 'x', 'y'] as const).filter((name) => options[name] !== undefined);
  if (given.join() !== 'sample' && given.join() !== 'x,y') {
    throw new MetricInputError(
      'estimateMutualInfo: expected either option "sample" or both options "x" and "y", got ' +
        (given.map((name) => `"${name}"`).join(' and ') || 'none of them'),
    );
  }
  requireOwnSettings('estimateMutualInfo', bound);
  const isTrained = options.steps !== 0;
  const conditions = {
    validationSplit: [options.x !== undefined && isTrained, 'the options "x" and "y" and "steps" above 0'],
    evaluationBatches: [options.sample !== undefined, 'the option "sample"'],
    baseline: [takesBaseline(bound.bound), theBound(BOUND_NAMES.filter(takesBaseline))],
  } as const;
  for (const [name, [isFitting, needed]] of Object.entries(conditions)) {
    const value = options[name as keyof typeof conditions];
    if (value === undefined || isFitting) continue;
    throw unfittingOption('estimateMutualInfo', name, { needed, value });
  }
  if (!isTrained && typeof options.critic !== 'function') {
    throw unfittingOption('estimateMutualInfo', 'steps', {
      needed: 'a critic of your own',
      value: 0,
    });
  }
}
