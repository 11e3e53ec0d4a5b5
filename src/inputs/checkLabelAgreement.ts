import { readClassLabels } from './readClassLabels.ts';
import { describeValue } from './describeValue.ts';
import { checkLabelPairs } from './labelPairs.ts';
import { MetricInputError } from './metricInputError.ts';
import { checkMultilabels, UNKNOWN, type CheckedMultilabels, type MultilabelBatchOptions } from './multilabels.ts';
import { shapedInput } from './shapedInput.ts';

/**
 * Checks several labels per sample, `[N, L]`, or one class per sample, `[N]`. A class counts as one label that every sample
 * has, and that is predicted if the predicted class is the true one.
 *
 * @throws {@link MetricInputError} if an input is invalid, or the shapes differ.
 */
export function checkLabelAgreement(
  preds: unknown,
  target: unknown,
  options: Omit<MultilabelBatchOptions, 'labels'>,
): CheckedMultilabels<Uint8Array> {
  const { shape } = shapedInput(target, 'target');
  if (shape.length > 1 && shape.at(-1)! > 1) return checkMultilabels(preds, target, options);
  const { threshold, fromLogits, ignoreLabel, sampleWeight } = options;
  const labels = readClassLabels(preds, target, { threshold, fromLogits, ignoreLabel });
  const {
    preds: predicted,
    target: truth,
    weights,
    length,
  } = checkLabelPairs(labels.preds, labels.target, {
    sampleWeight,
  });
  const bits = { preds: new Uint8Array(length), target: new Uint8Array(length) };
  if (length > 0 && (predicted.kind === 'string') !== (truth.kind === 'string')) {
    const [first, second] = [predicted.values[0], truth.values[0]].map(describeValue);
    throw new MetricInputError(`preds, target: expected labels of one kind, got ${first} and ${second}`);
  }
  for (let i = 0; i < length; i++) {
    const label = truth.values[i];
    bits.target[i] = label === ignoreLabel ? UNKNOWN : 1;
    bits.preds[i] = predicted.values[i] === label ? 1 : 0;
  }
  return { n: length, size: 1, ...bits, weights };
}
