import { magnitudeOf } from '../numeric/kernels/magnitudeOf.ts';
import { inputError, MetricInputError } from './metricInputError.ts';
import { readRow } from './readRow.ts';
import { samplePlace } from './samplePlace.ts';
import { asTensorLike, readNumbers, unrealContents, type TensorData, type TensorLike } from './tensorLike.ts';
import { isTypedArray, type NumericTypedArray } from './isTypedArray.ts';
import { toFloats } from './toFloats.ts';

/** Samples in one flat array, in row-major order. */
export interface FlatSamples {
  /** Values, `n × d` of them. */
  readonly data: Float64Array | Float32Array;
  /** Number of samples, and number of values per sample. */
  readonly shape: readonly [n: number, d: number];
}

/**
 * N samples of d continuous values: a tensor `[N, d]`, an array of N rows, or a flat array with its shape.
 * One-dimensional input is N samples of one value.
 */
export type Samples =
  | TensorLike
  | NumericTypedArray
  | readonly number[]
  | readonly (readonly number[] | NumericTypedArray)[]
  | FlatSamples
  | TensorData;

/** Checked samples: `n` rows of `d` finite values. */
export interface CheckedSamples {
  /** Values in row-major order. */
  readonly data: Float64Array | Float32Array;
  /** Number of samples. */
  readonly n: number;
  /** Number of values per sample. */
  readonly d: number;
  /** True if the input has one dimension. */
  readonly isOneDimensional?: boolean;
  /** Sum of the absolute values, if known. */
  readonly magnitude?: number;
}

/** Returns checked samples as an input. */
export function flatSamples({ data, n, d }: CheckedSamples): FlatSamples {
  return { data, shape: [n, d] };
}

/**
 * Checks every value. Float arrays are read in place.
 *
 * @throws {@link MetricInputError} with the place of the first value that is not finite, or if rows differ in length.
 */
export function checkSamples(input: unknown, name: string): CheckedSamples {
  return requireFiniteSamples(readSamples(input, name), name);
}

/**
 * Returns samples with the sum of their absolute values.
 *
 * @throws {@link MetricInputError} with the place of the first value that is not finite.
 */
export function requireFiniteSamples(samples: CheckedSamples, name: string): CheckedSamples {
  const { data } = samples;
  const magnitude = magnitudeOf(data);
  if (Number.isFinite(magnitude)) return { ...samples, magnitude };
  for (let k = 0; k < data.length; k++) {
    if (Number.isFinite(data[k])) continue;
    throw inputError(samplePlace(name, k, samples), 'a finite number', data[k]);
  }
  return samples;
}

/**
 * Returns the values, which may be NaN or infinite.
 *
 * @throws {@link MetricInputError} if the input is not samples, or its rows are empty or differ in length.
 */
export function readSamples(input: unknown, name: string): CheckedSamples {
  const samples = readRows(input, name);
  if (samples.d > 0 || samples.n === 0) return samples;
  throw new MetricInputError(`${name}: expected at least one value in each row, got none`);
}

function readRows(input: unknown, name: string): CheckedSamples {
  if (isTypedArray(input)) return oneDimension(input, name);
  if (Array.isArray(input)) return readArray(input, name);
  const tensor = asTensorLike(input, name);
  if (tensor) return readTensor(tensor, name);
  throw inputError(name, 'a tensor, an array of rows or { data, shape: [n, d] }', input);
}

function oneDimension(values: ArrayLike<unknown>, name: string): CheckedSamples {
  return { data: toFloats(values, name), n: values.length, d: 1, isOneDimensional: true };
}

function readTensor(tensor: TensorLike, name: string): CheckedSamples {
  const { shape } = tensor;
  const contents = unrealContents(tensor);
  if (shape.length > 2 || contents !== undefined) {
    const what = contents ?? `shape [${shape.join(', ')}]`;
    throw new MetricInputError(`${name}: expected a tensor of real numbers of shape [n, d], got ${what}`);
  }
  const [n = 1, d = 1] = shape;
  return { data: toFloats(readNumbers(tensor, name), name), n, d, isOneDimensional: shape.length < 2 };
}

function readArray(rows: readonly unknown[], name: string): CheckedSamples {
  if (typeof rows[0] !== 'object' || rows[0] === null) return oneDimension(rows, name);
  const d = readRow(rows[0], `${name}[0]`, 'numbers').length;
  const data = new Float64Array(rows.length * d);
  for (let i = 0; i < rows.length; i++) {
    const row = readRow(rows[i], `${name}[${i}]`, 'numbers', d);
    for (let j = 0; j < d; j++) {
      const value = row[j];
      if (typeof value !== 'number') {
        throw inputError(`${name}[${i}][${j}]`, 'a finite number', value);
      }
      data[i * d + j] = value;
    }
  }
  return { data, n: rows.length, d };
}
