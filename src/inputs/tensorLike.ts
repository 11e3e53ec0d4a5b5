import { MetricInputError } from './metricInputError.ts';
import { isTypedArray } from './isTypedArray.ts';

/**
 * What a label or weight tensor must offer to be read. Every `tf.Tensor` does; naming the shape
 * instead of the class lets this package read tensors without loading TensorFlow.js.
 */
export interface TensorLike {
  /** The element type: `'float32'`, `'int32'`, `'bool'` or `'string'`. */
  readonly dtype: string;
  /** The size of each dimension. */
  readonly shape: readonly number[];
  /** The elements, read at once; slow on WebGPU. */
  dataSync(): ArrayLike<number> | ArrayLike<string>;
  /** The elements, read without blocking. */
  data(): Promise<ArrayLike<number> | ArrayLike<string>>;
}

/** Whether a value can be read as a {@link TensorLike}. */
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

const UNREAL: Readonly<Record<string, string>> = {
  string: 'strings',
  complex64: 'complex numbers',
};

/** What a tensor holds where that is no real numbers. */
export function unrealContents({ dtype }: Pick<TensorLike, 'dtype'>): string | undefined {
  return UNREAL[dtype];
}

/**
 * Returns the elements of a tensor; those of a boolean tensor are 0 and 1.
 *
 * @throws {@link MetricInputError} if the elements can't be read, as those of a disposed tensor.
 */
export function readElements(tensor: TensorLike, name: string): ReturnType<TensorLike['dataSync']> {
  const elements = elementsOf(tensor, name);
  return tensor.dtype === 'bool' ? zerosAndOnes(elements as ArrayLike<number>) : elements;
}

/** TensorFlow.js keeps the typed array that a boolean tensor was made from: any number but 0 is true. */
function zerosAndOnes(elements: ArrayLike<number>): ArrayLike<number> {
  const isBit = (value: number): boolean => value === 0 || value === 1;
  if (isTypedArray(elements) && (elements as Uint8Array).every(isBit)) return elements;
  return Uint8Array.from(elements, (value) => (value === 0 ? 0 : 1));
}

function elementsOf(tensor: TensorLike, name: string): ReturnType<TensorLike['dataSync']> {
  try {
    return tensor.dataSync();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MetricInputError(`${name}: the tensor could not be read (${reason})`, { cause });
  }
}
