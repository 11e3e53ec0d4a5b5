import { checkLabels, type CheckedLabels } from './labels.ts';
import { MetricInputError } from './metricInputError.ts';
import { checkSampleWeight, type SampleWeight } from './sampleWeight.ts';
import { defineOptions, type OptionsReader } from './defineOptions.ts';
import { anyCheck } from './optionCheck.ts';

/** What may come with the labels of one call. */
export interface PairOptions {
  /** One weight for each pair, or one for all, 0 or above. Default: 1. */
  readonly sampleWeight?: SampleWeight | undefined;
}

const pairOptions = /* @__PURE__ */ defineOptions<PairOptions>('update', () => ({
  sampleWeight: anyCheck(),
}));

/** Checks the options of one call that are common to all label metrics. */
export function readPairOptions(options: unknown): PairOptions {
  return pairOptions(options);
}

/**
 * Reads options that come with the weights of one call, which are checked with the labels.
 *
 * @throws {@link MetricInputError} if an option is unknown or invalid.
 */
export function readWeightedOptions<Options extends object>(
  readOptions: OptionsReader<Options>,
  given: unknown,
  owner: string,
): [options: Options, sampleWeight: SampleWeight | undefined] {
  const { sampleWeight, ...options } = readOptions(given, owner, ['sampleWeight']) as Options & PairOptions;
  return [options as unknown as Options, sampleWeight];
}

/** Predicted and true labels of the same samples, checked. */
export interface LabelPairs {
  readonly preds: CheckedLabels;
  readonly target: CheckedLabels;
  readonly weights: Float64Array | undefined;
  readonly length: number;
}

const CONTINUOUS = 'for continuous values use ksgMutualInfo or softMutualInfoScore, or cut them into bins first';

/**
 * Checks everything that one call hands in, before anything is counted.
 *
 * @throws {@link MetricInputError} if a label or weight is invalid, or the lengths differ.
 */
export function checkLabelPairs(preds: unknown, target: unknown, options?: PairOptions): LabelPairs {
  const { sampleWeight } = readPairOptions(options);
  const checked = {
    preds: checkLabels(preds, 'preds', CONTINUOUS),
    target: checkLabels(target, 'target', CONTINUOUS),
  };
  const length = checked.preds.values.length;
  requireAsMany(length, checked.target.values.length);
  return { ...checked, weights: checkSampleWeight(sampleWeight, length), length };
}

/** @throws {@link MetricInputError} when one labeling is longer than the other. */
export function requireAsMany(preds: number, target: number): void {
  if (preds === target) return;
  throw new MetricInputError(`preds has ${preds} labels and target ${target}: expected as many of one as of the other`);
}
