import { ignoredKeys } from '../ignoredLabels.ts';
import { describeValue } from '../describeValue.ts';
import { flatValues } from '../flatValues.ts';
import { checkLabels, labelKey, type CheckedLabels, type Label, type Labels } from '../labels.ts';
import { inputError, MetricInputError } from '../metricInputError.ts';
import type { ClassReadingOptions } from '../options/classReadingOptions.ts';
import { requireProbabilityScores } from './requireProbabilityScores.ts';
import { readSamples } from '../samples.ts';
import { labelsAbove } from './threshold.ts';

/** Returns labels `[N]` as given, and probabilities as labels. */
export function labelsOfValues(preds: Labels, truth: Labels, options: ClassReadingOptions): Labels {
  const { threshold, fromLogits = false, labels } = options;
  const { values } = flatValues(preds, 'preds');
  const isExplicit = threshold !== undefined || fromLogits;
  if (!isExplicit && !hasFraction(values) && !(labels && areOtherThanBits(values, labels))) return preds;
  const { data } = readSamples(preds, 'preds');
  if (!fromLogits) requireProbabilityScores(data);
  const checked = checkLabels(truth, 'target');
  const [negative, positive] = binaryLabels(checked, options);
  requireBinary(checked, [negative, positive], options.ignoreLabel);
  const above = threshold ?? 0.5;
  const isPositive = labelsAbove(data, fromLogits ? Math.log(above / (1 - above)) : above, 'preds');
  if (labelKey(negative) === 0 && labelKey(positive) === 1) return isPositive;
  if (labelKey(negative) === 1 && labelKey(positive) === 0) return isPositive.map((bit) => 1 - bit);
  return Array.from(isPositive, (bit) => (bit === 1 ? positive : negative));
}

/** Returns whether values are numbers of which one is not whole. */
export function hasFraction(values: ArrayLike<unknown>): boolean {
  if (typeof values[0] !== 'number') return false;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number | bigint;
    if (typeof value === 'bigint') continue;
    if (value !== (value | 0) && !Number.isInteger(value)) return Number.isFinite(value);
  }
  return false;
}

/** Returns whether values are all 0 or 1 though the two classes are others, so that they are probabilities. */
function areOtherThanBits(values: ArrayLike<unknown>, labels: readonly Label[]): boolean {
  if (labels.length !== 2 || labels.some((label) => labelKey(label) === 0 || labelKey(label) === 1)) return false;
  for (let i = 0; i < values.length; i++) if (values[i] !== 0 && values[i] !== 1) return false;
  return values.length > 0;
}

/** @throws {@link MetricInputError} if a target is neither of both classes. */
function requireBinary(
  { values }: CheckedLabels,
  classes: readonly [negative: Label, positive: Label],
  ignored: ClassReadingOptions['ignoreLabel'],
): void {
  const [negative, positive] = classes.map(labelKey);
  const others = ignoredKeys(ignored);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value === negative || value === positive || others.has(value)) continue;
    throw inputError(
      `target[${i}]`,
      `${classes.map(describeValue).join(' or ')}, because preds are probabilities`,
      value,
      'name the classes with the options "labels" and "positiveLabel"',
    );
  }
}

/** Returns the labels of the negative and of the positive class. */
function binaryLabels(
  { kind }: CheckedLabels,
  { labels, positiveLabel }: ClassReadingOptions,
): readonly [negative: Label, positive: Label] {
  const positive = positiveLabel ?? (kind === 'boolean' ? true : 1);
  if (labels !== undefined) {
    const [negative, ...others] = labels.filter((label) => labelKey(label) !== labelKey(positive));
    if (labels.length === 2 && others.length === 0) return [negative!, positive];
    throw new MetricInputError(
      `preds: expected two classes in option "labels" for probabilities [N], one of them the positive label ` +
        `${describeValue(positive)}, got ${labels.map(describeValue).join(', ')}`,
    );
  }
  if (typeof positive === 'boolean') return [!positive, positive];
  if (kind !== 'string' && (positive === 1 || positive === 0)) return [1 - positive, positive];
  throw new MetricInputError(
    'preds: expected the option "labels" with both classes for probabilities [N], ' +
      `because the target labels are not 0 and 1, got none`,
  );
}
