import * as z from 'zod/mini';
import {
  BOUND_NAMES,
  boundNameCheck,
  boundSettingChecks,
} from '../functional/information/bounds/boundOfScores.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { optionSchema, type OptionSchema } from '../inputs/options.ts';
import { countCheck, seedCheck } from './criticOptions.ts';
import type { EstimateOptions } from './estimateMutualInfo.ts';

const CRITIC_NAMES: readonly unknown[] = ['separable', 'concat', 'bilinear'];
const OF_MODELS: readonly string[] = ['structuredInfoNce', 'leaveOneOut', 'club'];
const TRAINED = [...BOUND_NAMES.filter((name) => !OF_MODELS.includes(name)), 'mine'];

const isFunction = (value: unknown): boolean => typeof value === 'function';
const isGiven = (value: unknown): boolean => typeof value === 'object' && value !== null;
const isShare = (value: unknown): boolean => typeof value === 'number' && value > 0 && value < 1;
const isPositive = (value: unknown): boolean => Number.isFinite(value) && (value as number) > 0;

/** The check of {@link EstimateOptions}. */
export const estimateOptions: OptionSchema<EstimateOptions> =
  /* @__PURE__ */ optionSchema<EstimateOptions>(() => ({
    bound: boundNameCheck(TRAINED),
    ...boundSettingChecks(),
    critic: z.custom((value) => isFunction(value) || CRITIC_NAMES.includes(value), {
      error: '"separable", "concat", "bilinear" or a function (x, y) → scores',
    }),
    baseline: z.custom(isFunction, { error: 'a function y → a(y)' }),
    variables: z.custom(Array.isArray, { error: 'a list of tf.Variable' }),
    sample: z.custom(isFunction, { error: 'a function batchSize → [x, y]' }),
    x: z.custom(isGiven, { error: 'samples, one a row' }),
    y: z.custom(isGiven, { error: 'samples, one a row' }),
    batchSize: z.custom((value) => Number.isSafeInteger(value) && (value as number) > 1, {
      error: 'a whole number of samples above 1',
    }),
    steps: countCheck('steps'),
    learningRate: z.custom(isPositive, { error: 'a number above 0' }),
    seed: seedCheck(),
    standardize: z.boolean({ error: 'true or false' }),
    validationSplit: z.custom(isShare, { error: 'a number between 0 and 1' }),
    evaluationBatches: z.custom((value) => Number.isSafeInteger(value) && (value as number) > 1, {
      error: 'a whole number of batches above 1',
    }),
    smoothing: countCheck('steps'),
    onStep: z.custom(isFunction, { error: 'a function' }),
  }));

/** @throws {@link MetricInputError} unless there is either a function that samples or samples of both variables. */
export function requireSamples({ sample, x, y }: EstimateOptions): void {
  const given = [sample, x, y].map((option) => option !== undefined).join();
  if (given === 'true,false,false' || given === 'false,true,true') return;
  throw new MetricInputError(
    'estimateMutualInfo: expected either option "sample" or both options "x" and "y"',
  );
}
