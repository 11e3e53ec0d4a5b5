import { describeValue } from '../describeValue.ts';
import { ignoredKeys } from '../ignoredLabels.ts';
import { checkLabelPairs } from '../labelPairs.ts';
import { inputError, MetricInputError } from '../metricInputError.ts';
import { checkMultilabels, UNKNOWN, type CheckedMultilabels } from './multilabels.ts';
import type { ClassReadingOptions } from '../options/classReadingOptions.ts';
import { readClassLabels } from './readClassLabels.ts';
import type { SampleWeight } from '../sampleWeight.ts';
import { shapedInput } from '../shapedInput.ts';

/** Options that determine how labels or classes of a batch are read. */
interface AgreementBatchOptions extends ClassReadingOptions {
  /** Non-negative weight of each sample, or one weight for all. Default: 1. */
  readonly sampleWeight?: SampleWeight | undefined;
}

/**
 * Checks several labels per sample, `[N, L]`, or one class per sample, `[N]`; see {@link checkClassAgreement}.
 *
 * @throws {@link MetricInputError} if an input is invalid, or the shapes differ.
 */
export function checkLabelAgreement(
  preds: unknown,
  target: unknown,
  options: AgreementBatchOptions,
): CheckedMultilabels<Uint8Array> {
  const { shape } = shapedInput(target, 'target');
  if (shape.length < 2 || shape.at(-1) === 1) return checkClassAgreement(preds, target, options);
  const { positiveLabel, topK, ignoreLabel, ...reading } = options;
  for (const [name, value] of Object.entries({ positiveLabel, topK })) {
    if (value !== undefined) throw inputError(`option "${name}"`, 'only with one class per sample', value);
  }
  if (ignoreLabel !== undefined && !Number.isSafeInteger(ignoreLabel)) {
    throw inputError('option "ignoreLabel"', 'a whole number for several labels per sample', ignoreLabel);
  }
  return checkMultilabels(preds, target, { ...reading, ignoreLabel: ignoreLabel as number | undefined });
}

/**
 * Checks one class per sample. It counts as one label that every sample has, and that is predicted if the predicted
 * class is the true one.
 *
 * @throws {@link MetricInputError} if an input is invalid, or the shapes differ.
 */
export function checkClassAgreement(
  preds: unknown,
  target: unknown,
  options: AgreementBatchOptions,
): CheckedMultilabels<Uint8Array> {
  const labels = readClassLabels(preds, target, options);
  const pairs = checkLabelPairs(labels.preds, labels.target, labels.sampleWeight);
  const { preds: predicted, target: truth, weights, length } = pairs;
  if (length > 0 && (predicted.kind === 'string') !== (truth.kind === 'string')) {
    const [first, second] = [predicted.values[0], truth.values[0]].map(describeValue);
    throw new MetricInputError(`preds, target: expected labels of one kind, got ${first} and ${second}`);
  }
  const ignored = ignoredKeys(options.ignoreLabel);
  const bits = { preds: new Uint8Array(length), target: new Uint8Array(length) };
  for (let i = 0; i < length; i++) {
    const label = truth.values[i]!;
    bits.target[i] = ignored.has(label) ? UNKNOWN : 1;
    bits.preds[i] = predicted.values[i] === label ? 1 : 0;
  }
  return { n: length, size: 1, ...bits, weights, scoreColumns: labels.scoreColumns };
}
