import { areWithin } from '../../numeric/kernels/areWithin.ts';
import { bitsOf } from '../../numeric/kernels/bitsOf.ts';
import { marksAbove } from '../../numeric/kernels/marksAbove.ts';
import { requireNames } from './columnsOfTargets.ts';
import { flatSampleWeight } from '../flatSampleWeight.ts';
import type { NestedLabels } from './readClassLabels.ts';
import type { Label, Labels } from '../labels.ts';
import { MetricInputError } from '../metricInputError.ts';
import { checkSampleWeight, type SampleWeight } from '../sampleWeight.ts';
import { samplePlace } from '../samplePlace.ts';
import type { Samples } from '../samples.ts';
import { shapedInput, type ShapedInput } from '../shapedInput.ts';

/**
 * Labels of N samples, of which each has any number of L labels, `[N, L]`: 0 and 1, booleans, or probabilities
 * (predictions only). Further leading dimensions count as samples. Shape `[N]` means one label.
 */
export type Multilabels = Samples | Labels | NestedLabels;

/** Options that determine how predictions and targets of several labels per sample are read. */
export interface MultilabelReadingOptions {
  /** Name of each label, in the order of the columns. Default: 0, 1, 2, … */
  readonly labels?: readonly Label[] | undefined;
  /** Probability above which a label is predicted; a probability equal to it is not above. Default: 0.5. */
  readonly threshold?: number | undefined;
  /** Whether predictions are logits, not probabilities. Default: false. */
  readonly fromLogits?: boolean | undefined;
  /** Value in the target that marks an unknown label, such as −1. Unknown labels are not counted. Default: none. */
  readonly ignoreLabel?: number | undefined;
}

/** Options of one batch. */
export interface MultilabelBatchOptions extends MultilabelReadingOptions {
  /** Non-negative weight of each sample, or one weight for all. Default: 1. */
  readonly sampleWeight?: SampleWeight | undefined;
}

/** Element of a target that is not known. */
export const UNKNOWN = 2;

/** Checked predictions and targets of several labels per sample. */
export interface CheckedMultilabels<Preds> {
  /** Number of samples. */
  readonly n: number;
  /** Number of labels. */
  readonly size: number;
  /** Predictions, `N × L`, row after row. */
  readonly preds: Preds;
  /** Targets, `N × L`, row after row: 0, 1 or `UNKNOWN`. */
  readonly target: Uint8Array;
  /** Weight of each sample. Default: 1. */
  readonly weights: Float64Array | undefined;
  /** Number of columns of the class scores, if each sample has one class that was predicted by scores. */
  readonly scoreColumns?: number | undefined;
}

/**
 * Checks scores and targets of several labels per sample.
 *
 * @throws {@link MetricInputError} if a known label has a score that is not finite, a target is not 0 or 1, a weight is
 * invalid, or the shapes differ.
 */
export function checkLabelScores(
  preds: unknown,
  target: unknown,
  options: MultilabelBatchOptions,
): CheckedMultilabels<Float32Array | Float64Array> {
  const { predicted, truth } = sameShape(preds, target);
  const { data, n, d: size } = predicted.rows();
  const bits = targetsOf(truth, options.ignoreLabel);
  if (n > 0) requireNames(options.labels, size, 'preds', true);
  requireFiniteScores(data, bits, size);
  return { n, size, preds: data, target: bits, weights: weightsOf(predicted, options) };
}

/**
 * Checks predicted and true labels, and converts probabilities and logits to 0 and 1.
 *
 * @throws {@link MetricInputError} if a prediction or target is invalid, or the shapes differ.
 */
export function checkMultilabels(
  preds: unknown,
  target: unknown,
  options: MultilabelBatchOptions,
): CheckedMultilabels<Uint8Array> {
  const { predicted, truth } = sameShape(preds, target);
  const { data, n, d: size } = predicted.rows();
  const bits = targetsOf(truth, options.ignoreLabel);
  if (n > 0) requireNames(options.labels, size, 'preds', true);
  const { threshold = 0.5, fromLogits = false } = options;
  const above = fromLogits ? Math.log(threshold / (1 - threshold)) : threshold;
  requirePredictions(data, bits, size, fromLogits);
  return { n, size, preds: marksAbove(data, above), target: bits, weights: weightsOf(predicted, options) };
}

function requireFiniteScores(scores: Float32Array | Float64Array, bits: Uint8Array, size: number): void {
  if (areWithin(scores, -Number.MAX_VALUE, Number.MAX_VALUE)) return;
  for (let k = 0; k < bits.length; k++) {
    if (bits[k] === UNKNOWN || Number.isFinite(scores[k])) continue;
    throw new MetricInputError(`${place('preds', k, size)}: expected a finite number, got ${scores[k]}`);
  }
}

function requirePredictions(
  values: Float32Array | Float64Array,
  bits: Uint8Array,
  size: number,
  fromLogits: boolean,
): void {
  const [low, high] = fromLogits ? [-Infinity, Infinity] : [0, 1];
  if (areWithin(values, low, high)) return;
  for (let k = 0; k < bits.length; k++) {
    const value = values[k]!;
    if ((value >= low && value <= high) || bits[k] === UNKNOWN) continue;
    throw notAPrediction(value, k, size, fromLogits);
  }
}

/** Leading dimensions count as samples. */
function weightsOf({ shape }: ShapedInput, { sampleWeight }: MultilabelBatchOptions): Float64Array | undefined {
  if (sampleWeight == null) return undefined;
  const samples = shape.length === 1 ? shape : shape.slice(0, -1);
  return checkSampleWeight(
    flatSampleWeight(sampleWeight, samples),
    samples.reduce((n, size) => n * size, 1),
  );
}

function sameShape(preds: unknown, target: unknown): { readonly predicted: ShapedInput; readonly truth: ShapedInput } {
  const [predicted, truth] = [shapedInput(preds, 'preds'), shapedInput(target, 'target')];
  const isSame = predicted.shape.join() === truth.shape.join();
  if (isSame || (isEmpty(predicted) && isEmpty(truth))) return { predicted, truth };
  throw new MetricInputError(
    `preds, target: expected the same shape [N, L], got [${predicted.shape.join(', ')}] and [${truth.shape.join(', ')}]`,
  );
}

const isEmpty = ({ shape }: ShapedInput): boolean => shape[0] === 0;

function targetsOf(truth: ShapedInput, unknown: number | undefined): Uint8Array {
  const numbers = unknown === 0 || unknown === 1 ? undefined : truth.numbers();
  const known = numbers && bitsOf(numbers);
  if (known) return known;
  const { data, d } = truth.rows();
  const bits = new Uint8Array(data.length);
  for (let k = 0; k < bits.length; k++) {
    const value = data[k]!;
    if (value === unknown) bits[k] = UNKNOWN;
    else if (value === 0 || value === 1) bits[k] = value;
    else {
      const fix = value === -1 ? '; for labels that are not known, set the option "ignoreLabel"' : '';
      throw new MetricInputError(`${place('target', k, d)}: expected 0 or 1, got ${value}${fix}`);
    }
  }
  return bits;
}

function notAPrediction(value: number, k: number, size: number, fromLogits: boolean): MetricInputError {
  const where = place('preds', k, size);
  if (fromLogits) return new MetricInputError(`${where}: expected a number, got ${value}`);
  const fix = Number.isFinite(value) ? '; for logits, set the option "fromLogits" to true' : '';
  return new MetricInputError(`${where}: expected a probability from 0 to 1, got ${value}${fix}`);
}

function place(name: string, k: number, columns: number): string {
  return samplePlace(name, k, { d: columns, isOneDimensional: columns === 1 });
}
