import type * as tf from '@tensorflow/tfjs-core';
import type { TensorData } from '../../../inputs/tensorLike.ts';
import { unfittingOption, optionCheck } from '../../../inputs/options/optionCheck.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { clubUpperBound } from './clubUpperBound.ts';
import { dvLowerBound } from './dvLowerBound.ts';
import { infoNceOptions, infoNceLowerBound, type InfoNceOptions } from './infoNceLowerBound.ts';
import { interpolatedLowerBound, isAlpha } from './interpolatedLowerBound.ts';
import { jsLowerBound } from './jsLowerBound.ts';
import { leaveOneOutUpperBound } from './leaveOneOutUpperBound.ts';
import { nwjLowerBound } from './nwjLowerBound.ts';
import { smileOptions, smileLowerBound, type SmileOptions } from './smileLowerBound.ts';
import { structuredInfoNce } from './structuredInfoNce.ts';
import { tubaLowerBound } from './tubaLowerBound.ts';

/** Name of a bound that is computed from the scores f(xᵢ, yⱼ) of a critic, which can be learned. */
export type CriticBound = 'infoNce' | 'nwj' | 'tuba' | 'dv' | 'js' | 'smile' | 'interpolated';

/** Name of a bound that is computed from the log-probabilities ln p(yⱼ | xᵢ) of a model. */
export type ConditionalBound = 'structuredInfoNce' | 'leaveOneOut' | 'club';

/** Options of individual bounds. */
export interface BoundSettings {
  /** For `'infoNce'`: pairs that a joint pair is contrasted with; see {@link InfoNceOptions}. Default: `'rows'`. */
  readonly contrast?: InfoNceOptions['contrast'];
  /** For `'smile'`: limit τ of the clipped scores, Infinity for no clipping; see {@link SmileOptions}. Default: 5. */
  readonly clip?: SmileOptions['clip'];
  /** For `'interpolated'`: weight of the mean in the baseline, from 0 to 1. Default: 0.01. */
  readonly alpha?: number | undefined;
}

/** Name of a bound, and its options. */
export interface NamedBound extends BoundSettings {
  /** Name of the bound. */
  readonly bound: CriticBound | ConditionalBound;
}

const DEFAULT_ALPHA = 0.01;

/** Properties of a bound. */
interface KnownBound {
  /** Computes the bound of scores. */
  readonly evaluate: (
    scores: tf.Tensor2D | TensorData,
    settings: BoundSettings,
    logBaseline: tf.Tensor | TensorData,
  ) => tf.Scalar;
  /** Names of its options. Default: none. */
  readonly settings?: readonly (keyof BoundSettings)[];
  /** Returns the value at which it saturates for a batch size. Default: it does not saturate. */
  readonly ceiling?: (batchSize: number, settings: BoundSettings) => number;
  /** True if the bound takes a log-baseline besides the scores. */
  readonly takesBaseline?: true;
  /** True if the scores are log-probabilities of a model instead of learned scores. */
  readonly isConditional?: true;
}

const BOUNDS: Readonly<Record<NamedBound['bound'], KnownBound>> = {
  infoNce: {
    evaluate: (scores, { contrast }) => infoNceLowerBound(scores, { contrast }),
    settings: ['contrast'],
    ceiling: Math.log,
  },
  nwj: { evaluate: (scores) => nwjLowerBound(scores) },
  tuba: {
    evaluate: (scores, _, logBaseline) => tubaLowerBound(scores, logBaseline),
    takesBaseline: true,
  },
  dv: { evaluate: (scores) => dvLowerBound(scores) },
  js: { evaluate: (scores) => jsLowerBound(scores) },
  smile: {
    evaluate: (scores, { clip }) => smileLowerBound(scores, { clip }),
    settings: ['clip'],
  },
  interpolated: {
    evaluate: (scores, { alpha = DEFAULT_ALPHA }, logBaseline) => interpolatedLowerBound(scores, logBaseline, alpha),
    settings: ['alpha'],
    // With a poor baseline the bound can exceed this by less than one nat.
    ceiling: (batchSize, { alpha = DEFAULT_ALPHA }) => Math.log(batchSize / alpha),
    takesBaseline: true,
  },
  structuredInfoNce: {
    evaluate: (logProbs) => structuredInfoNce(logProbs),
    ceiling: Math.log,
    isConditional: true,
  },
  leaveOneOut: { evaluate: (logProbs) => leaveOneOutUpperBound(logProbs), isConditional: true },
  club: { evaluate: (logProbs) => clubUpperBound(logProbs), isConditional: true },
};

/** Names of all bounds. */
export const BOUND_NAMES = /* @__PURE__ */ Object.keys(BOUNDS) as readonly NamedBound['bound'][];

/**
 * Returns a bound of the scores of one batch, and of the log-baseline if the bound takes one.
 *
 * @throws {@link MetricInputError} if the scores or the log-baseline are invalid.
 */
export function boundOfScores(
  of: NamedBound,
  scores: tf.Tensor2D | TensorData,
  logBaseline?: tf.Tensor | TensorData,
): tf.Scalar {
  // A missing log-baseline is reported by the bound itself.
  return BOUNDS[of.bound].evaluate(scores, of, logBaseline as tf.Tensor);
}

/** Returns the value at which a bound saturates for a batch size; Infinity if it does not saturate. */
export function ceilingOf(of: NamedBound, batchSize: number): number {
  return BOUNDS[of.bound].ceiling?.(batchSize, of) ?? Infinity;
}

/** Returns whether a bound takes a log-baseline besides the scores. */
export function takesBaseline(bound: NamedBound['bound']): boolean {
  return BOUNDS[bound].takesBaseline === true;
}

/** Returns whether a bound is computed from the scores of a critic. */
export function isCriticBound(bound: NamedBound['bound']): bound is CriticBound {
  return BOUNDS[bound].isConditional !== true;
}

/** @throws {@link MetricInputError} if an option belongs to another bound. */
export function requireOwnSettings(owner: string, { bound, ...settings }: NamedBound): void {
  const { settings: own = [] } = BOUNDS[bound];
  for (const [name, value] of Object.entries(settings) as [keyof BoundSettings, unknown][]) {
    if (value === undefined || own.includes(name)) continue;
    const others = BOUND_NAMES.filter((other) => BOUNDS[other].settings?.includes(name));
    throw unfittingOption(owner, name, { needed: theBound(others), value });
  }
}

/** Formats names of bounds for messages. */
export function theBound(names: readonly string[]): string {
  return `the bound "${names.join('" or "')}"`;
}

/** Reads {@link BoundSettings}. */
export const boundSettings: OptionsReader<BoundSettings> = /* @__PURE__ */ defineOptions('BoundSettings', () => ({
  alpha: optionCheck(isAlpha, 'a number from 0 to 1'),
  ...smileOptions.checks(),
  ...infoNceOptions.checks(),
}));
