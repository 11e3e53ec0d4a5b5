import { describeValue } from './describeValue.ts';
import type { NumericTypedArray } from './flatValues.ts';
import { MetricInputError } from './metricInputError.ts';
import { isTensorLike, readElements, unrealContents, type TensorLike } from './tensorLike.ts';

/** Values in one flat array, row after row. */
export interface FlatSamples {
  /** The values, `n × d` of them. */
  readonly data: Float64Array | Float32Array;
  /** How many samples there are, and how many values each of them has. */
  readonly shape: readonly [n: number, d: number];
}

/**
 * Samples of d continuous values each: a tensor `[N, d]`, an array of N rows, or a flat array with its
 * shape. One-dimensional input is N samples of one value.
 */
export type Samples =
  | TensorLike
  | NumericTypedArray
  | readonly number[]
  | readonly (readonly number[] | NumericTypedArray)[]
  | FlatSamples;

/** Samples that have been checked: `n` rows of `d` finite values. */
export interface CheckedSamples {
  /** The values, row after row. */
  readonly data: Float64Array | Float32Array;
  /** How many samples there are. */
  readonly n: number;
  /** How many values each of them has. */
  readonly d: number;
}

/**
 * Checks every value; float arrays are read in place.
 *
 * @throws {@link MetricInputError} with the row and column of the first value that is no finite number,
 * or when rows differ in length.
 */
export function checkSamples(input: unknown, name: string): CheckedSamples {
  const samples = readSamples(input, name);
  const { data, d } = samples;
  if (Number.isFinite(sumOf(data))) return samples;
  for (let k = 0; k < data.length; k++) {
    if (Number.isFinite(data[k])) continue;
    const place = `row ${Math.floor(k / d)}, column ${k % d}`;
    throw new MetricInputError(`${name}: ${place} is ${data[k]}: expected a finite number`);
  }
  return samples;
}

/** The sum of all values, in no special order: if it is finite then so are they. */
function sumOf(data: Float64Array | Float32Array): number {
  // Four places at once: what is far apart in memory is fetched at the same time.
  const quarter = Math.floor(data.length / 4);
  let [a, b, c, e] = [0, 0, 0, 0];
  for (let k = 0; k < quarter; k++) {
    a += data[k]!;
    b += data[k + quarter]!;
    c += data[k + 2 * quarter]!;
    e += data[k + 3 * quarter]!;
  }
  for (let k = 4 * quarter; k < data.length; k++) a += data[k]!;
  return a + b + (c + e);
}

/** The values as they came, none of them looked at. */
export function readSamples(input: unknown, name: string): CheckedSamples {
  if (isTensorLike(input)) return readTensor(input, name);
  if (ArrayBuffer.isView(input) && !(input instanceof DataView)) {
    return { data: toFloats(input, name), n: (input as NumericTypedArray).length, d: 1 };
  }
  if (Array.isArray(input)) return readArray(input, name);
  if (isFlat(input)) return readFlat(input, name);
  throw new MetricInputError(
    `${name}: expected a tensor, an array of rows or { data, shape: [n, d] }, got ${describeValue(input)}`,
  );
}

function readTensor(tensor: TensorLike, name: string): CheckedSamples {
  const { shape } = tensor;
  const contents = unrealContents(tensor);
  if (shape.length > 2 || contents !== undefined) {
    const what = contents ?? `the shape [${shape.join(', ')}]`;
    throw new MetricInputError(
      `${name}: expected a tensor of real numbers of the shape [n, d], got ${what}`,
    );
  }
  const [n = 1, d = 1] = shape;
  return { data: toFloats(readElements(tensor, name), name), n, d };
}

function isFlat(input: unknown): input is FlatSamples {
  return typeof input === 'object' && input !== null && 'data' in input && 'shape' in input;
}

function readFlat({ data, shape }: FlatSamples, name: string): CheckedSamples {
  if (!(data instanceof Float64Array || data instanceof Float32Array)) {
    throw new MetricInputError(
      `${name}.data: expected a Float64Array or Float32Array, got ${describeValue(data)}`,
    );
  }
  const isShape =
    Array.isArray(shape) &&
    shape.length === 2 &&
    shape.every((size: unknown) => Number.isSafeInteger(size) && (size as number) >= 0);
  if (!isShape || shape[0] * shape[1] !== data.length) {
    throw new MetricInputError(
      `${name}.shape: expected [n, d] with n · d = ${data.length}, the length of data, got ` +
        (Array.isArray(shape) ? `[${shape.join(', ')}]` : describeValue(shape)),
    );
  }
  return { data, n: shape[0], d: shape[1] };
}

function readArray(rows: readonly unknown[], name: string): CheckedSamples {
  const isNested = rows.length > 0 && typeof rows[0] === 'object' && rows[0] !== null;
  const d = isNested ? (rows[0] as ArrayLike<unknown>).length : 1;
  const data = new Float64Array(rows.length * d);
  for (let i = 0; i < rows.length; i++) {
    const row = isNested ? rows[i] : [rows[i]];
    if ((row as ArrayLike<unknown> | null)?.length !== d || typeof row === 'string') {
      throw new MetricInputError(
        `${name}[${i}] is ${describeValue(row)}: expected a row of ${d} values as in ${name}[0]`,
      );
    }
    for (let j = 0; j < d; j++) {
      const value = (row as ArrayLike<unknown>)[j];
      if (typeof value !== 'number') {
        const place = isNested ? `${name}[${i}][${j}]` : `${name}[${i}]`;
        throw new MetricInputError(`${place} is ${describeValue(value)}: expected a finite number`);
      }
      data[i * d + j] = value;
    }
  }
  return { data, n: rows.length, d };
}

function toFloats(values: unknown, name: string): Float64Array | Float32Array {
  if (values instanceof Float64Array || values instanceof Float32Array) return values;
  if (values instanceof BigInt64Array || values instanceof BigUint64Array) {
    throw new MetricInputError(`${name}: expected numbers, got ${describeValue(values)}`);
  }
  return Float64Array.from(values as ArrayLike<number>);
}
