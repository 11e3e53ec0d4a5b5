import { areWithin } from '../../numeric/kernels/areWithin.ts';
import { bitsOf } from '../../numeric/kernels/bitsOf.ts';
import { ignoredLabels } from '../ignoredLabels.ts';
import { describeValue } from '../describeValue.ts';
import type { NumericTypedArray } from '../isTypedArray.ts';
import { checkLabels, type CheckedLabels, type Label } from '../labels.ts';
import { MetricInputError } from '../metricInputError.ts';
import { requireProbabilityScores } from './requireProbabilityScores.ts';
import { readSamples } from '../samples.ts';
import { checkSampleWeight, type SampleWeight } from '../sampleWeight.ts';
import { sigmoid } from '../../numeric/special/sigmoid.ts';

/** Options for reading the scores of a binary classifier and their labels. */
export interface ScoreReadingOptions {
  /** Label of the positive class. Default: 1 or `true`; required for string labels. */
  readonly positiveLabel?: Label | undefined;
  /** Label or labels to ignore. Samples with such a label are excluded. */
  readonly ignoreLabel?: Label | readonly Label[] | undefined;
  /** Whether the scores are logits x, which are converted to probabilities 1/(1 + e⁻ˣ). Default: false. */
  readonly fromLogits?: boolean | undefined;
}

/** Options of one batch of scores. */
export interface ScoreBatchOptions extends ScoreReadingOptions {
  /** Non-negative weight of each sample, or one weight for all. Default: 1. */
  readonly sampleWeight?: SampleWeight | undefined;
}

/** Classes of samples in {@link BinaryScores}. */
export const NEGATIVE = 0;
export const POSITIVE = 1;
export const IGNORED = 2;

/** Number of values that a class may have. */
export const CLASSES = 3;

/** Checked scores of N samples with the class of each. */
export interface BinaryScores {
  /** Scores: finite, except those of ignored samples. */
  readonly scores: Float32Array | Float64Array;
  /** `NEGATIVE`, `POSITIVE` or `IGNORED`. Samples with weight 0 are ignored. */
  readonly classes: Uint8Array;
  /** Weight of each sample. Default: 1. */
  readonly weights: Float64Array | undefined;
  /** Number of columns of the class scores from which `scores` were computed; undefined for given scores. */
  readonly scoreColumns?: number | undefined;
}

/**
 * Checks scores and labels of a binary classifier.
 *
 * @param preds - score of each sample, `[N]` or `[N, 1]`.
 * @param target - label of each sample, `[N]`.
 * @param range - `'probability'` if scores must be from 0 to 1.
 * @throws {@link MetricInputError} if a score, label or weight is invalid, or the lengths differ.
 */
export function checkBinaryScores(
  preds: unknown,
  target: unknown,
  options: ScoreBatchOptions = {},
  range: 'any' | 'probability' = 'any',
): BinaryScores {
  const { data, n, d } = readSamples(preds, 'preds');
  if (d !== 1 && n > 0) {
    throw new MetricInputError(
      `preds: expected one score for each sample, [N] or [N, 1], got shape [${n}, ${d}]; ` +
        'for several classes, use auroc with the option "multiclass", or one column',
    );
  }
  const labels = checkLabels(target, 'target');
  const size = labels.values.length;
  if (size !== n) {
    throw new MetricInputError(`preds, target: expected as many scores as labels, got ${n} and ${size}`);
  }
  const weights = checkSampleWeight(options.sampleWeight, n);
  const classes = classesOf(labels, options);
  if (weights) for (let k = 0; k < n; k++) if (weights[k] === 0) classes[k] = IGNORED;
  const isLogit = options.fromLogits === true;
  if (range === 'probability' && !isLogit) requireProbabilityScores(data, (k) => classes[k] === IGNORED);
  else requireNumbers(data, classes);
  return { scores: isLogit ? Float64Array.from(data, sigmoid) : data, classes, weights };
}

function requireNumbers(scores: Float32Array | Float64Array, classes: Uint8Array): void {
  if (areWithin(scores, -Number.MAX_VALUE, Number.MAX_VALUE)) return;
  for (let k = 0; k < scores.length; k++) {
    const score = scores[k]!;
    if (score - score === 0 || classes[k] === IGNORED) continue;
    throw new MetricInputError(`preds[${k}]: expected a finite number, got ${score}`);
  }
}

function classesOf(labels: CheckedLabels, { positiveLabel, ignoreLabel }: ScoreReadingOptions): Uint8Array {
  const ignored = ignoredLabels(ignoreLabel);
  requireLabelsOfKind(labels, positiveLabel);
  if (labels.kind === 'string') {
    return Uint8Array.from(labels.values, (label) =>
      ignored.has(label) ? IGNORED : label === positiveLabel ? POSITIVE : NEGATIVE,
    );
  }
  const toNumber = (label: Label): number => (typeof label === (labels.kind as string) ? Number(label) : NaN);
  const ignoredNumbers = new Set([...ignored].map(toNumber));
  if (positiveLabel === undefined) return zerosAndOnes(labels.values, ignoredNumbers);
  const positive = Number(positiveLabel);
  const classes = new Uint8Array(labels.values.length);
  for (let k = 0; k < classes.length; k++) {
    const label = labels.values[k]!;
    classes[k] = label === positive ? POSITIVE : NEGATIVE;
    if (ignoredNumbers.size > 0 && ignoredNumbers.has(label)) classes[k] = IGNORED;
  }
  return classes;
}

function requireLabelsOfKind({ kind, values }: CheckedLabels, positiveLabel: Label | undefined): void {
  if (values.length === 0) return;
  if (positiveLabel === undefined) {
    if (kind !== 'string') return;
    throw new MetricInputError('target: expected the option "positiveLabel" with string labels, got none');
  }
  if (typeof positiveLabel === kind) return;
  throw new MetricInputError(
    `target: expected labels like positiveLabel ${describeValue(positiveLabel)}, got ${kind}s`,
  );
}

function zerosAndOnes(labels: NumericTypedArray, ignored: ReadonlySet<number>): Uint8Array {
  const bits = ignored.has(0) || ignored.has(1) ? undefined : bitsOf(labels);
  if (bits) return bits;
  const classes = new Uint8Array(labels.length);
  for (let k = 0; k < classes.length; k++) {
    const label = labels[k]!;
    if (ignored.has(label)) classes[k] = IGNORED;
    else if (label === 1 || label === 0 || label === -1) classes[k] = label === 1 ? POSITIVE : NEGATIVE;
    else {
      throw new MetricInputError(
        `target[${k}]: expected 0 or 1, got ${label}; set positiveLabel to the label of the positive class`,
      );
    }
  }
  return classes;
}
