import { checkLabels, type CheckedLabels } from './labels.ts';
import { MetricInputError } from './metricInputError.ts';
import { checkSampleWeight, type SampleWeight } from './sampleWeight.ts';
import { defineOptions, type OptionsReader } from './options/defineOptions.ts';
import { anyCheck } from './options/optionCheck.ts';

/** Options for the labels of one update. */
export interface PairOptions {
  /** Non-negative weight of each pair, or one weight for all. Default: 1. */
  readonly sampleWeight?: SampleWeight | undefined;
}

const pairOptions = /* @__PURE__ */ defineOptions<PairOptions>('update', () => ({
  sampleWeight: anyCheck(),
}));

/** Reads the options of one update that are common to all label metrics. */
export function readPairOptions(options: unknown): PairOptions {
  return pairOptions(options);
}

/**
 * Reads the options of one update. The weights are checked with the labels.
 *
 * @throws {@link MetricInputError} if an option is unknown or invalid.
 */
export function readWeightedOptions<Options extends object>(
  reader: OptionsReader<Options>,
  given: unknown,
  owner: string,
): [options: Options, sampleWeight: SampleWeight | undefined] {
  const { sampleWeight, ...options } = reader(given, owner, ['sampleWeight']) as Options & PairOptions;
  return [options as unknown as Options, sampleWeight];
}

/** Checked predicted and true labels of the same samples. */
export interface LabelPairs {
  readonly preds: CheckedLabels;
  readonly target: CheckedLabels;
  readonly weights: Float64Array | undefined;
  readonly length: number;
}

const CONTINUOUS = 'for continuous values use ksgMutualInfo or softMutualInfoScore, or cut them into bins first';

/**
 * Checks all arguments of one update before anything is counted.
 *
 * @throws {@link MetricInputError} if a label or weight is invalid, or the lengths differ.
 */
export function checkLabelPairs(preds: unknown, target: unknown, sampleWeight?: unknown): LabelPairs {
  const checked = {
    preds: checkLabels(preds, 'preds', CONTINUOUS),
    target: checkLabels(target, 'target', CONTINUOUS),
  };
  const length = checked.preds.values.length;
  requireAsMany(length, checked.target.values.length);
  return { ...checked, weights: checkSampleWeight(sampleWeight, length), length };
}

/** @throws {@link MetricInputError} if the labelings differ in length. */
export function requireAsMany(preds: number, target: number): void {
  if (preds === target) return;
  throw new MetricInputError(`preds, target: expected the same number of labels, got ${preds} and ${target}`);
}
