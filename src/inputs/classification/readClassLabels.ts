import { classesOfScores } from './argMax.ts';
import { columnsOfTargets, nameColumns, NO_COLUMN } from './columnsOfTargets.ts';
import { flatSampleWeight } from '../flatSampleWeight.ts';
import { flatValues } from '../flatValues.ts';
import { hasFraction, labelsOfValues } from './labelsOfValues.ts';
import { checkLabels, type Label, type Labels } from '../labels.ts';
import { MetricInputError } from '../metricInputError.ts';
import type { ClassReadingOptions } from '../options/classReadingOptions.ts';
import type { CheckedSamples, Samples } from '../samples.ts';
import type { SampleWeight } from '../sampleWeight.ts';
import { shapedInput, type ShapedInput } from '../shapedInput.ts';

/** Labels or numbers in nested arrays of any depth, such as the label of each pixel, `[B, H, W]`. */
export type NestedLabels = readonly (ArrayLike<Label> | NestedLabels)[];

/**
 * Output of a classifier for N samples: labels `[N]`, scores of K classes `[N, K]`, or probabilities of the positive
 * class, `[N]` or `[N, 1]`. There may be more than one leading dimension, as in segmentation.
 */
export type ClassPredictions = Labels | Samples | NestedLabels;

/**
 * True classes of N samples: labels `[N]`, or one-hot rows `[N, K]`. Labels may have several dimensions. They then have
 * the shape of `preds`, without the last dimension if `preds` are class scores.
 */
export type ClassTargets = Labels | Samples | NestedLabels;

/** Predictions and true classes as labels `[N]`. */
interface ClassLabels {
  readonly preds: Labels;
  readonly target: Labels;
  /** Weights of the samples in one dimension. */
  readonly sampleWeight: SampleWeight | undefined;
  /** Number of columns of the class scores; undefined for other predictions. */
  readonly scoreColumns: number | undefined;
}

/**
 * Converts predictions and true classes to labels `[N]`. Labels are returned as given; the contingency table checks
 * them.
 *
 * @throws {@link MetricInputError} if a score is NaN, a probability is not between 0 and 1, a target row is not
 * one-hot, or an option is missing.
 */
export function readClassLabels(
  preds: unknown,
  target: unknown,
  options: ClassReadingOptions & { readonly sampleWeight?: SampleWeight | undefined },
): ClassLabels {
  const [predicted, truth] = [shapedInput(preds, 'preds'), shapedInput(target, 'target')];
  const { shape } = predicted;
  const classes = shape.length > 1 ? shape.at(-1)! : 1;
  const areScores = areClassScores(predicted, truth);
  const { sampleWeight: given } = options;
  const sampleWeight = given == null ? undefined : flatSampleWeight(given, areScores ? shape.slice(0, -1) : shape);
  if (!areScores) {
    if (options.topK !== undefined) {
      throw new MetricInputError(
        `preds: expected class scores [N, K] for option "topK", got shape [${shape.join(', ')}]`,
      );
    }
    const labels = classes > 1 ? truth.flat() : readTargets(truth, options, undefined);
    const flat = labelsOfValues(predicted.flat(), labels, options);
    return { preds: flat, target: labels, sampleWeight, scoreColumns: undefined };
  }
  const isMapOfLabels = truth.shape.join() === shape.slice(0, -1).join();
  const labels = isMapOfLabels ? truth.flat() : readTargets(truth, options, classes);
  const best = labelsOfScores(predicted.rows(), labels, options);
  return { preds: best, target: labels, sampleWeight, scoreColumns: classes };
}

/**
 * Returns whether predictions have a score for each class, `[…, K]`, and are not one label or probability per sample.
 */
export function areClassScores(preds: ShapedInput, truth: ShapedInput): boolean {
  const { shape } = preds;
  if (shape.length < 2 || shape.at(-1) === 1) return false;
  return !isRow(shape, truth.shape) && !areLabelMaps(preds, truth);
}

/** Returns whether predictions `[1, N]` are labels of N samples, not scores of one sample. */
function isRow(predShape: readonly number[], targetShape: readonly number[]): boolean {
  return predShape.length === 2 && predShape[0] === 1 && targetShape.length === 1 && targetShape[0] === predShape[1];
}

/**
 * Returns whether predictions and true classes of the same shape are labels, not class scores and one-hot rows.
 *
 * They are class scores if every row of the target is one-hot, and so is every row of predictions that are 0 and 1
 * only.
 */
function areLabelMaps(preds: ShapedInput, truth: ShapedInput): boolean {
  const { shape } = preds;
  if (shape.join() !== truth.shape.join()) return false;
  const columns = shape.at(-1)!;
  const predicted = flatValues(preds.flat(), 'preds').values;
  if (areOneHot(flatValues(truth.flat(), 'target').values, columns)) {
    return areBits(predicted) && !areOneHot(predicted, columns);
  }
  // Scores [N, K] whose targets are not one-hot are more likely a mistake than probabilities of the pixels of an image.
  return shape.length > 2 || !hasFraction(predicted);
}

const isOne = (value: unknown): boolean => value === 1 || value === true;
const isZero = (value: unknown): boolean => value === 0 || value === false;

function areBits(values: ArrayLike<unknown>): boolean {
  for (let i = 0; i < values.length; i++) if (!isZero(values[i]) && !isOne(values[i])) return false;
  return true;
}

function areOneHot(values: ArrayLike<unknown>, columns: number): boolean {
  for (let start = 0; start < values.length; start += columns) {
    let ones = 0;
    for (let k = start; k < start + columns; k++) {
      if (isOne(values[k])) ones++;
      else if (!isZero(values[k])) return false;
    }
    if (ones !== 1) return false;
  }
  return true;
}

/**
 * Returns true classes as labels `[N]`: converts one-hot rows `[…, K]`.
 *
 * @throws {@link MetricInputError} if a row is not one-hot.
 */
export function readClassTargets(
  target: unknown,
  classes: number,
  options: Pick<ClassReadingOptions, 'labels'>,
): Labels {
  return readTargets(shapedInput(target, 'target'), options, classes);
}

/** `classes` is the number of columns of the predictions, if they are class scores. */
function readTargets(
  target: ShapedInput,
  { labels }: Pick<ClassReadingOptions, 'labels'>,
  classes: number | undefined,
): Labels {
  const { shape } = target;
  const columns = shape.at(-1);
  const isRowOfLabels = classes === undefined && shape.slice(0, -1).every((size) => size === 1);
  if (shape.length < 2 || columns === 1 || isRowOfLabels) return target.flat();
  if (classes !== undefined && columns !== classes) {
    throw new MetricInputError(
      `target: expected labels [N] or one-hot rows of ${classes} columns, as in preds, got shape [${shape.join(', ')}]`,
    );
  }
  const { data, n, d } = target.rows();
  const places = new Int32Array(n);
  for (let i = 0; i < n; i++) places[i] = placeOfOne(data, i, d);
  return nameColumns(places, d, labels, 'target') as Labels;
}

/** Returns the column of the only 1 in a row. */
function placeOfOne(data: ArrayLike<number>, row: number, columns: number): number {
  let [ones, place] = [0, 0];
  for (let j = 0; j < columns; j++) {
    const value = data[row * columns + j]!;
    if (value === 1) [ones, place] = [ones + 1, j];
    else if (value !== 0) ones = Infinity;
  }
  if (ones === 1) return place;
  const values = Array.from({ length: Math.min(columns, 6) }, (_, j) => data[row * columns + j]);
  throw new MetricInputError(
    `target: row ${row}: expected a one-hot row (a single 1, otherwise 0), got [${values.join(', ')}` +
      `${columns > 6 ? ', …' : ''}]; pass labels as [N], also in preds, or use ` +
      'multilabelF1Score or another multilabel score for several labels per sample',
  );
}

function labelsOfScores(scores: CheckedSamples, truth: Labels, options: ClassReadingOptions): Labels {
  const { labels, topK = 1 } = options;
  if (topK > scores.d) {
    throw new MetricInputError(`option "topK": expected at most ${scores.d}, the number of classes, got ${topK}`);
  }
  const classes = classesOfScores(scores, 'preds');
  const columns = columnsOfTargets(checkLabels(truth, 'target'), scores.d, options);
  if (topK > 1 && columns.length === scores.n) {
    for (let i = 0; i < scores.n; i++) {
      if (isAmongHighest(scores, i, columns[i]!, topK)) classes[i] = columns[i]!;
    }
  }
  return nameColumns(classes, scores.d, labels, 'preds') as Labels;
}

/** Returns whether fewer than `topK` classes precede a column in the order of {@link classesOfScores}. */
function isAmongHighest({ data, d }: CheckedSamples, row: number, column: number, topK: number): boolean {
  if (column === NO_COLUMN) return false;
  const score = data[row * d + column]!;
  let higher = 0;
  for (let j = 0; j < d; j++) {
    const other = data[row * d + j]!;
    if (other > score || (other === score && j < column)) higher++;
  }
  return higher < topK;
}
