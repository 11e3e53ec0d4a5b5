import { withoutScratchMemory } from '../numeric/withScratchMemory.ts';
import { describeValue } from './describeValue.ts';
import { inputError, MetricInputError } from './metricInputError.ts';
import { isBigIntArray, isTypedArray, tagOf, type BigIntTypedArray, type NumericTypedArray } from './isTypedArray.ts';

/**
 * Tensor that can be read. Every `tf.Tensor` has this interface, so this package reads tensors without loading
 * TensorFlow.js.
 */
export interface TensorLike {
  /** Element type: `'float32'`, `'int32'`, `'bool'` or `'string'`. */
  readonly dtype: string;
  /** Size of each dimension. */
  readonly shape: readonly number[];
  /** Reads the elements synchronously. Slow on WebGPU. */
  dataSync(): ArrayLike<number> | ArrayLike<string>;
  /** Reads the elements without blocking. */
  data(): Promise<ArrayLike<number> | ArrayLike<string>>;
}

/** Returns whether a value is a {@link TensorLike}. */
export function isTensorLike(value: unknown): value is TensorLike {
  const candidate = value as Partial<TensorLike> | null;
  return (
    typeof candidate === 'object' &&
    candidate !== null &&
    typeof candidate.dataSync === 'function' &&
    typeof candidate.dtype === 'string' &&
    Array.isArray(candidate.shape)
  );
}

/**
 * Tensor of onnxruntime or transformers.js: elements in one flat array in row-major order, with the size of each
 * dimension as `dims` or `shape`.
 */
export type TensorData = {
  /** Elements, row after row. 64-bit integers must be between -2^53 and 2^53 where they are values or weights. */
  readonly data: NumericTypedArray | BigIntTypedArray | readonly string[];
  /** Element type, such as `'float32'`, `'int64'`, `'bool'` or `'string'`. */
  readonly type?: string | undefined;
} & (
  | {
      /** Size of each dimension. */
      readonly dims: readonly number[];
    }
  | {
      /** Size of each dimension. */
      readonly shape: readonly number[];
    }
);

/**
 * Returns a tensor of any of these libraries as a {@link TensorLike}; undefined for other values.
 *
 * @throws {@link MetricInputError} if its elements cannot be read, for example because the tensor is disposed, or its
 * sizes are invalid.
 */
export function asTensorLike(value: unknown, name: string): TensorLike | undefined {
  if (isTensorLike(value)) return value;
  if (typeof value !== 'object' || value === null || !('data' in value)) return undefined;
  const sizes = 'shape' in value ? 'shape' : 'dims';
  if (!(sizes in value)) return undefined;
  const { type, [sizes]: shape } = value as Record<string, unknown>;
  const data = readSafely(() => value.data, name);
  if (!isTypedArray(data) && !isTexts(data)) {
    throw inputError(`${name}.data`, 'a Float64Array, another typed array or an array of strings', data);
  }
  if (typeof type === 'string' && isPacked(type, data)) {
    throw new MetricInputError(`${name}: expected a tensor of numbers, got one of ${type}; cast it to float32`);
  }
  if (!isShape(shape, data.length)) {
    throw new MetricInputError(
      `${name}.${sizes}: expected [n, d] with n · d = ${data.length}, the length of data, or other sizes of this product, got ` +
        (Array.isArray(shape) ? `[${shape.map(describeValue).join(', ')}]` : describeValue(shape)),
    );
  }
  const elements = data as ArrayLike<number>;
  const dtype = typeof type === 'string' ? type : typeof data[0] === 'string' ? 'string' : 'float32';
  return { dtype, shape, dataSync: () => elements, data: () => Promise.resolve(elements) };
}

function isTexts(data: unknown): data is readonly string[] {
  return Array.isArray(data) && data.every((element) => typeof element === 'string');
}

/** Returns whether elements are encoded as bit patterns rather than numbers. */
function isPacked(type: string, data: ArrayLike<unknown>): boolean {
  return type.endsWith('int4') || (type.endsWith('float16') && !(Symbol.toStringTag in data && isFloat16(data)));
}

function isFloat16(data: object): boolean {
  return (data as Int16Array)[Symbol.toStringTag] === ('Float16Array' as string);
}

function isShape(shape: unknown, length: number): shape is readonly number[] {
  if (!Array.isArray(shape) || !shape.every((size) => Number.isSafeInteger(size) && size >= 0)) return false;
  return (shape as number[]).reduce((product, size) => product * size, 1) === length;
}

const UNREAL: Readonly<Record<string, string>> = {
  string: 'strings',
  complex64: 'complex numbers',
};

/** Describes the contents of a tensor that does not hold real numbers; undefined for real numbers. */
export function unrealContents({ dtype }: Pick<TensorLike, 'dtype'>): string | undefined {
  return UNREAL[dtype];
}

/**
 * Returns the elements of a tensor. Those of a boolean tensor are converted to 0 and 1.
 *
 * @throws {@link MetricInputError} if the elements cannot be read, for example because the tensor is disposed.
 */
export function readElements(tensor: TensorLike, name: string): ReturnType<TensorLike['dataSync']> {
  const elements = readSafely(() => tensor.dataSync(), name);
  return tensor.dtype === 'bool' ? zerosAndOnes(elements as ArrayLike<number>) : elements;
}

/**
 * Returns the elements of a tensor like {@link readElements}, with 64-bit integers converted to float64.
 *
 * @throws {@link MetricInputError} if the elements cannot be read, or a 64-bit integer is not a safe integer.
 */
export function readNumbers(tensor: TensorLike, name: string): ReturnType<TensorLike['dataSync']> {
  const elements = readElements(tensor, name);
  if (!isBigIntArray(elements)) return elements;
  return Float64Array.from(elements as ArrayLike<unknown> as ArrayLike<bigint>, (integer, k) => {
    const value = Number(integer);
    if (Number.isSafeInteger(value)) return value;
    throw new MetricInputError(
      `${name}.data[${k}]: expected an integer between -2^53 and 2^53, got ${integer}n; cast the tensor to float32`,
    );
  });
}

/**
 * Converts booleans to 0 and 1. TensorFlow.js keeps the typed array that a boolean tensor was created from, where any
 * nonzero number is true.
 */
function zerosAndOnes(elements: ArrayLike<number>): Uint8Array {
  if (isTypedArray(elements) && tagOf(elements) === 'Uint8Array') {
    const bytes = elements as Uint8Array;
    let bitsInUse = 0;
    for (let k = 0; k < bytes.length; k++) bitsInUse |= bytes[k]!;
    if (bitsInUse <= 1) return bytes;
  }
  const bits = new Uint8Array(elements.length);
  for (let k = 0; k < bits.length; k++) bits[k] = Number(Number(elements[k]) !== 0);
  return bits;
}

function readSafely<Elements>(read: () => Elements, name: string): Elements {
  try {
    // The code of another library may store what it reads.
    return withoutScratchMemory(read);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MetricInputError(`${name}: expected a readable tensor, got an error (${reason})`, { cause });
  }
}
