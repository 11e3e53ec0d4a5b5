import { classesOfScores } from './argMax.ts';
import { columnsOfTargets, nameColumns, NO_COLUMN } from './classColumns.ts';
import { describeValue } from './describeValue.ts';
import { labelsOfValues } from './labelsOfValues.ts';
import { isTypedArray } from './isTypedArray.ts';
import { checkLabels, type Labels } from './labels.ts';
import { MetricInputError } from './metricInputError.ts';
import type { ClassReadingOptions } from './options/classReadingOptions.ts';
import { readSamples, type CheckedSamples, type Samples } from './samples.ts';
import { asTensorLike, type TensorLike } from './tensorLike.ts';

/**
 * Output of a classifier for N samples: labels `[N]`, scores of K classes `[N, K]`, or probabilities of the positive
 * class, `[N]` or `[N, 1]`. A tensor may have more than one leading dimension, as in segmentation.
 */
export type ClassPredictions = Labels | Samples;

/** True classes of N samples: labels `[N]`, or one-hot rows `[N, K]`. */
export type ClassTargets = Labels | Samples;

/**
 * Converts predictions and true classes to labels `[N]`. Labels are returned as given; the contingency table checks
 * them.
 *
 * @throws {@link MetricInputError} if a score is NaN, a probability is not between 0 and 1, a target row is not one-hot,
 * or an option is missing.
 */
export function readClassLabels(
  preds: unknown,
  target: unknown,
  options: ClassReadingOptions,
): [preds: Labels, target: Labels] {
  const [predShape, targetShape] = [shapeOf(preds, 'preds'), shapeOf(target, 'target')];
  const classes = predShape.length > 1 ? predShape.at(-1)! : 1;
  const areScores = classes > 1 && !isRow(predShape, targetShape);
  const isLabelMap = areScores && targetShape.join() === predShape.slice(0, -1).join();
  const truth = isLabelMap
    ? flatten(target, 'target', targetShape)
    : readTargets(target, targetShape, options, areScores ? classes : undefined);
  if (areScores) return [labelsOfScores(preds, predShape, truth, options), truth];
  if (options.topK !== undefined) {
    throw new MetricInputError(
      `preds: expected class scores [N, K] for option "topK", got shape [${predShape.join(', ')}]`,
    );
  }
  return [labelsOfValues(flatten(preds, 'preds', predShape), truth, options), truth];
}

/** Returns whether predictions `[1, N]` are labels of N samples, not scores of one sample. */
function isRow(predShape: readonly number[], targetShape: readonly number[]): boolean {
  return predShape.length === 2 && predShape[0] === 1 && targetShape.length === 1 && targetShape[0] === predShape[1];
}

function shapeOf(input: unknown, name: string): readonly number[] {
  if (isTypedArray(input)) return [input.length];
  if (Array.isArray(input)) {
    const [first] = input as readonly unknown[];
    return Array.isArray(first) || isTypedArray(first) ? [input.length, first.length] : [input.length];
  }
  const tensor = asTensorLike(input, name);
  if (tensor) return tensor.shape;
  throw new MetricInputError(`${name}: expected a tensor, a typed array or an array, got ${describeValue(input)}`);
}

/** Returns an input as one dimension; its elements are not copied, but for nested arrays. */
function flatten(input: unknown, name: string, shape: readonly number[]): Labels {
  if (shape.length === 1) return input as Labels;
  const tensor = asTensorLike(input, name);
  return tensor ? withShape(tensor, [sizeOf(shape)]) : readSamples(input, name).data;
}

function withShape(tensor: TensorLike, shape: readonly number[]): TensorLike {
  return { dtype: tensor.dtype, shape, dataSync: () => tensor.dataSync(), data: () => tensor.data() };
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

function readRows(input: unknown, name: string, shape: readonly number[]): CheckedSamples {
  const tensor = asTensorLike(input, name);
  const rows = [sizeOf(shape.slice(0, -1)), shape.at(-1)!];
  return readSamples(tensor ? withShape(tensor, rows) : input, name);
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
  return readTargets(target, shapeOf(target, 'target'), options, classes);
}

/** `classes` is the number of columns of the predictions, if they are class scores. */
function readTargets(
  target: unknown,
  shape: readonly number[],
  { labels }: Pick<ClassReadingOptions, 'labels'>,
  classes: number | undefined,
): Labels {
  const columns = shape.at(-1);
  const isRowOfLabels = classes === undefined && shape.slice(0, -1).every((size) => size === 1);
  if (shape.length < 2 || columns === 1 || isRowOfLabels) return flatten(target, 'target', shape);
  if (classes !== undefined && columns !== classes) {
    throw new MetricInputError(
      `target: expected labels [N] or one-hot rows of ${classes} columns, as in preds, got shape [${shape.join(', ')}]`,
    );
  }
  const { data, n, d } = readRows(target, 'target', shape);
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
      `${columns > 6 ? ', …' : ''}]; pass labels as [N], also in preds`,
  );
}

function labelsOfScores(preds: unknown, shape: readonly number[], truth: Labels, options: ClassReadingOptions): Labels {
  const scores = readRows(preds, 'preds', shape);
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
