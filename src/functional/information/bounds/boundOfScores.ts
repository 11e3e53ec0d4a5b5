import type * as tf from '@tensorflow/tfjs-core';
import * as z from 'zod/mini';
import type { OptionChecks } from '../../../inputs/options.ts';
import { unfittingOption } from '../../../inputs/unfittingOption.ts';
import { clubUpperBound } from './clubUpperBound.ts';
import { dvLowerBound } from './dvLowerBound.ts';
import { infoNceChecks, infoNceLowerBound, type InfoNceOptions } from './infoNceLowerBound.ts';
import { interpolatedLowerBound, isAlpha } from './interpolatedLowerBound.ts';
import { jsLowerBound } from './jsLowerBound.ts';
import { leaveOneOutUpperBound } from './leaveOneOutUpperBound.ts';
import { nwjLowerBound } from './nwjLowerBound.ts';
import { smileChecks, smileLowerBound, type SmileOptions } from './smileLowerBound.ts';
import { structuredInfoNce } from './structuredInfoNce.ts';
import { tubaLowerBound } from './tubaLowerBound.ts';

/** Bounds of the scores f(xᵢ, yⱼ) of a critic, which can be learned: what each is, its function says. */
export type CriticBound = 'infoNce' | 'nwj' | 'tuba' | 'dv' | 'js' | 'smile' | 'interpolated';

/** Bounds of the log-probabilities ln p(yⱼ | xᵢ) of a model. */
export type ConditionalBound = 'structuredInfoNce' | 'leaveOneOut' | 'club';

/** What some bounds can be told. */
export interface BoundSettings {
  /** For `'infoNce'`: what a joint pair is contrasted with, as {@link InfoNceOptions} tells. */
  readonly contrast?: InfoNceOptions['contrast'];
  /** For `'smile'`: the largest score, either way, in the partition function; 5 when left out, Infinity for none. */
  readonly clip?: SmileOptions['clip'];
  /** For `'interpolated'`: the share of the mean in its baseline, from 0 to 1; 0.01 when left out. */
  readonly alpha?: number | undefined;
}

/** A bound by its name, and what it can be told. */
export interface NamedBound extends BoundSettings {
  /** Which bound. */
  readonly bound: CriticBound | ConditionalBound;
}

const DEFAULT_ALPHA = 0.01;

/** What is known of a bound. */
interface KnownBound {
  /** Of scores, and of what else it takes. */
  readonly evaluate: (scores: tf.Tensor2D, settings: BoundSettings, logBaseline: tf.Tensor) => tf.Scalar;
  /** What it can be told; nothing when left out. */
  readonly settings?: readonly (keyof BoundSettings)[];
  /** Where it saturates in a batch of so many samples; nowhere when left out. */
  readonly ceiling?: (batchSize: number, settings: BoundSettings) => number;
  /** Whether it takes a log-baseline besides the scores. */
  readonly takesBaseline?: true;
  /** Whether the scores are log-probabilities of a model, so that none are learned. */
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
    // While its baseline does not fit it can exceed this, by less than a nat.
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

/** The names of all bounds. */
export const BOUND_NAMES = /* @__PURE__ */ Object.keys(BOUNDS) as readonly NamedBound['bound'][];

/**
 * The bound of this name, of the scores of one batch, and of the log-baseline where it takes one.
 *
 * @throws {@link MetricInputError} when they are not what the bound takes.
 */
export function boundOfScores(of: NamedBound, scores: tf.Tensor2D, logBaseline?: tf.Tensor): tf.Scalar {
  // Where one is missing, the bound itself says so.
  return BOUNDS[of.bound].evaluate(scores, of, logBaseline as tf.Tensor);
}

/** Where a bound saturates in a batch of so many samples; Infinity when it does nowhere. */
export function ceilingOf(of: NamedBound, batchSize: number): number {
  return BOUNDS[of.bound].ceiling?.(batchSize, of) ?? Infinity;
}

/** Whether a bound takes a log-baseline besides the scores. */
export function takesBaseline(bound: NamedBound['bound']): boolean {
  return BOUNDS[bound].takesBaseline === true;
}

/** Whether a bound is one of the scores of a critic, which can be learned. */
export function isCriticBound(bound: NamedBound['bound']): bound is CriticBound {
  return BOUNDS[bound].isConditional !== true;
}

/** @throws {@link MetricInputError} when a bound is told what is for others. */
export function requireOwnSettings(owner: string, { bound, ...settings }: NamedBound): void {
  const { settings: own = [] } = BOUNDS[bound];
  for (const [name, value] of Object.entries(settings) as [keyof BoundSettings, unknown][]) {
    if (value === undefined || own.includes(name)) continue;
    const others = BOUND_NAMES.filter((other) => BOUNDS[other].settings?.includes(name));
    throw unfittingOption(owner, name, { needed: theBound(others), value });
  }
}

/** Names of bounds, as messages tell them. */
export function theBound(names: readonly string[]): string {
  return `the bound "${names.join('" or "')}"`;
}

/** The checks of {@link BoundSettings}. */
export function boundSettingChecks(): OptionChecks<BoundSettings> {
  return {
    alpha: z.custom(isAlpha, { error: 'a number from 0 to 1' }),
    ...smileChecks(),
    ...infoNceChecks(),
  };
}
