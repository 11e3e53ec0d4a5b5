import { describeValue } from './describeValue.ts';
import { MetricInputError } from './metricInputError.ts';
import { asTensorLike, readElements, type TensorLike } from './tensorLike.ts';
import { isTypedArray, type BigIntTypedArray, type NumericTypedArray } from './isTypedArray.ts';

/** The elements of a one-dimensional input, and the element type where a tensor declared one. */
export interface FlatValues {
  readonly values: NumericTypedArray | BigIntTypedArray | readonly unknown[];
  readonly dtype?: string;
}

/**
 * Returns the elements of a 1-D input, neither copied nor checked.
 *
 * @param what - what the elements are, in messages.
 * @throws {@link MetricInputError} if the input is not an array, or a tensor of more than one dimension.
 */
export function flatValues(input: unknown, name: string, what: 'labels' | 'weights' | 'values' = 'labels'): FlatValues {
  if (Array.isArray(input)) return { values: input as readonly unknown[] };
  if (isTypedArray(input)) return { values: input };
  const tensor = asTensorLike(input, name);
  if (tensor) {
    requireOneDimension(tensor, name, what);
    const { dtype } = tensor;
    if (dtype.startsWith('complex')) {
      throw new MetricInputError(`${name}: expected real values, got a tensor of ${dtype}`);
    }
    return { values: readElements(tensor, name) as FlatValues['values'], dtype };
  }
  throw new MetricInputError(`${name}: expected a tensor, a typed array or an array, got ${describeValue(input)}`);
}

function requireOneDimension({ shape }: TensorLike, name: string, what: string): void {
  if (shape.filter((size) => size !== 1).length <= 1) return;
  const advice = what === 'labels' ? '; take argMax of the scores first' : '';
  throw new MetricInputError(`${name}: expected 1-D ${what}, got shape [${shape.join(', ')}]${advice}`);
}

/** Whether an input that was found good holds no elements. */
export function isEmpty(input: unknown): boolean {
  const length = (input as ArrayLike<unknown>).length as number | undefined;
  return length === undefined ? asTensorLike(input, 'input')!.shape.includes(0) : length === 0;
}
