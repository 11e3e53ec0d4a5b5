import { MetricInputError } from './metricInputError.ts';

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

/** @throws {@link MetricInputError} when the elements can't be read, as those of a disposed tensor. */
export function readElements(tensor: TensorLike, name: string): ReturnType<TensorLike['dataSync']> {
  try {
    return tensor.dataSync();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MetricInputError(`${name}: the tensor could not be read (${reason})`, { cause });
  }
}
