import { inputError, MetricInputError } from './metricInputError.ts';
import { asTensorLike, readElements, readNumbers, type TensorLike } from './tensorLike.ts';
import { isTypedArray, plainArray, type BigIntTypedArray, type NumericTypedArray } from './isTypedArray.ts';

/** Elements of a one-dimensional input, and their element type if the input is a tensor. */
interface FlatValues {
  readonly values: NumericTypedArray | BigIntTypedArray | readonly unknown[];
  readonly dtype?: string;
}

/**
 * Returns the elements of a 1-D input, without copying or checking them.
 *
 * @param what - plural noun for the elements in error messages.
 * @throws {@link MetricInputError} if the input is neither an array nor a tensor that squeezes to one dimension.
 */
export function flatValues(input: unknown, name: string, what: 'labels' | 'weights' | 'values' = 'labels'): FlatValues {
  if (Array.isArray(input)) return { values: input as readonly unknown[] };
  if (isTypedArray(input)) return { values: plainArray(input) };
  const tensor = asTensorLike(input, name);
  if (tensor) {
    requireOneDimension(tensor, name, what);
    const { dtype } = tensor;
    if (dtype.startsWith('complex')) {
      throw new MetricInputError(`${name}: expected real values, got a tensor of ${dtype}`);
    }
    const read = what === 'labels' ? readElements : readNumbers;
    return { values: read(tensor, name) as FlatValues['values'], dtype };
  }
  throw inputError(name, 'a tensor, a typed array or an array', input);
}

function requireOneDimension({ shape }: TensorLike, name: string, what: string): void {
  if (shape.filter((size) => size !== 1).length <= 1) return;
  const advice = what === 'labels' ? adviceOnScores(name) : undefined;
  const fix = advice === undefined ? '' : `; ${advice}`;
  throw new MetricInputError(`${name}: expected 1-D ${what}, got shape [${shape.join(', ')}]${fix}`);
}

/** Returns how to fix labels that are not 1-D. Only predictions can be scores of classes. */
export function adviceOnScores(name: string): string | undefined {
  return name === 'preds' ? 'take argMax of the scores first' : undefined;
}

/** Returns whether a valid input is empty. */
export function isEmpty(input: unknown): boolean {
  const length = (input as ArrayLike<unknown>).length as number | undefined;
  return length === undefined ? asTensorLike(input, 'input')!.shape.includes(0) : length === 0;
}
