import { isBigIntArray, isTypedArray, type NumericTypedArray } from './isTypedArray.ts';
import type { Labels } from './labels.ts';
import { inputError } from './metricInputError.ts';
import { readRow } from './readRow.ts';
import { readSamples, type CheckedSamples } from './samples.ts';
import { asTensorLike, readNumbers, unrealContents, type TensorLike } from './tensorLike.ts';

/** An array, nested arrays or a tensor, with its shape. Its elements are not checked. */
export interface ShapedInput {
  /** Size of each dimension. For nested arrays, that of the first rows. */
  readonly shape: readonly number[];
  /** Returns the elements in one dimension; arrays and tensors are not copied, unless they are nested. */
  readonly flat: () => Labels;
  /** Returns the elements, not copied, if they are numbers in a typed array. */
  readonly numbers: () => NumericTypedArray | undefined;
  /** Returns the elements as rows of the last dimension, `[…, K]`; one dimension is rows of one number. */
  readonly rows: () => CheckedSamples;
}

/**
 * Returns an input of any number of dimensions with its shape.
 *
 * @throws {@link MetricInputError} if the input is neither an array nor a tensor; `flat` and `rows` also throw if
 * nested arrays differ in length.
 */
export function shapedInput(input: unknown, name: string): ShapedInput {
  if (isTypedArray(input)) {
    return {
      shape: [input.length],
      flat: () => input,
      numbers: () => numbersOf(input),
      rows: () => readSamples(input, name),
    };
  }
  if (Array.isArray(input)) return nestedArrays(input, name);
  const tensor = asTensorLike(input, name);
  if (tensor) return ofTensor(tensor, name);
  throw inputError(name, 'a tensor, a typed array or an array', input);
}

function ofTensor(tensor: TensorLike, name: string): ShapedInput {
  const { shape } = tensor;
  return {
    shape,
    flat: () => (shape.length === 1 ? tensor : withShape(tensor, [sizeOf(shape)])),
    numbers: () => (unrealContents(tensor) === undefined ? numbersOf(readNumbers(tensor, name)) : undefined),
    rows: () => readSamples(shape.length < 2 ? tensor : withShape(tensor, rowShape(shape)), name),
  };
}

function numbersOf(values: unknown): NumericTypedArray | undefined {
  return isTypedArray(values) && !isBigIntArray(values) ? values : undefined;
}

function withShape(tensor: TensorLike, shape: readonly number[]): TensorLike {
  return { dtype: tensor.dtype, shape, dataSync: () => tensor.dataSync(), data: () => tensor.data() };
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

function rowShape(shape: readonly number[]): readonly [rows: number, columns: number] {
  return [sizeOf(shape.slice(0, -1)), shape.at(-1)!];
}

function nestedArrays(input: readonly unknown[], name: string): ShapedInput {
  const shape = nestedShape(input);
  const numbers = (): undefined => undefined;
  const flat = (): readonly unknown[] => {
    if (shape.length === 1) return input;
    const elements: unknown[] = [];
    collectElements(input, name, shape, elements);
    return elements;
  };
  const rows = (): CheckedSamples => {
    // Rows of numbers are read without copying them into one list first.
    if (shape.length < 3 && !startsWithBoolean(input)) return readSamples(input, name);
    const elements = flat().map((element) => (typeof element === 'boolean' ? Number(element) : element));
    const { data, n } = readSamples(elements, name);
    if (shape.length === 1) return { data, n, d: 1 };
    const [rowCount, d] = rowShape(shape);
    return { data, n: rowCount, d };
  };
  return { shape, flat: flat as () => Labels, numbers, rows };
}

function startsWithBoolean([first]: readonly unknown[]): boolean {
  return typeof (Array.isArray(first) ? (first as readonly unknown[])[0] : first) === 'boolean';
}

function nestedShape(input: readonly unknown[]): readonly number[] {
  const shape = [input.length];
  let [first] = input;
  while (Array.isArray(first) || isTypedArray(first)) {
    shape.push(first.length);
    [first] = first as readonly unknown[];
  }
  return shape;
}

function collectElements(value: unknown, place: string, [size, ...inner]: readonly number[], into: unknown[]): void {
  const row = readRow(value, place, 'elements', size);
  for (let i = 0; i < row.length; i++) {
    if (inner.length === 0) into.push(row[i]);
    else collectElements(row[i], `${place}[${i}]`, inner, into);
  }
}
