import * as z from 'zod/mini';
import {
  BOUND_NAMES,
  boundSettingChecks,
  isCriticBound,
} from '../functional/information/bounds/boundOfScores.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import {
  aboveCheck,
  booleanCheck,
  countCheck,
  functionCheck,
  nameCheck,
  seedCheck,
  shareCheck,
} from '../inputs/optionChecks.ts';
import { optionSchema, type OptionCheck, type OptionSchema } from '../inputs/options.ts';
import type { EstimateOptions } from './estimateMutualInfo.ts';
import { namedCritics } from './namedCritics.ts';

/** The check of {@link EstimateOptions}. */
export const estimateOptions: OptionSchema<EstimateOptions> =
  /* @__PURE__ */ optionSchema<EstimateOptions>(() => ({
    bound: nameCheck([...BOUND_NAMES.filter(isCriticBound), 'mine']),
    ...boundSettingChecks(),
    critic: criticCheck(),
    baseline: functionCheck('y → a(y)'),
    variables: z.custom(Array.isArray, { error: 'a list of tf.Variable' }),
    sample: functionCheck('batchSize → [x, y]'),
    x: samplesCheck(),
    y: samplesCheck(),
    batchSize: countCheck(2, 'samples'),
    steps: countCheck(1, 'steps'),
    learningRate: aboveCheck(0),
    seed: seedCheck(),
    standardize: booleanCheck(),
    validationSplit: shareCheck(),
    evaluationBatches: countCheck(2, 'batches'),
    smoothing: countCheck(1, 'steps'),
    onStep: functionCheck(),
  }));

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

/** @throws {@link MetricInputError} unless there is either a function that samples or samples of both variables. */
export function requireSamples({ sample, x, y }: EstimateOptions): void {
  const given = [sample, x, y].map((option) => option !== undefined).join();
  if (given === 'true,false,false' || given === 'false,true,true') return;
  throw new MetricInputError(
    'estimateMutualInfo: expected either option "sample" or both options "x" and "y"',
  );
}
