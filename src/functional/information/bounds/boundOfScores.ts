import type * as tf from '@tensorflow/tfjs-core';
import * as z from 'zod/mini';
import { MetricInputError } from '../../../inputs/metricInputError.ts';
import type { OptionChecks } from '../../../inputs/options.ts';
import { clubUpperBound } from './clubUpperBound.ts';
import { dvLowerBound } from './dvLowerBound.ts';
import { infoNceLowerBound, type InfoNceOptions } from './infoNceLowerBound.ts';
import { interpolatedLowerBound } from './interpolatedLowerBound.ts';
import { jsLowerBound } from './jsLowerBound.ts';
import { leaveOneOutUpperBound } from './leaveOneOutUpperBound.ts';
import { nwjLowerBound } from './nwjLowerBound.ts';
import { smileLowerBound, type SmileOptions } from './smileLowerBound.ts';
import { structuredInfoNce } from './structuredInfoNce.ts';
import { tubaLowerBound } from './tubaLowerBound.ts';

/** Bounds of the scores f(xᵢ, yⱼ) of a critic, which can be learned: what each is, its function says. */
export type CriticBound = 'infoNce' | 'nwj' | 'tuba' | 'dv' | 'js' | 'smile' | 'interpolated';

/** Bounds of the log-probabilities ln p(yⱼ | xᵢ) of a model. */
export type ConditionalBound = 'structuredInfoNce' | 'leaveOneOut' | 'club';

/** What some bounds can be told. */
export interface BoundSettings extends SmileOptions, InfoNceOptions {
  /** For `'interpolated'`: the share of the mean in its baseline, from 0 to 1; 0.01 when left out. */
  readonly alpha?: number | undefined;
}

/** A bound by its name, and what it can be told. */
export interface NamedBound extends BoundSettings {
  /** Which bound. */
  readonly bound: CriticBound | ConditionalBound;
}

/** The bounds that take a baseline besides the scores. */
export const WITH_BASELINE: readonly string[] = ['tuba', 'interpolated'];

const DEFAULT_ALPHA = 0.01;

type Evaluate = (scores: tf.Tensor2D, settings: NamedBound, baseline?: tf.Tensor) => tf.Scalar;

const BOUNDS: Readonly<Record<NamedBound['bound'], Evaluate>> = {
  infoNce: (scores, { contrast }) => infoNceLowerBound(scores, { contrast }),
  nwj: (scores) => nwjLowerBound(scores),
  tuba: (scores, of, baseline) => tubaLowerBound(scores, required(of, baseline)),
  dv: (scores) => dvLowerBound(scores),
  js: (scores) => jsLowerBound(scores),
  smile: (scores, { clip }) => smileLowerBound(scores, { clip }),
  interpolated: (scores, of, baseline) =>
    interpolatedLowerBound(scores, required(of, baseline), of.alpha ?? DEFAULT_ALPHA),
  structuredInfoNce: (logProbs) => structuredInfoNce(logProbs),
  leaveOneOut: (logProbs) => leaveOneOutUpperBound(logProbs),
  club: (logProbs) => clubUpperBound(logProbs),
};

/** The names of the bounds. */
export const BOUND_NAMES: readonly string[] = /* @__PURE__ */ Object.keys(BOUNDS);

/** The bound of this name, of the scores of one batch. */
export function boundOfScores(
  of: NamedBound,
  scores: tf.Tensor2D,
  logBaseline?: tf.Tensor,
): tf.Scalar {
  return BOUNDS[of.bound](scores, of, logBaseline);
}

/**
 * Where a bound saturates in a batch of K samples: at ln K, which it can't exceed; at about ln(K/α), which it
 * can exceed by less than a nat, while its baseline does not fit; or nowhere.
 */
export function ceilingOf({ bound, alpha = DEFAULT_ALPHA }: NamedBound, batchSize: number): number {
  if (bound === 'infoNce' || bound === 'structuredInfoNce') return Math.log(batchSize);
  return bound === 'interpolated' ? Math.log(batchSize / alpha) : Infinity;
}

/** The checks of {@link BoundSettings}. */
export function boundSettingChecks(): OptionChecks<BoundSettings> {
  return {
    alpha: z.custom((value) => typeof value === 'number' && value >= 0 && value <= 1, {
      error: 'a number from 0 to 1',
    }),
    clip: z.custom((value) => typeof value === 'number' && value > 0, {
      error: 'a number above 0',
    }),
    contrast: z.enum(['rows', 'columns', 'symmetric'], {
      error: '"rows", "columns" or "symmetric"',
    }),
  };
}

/** The check of the name of a bound, among these. */
export function boundNameCheck(names: readonly string[]): z.ZodMiniType {
  const error = `one of ${names.map((name) => `"${name}"`).join(', ')}`;
  return z.custom((value) => names.includes(value as string), { error });
}

function required({ bound }: NamedBound, logBaseline: tf.Tensor | undefined): tf.Tensor {
  if (logBaseline !== undefined) return logBaseline;
  throw new MetricInputError(
    `expected a log-baseline for the bound "${bound}", one value a column`,
  );
}
