import { describeValue } from './describeValue.ts';
import { MetricInputError } from './metricInputError.ts';
import { isTypedArray } from './isTypedArray.ts';
import { asTensorLike, isTensorLike, readElements } from './tensorLike.ts';

/** Input whose samples can be reordered. */
interface Reorderable<Input> {
  /** Number of samples. */
  readonly length: number;
  /** Returns an input of the same form with the samples in this order. */
  readonly inOrder: (order: Int32Array) => Input;
}

/**
 * Reads labels or samples of any form so that they can be reordered. Tensors are read once.
 *
 * @throws {@link MetricInputError} if the input has another form.
 */
export function reorderable<Input>(input: Input, name: string): Reorderable<Input> {
  const rows = rowsOf(input, name);
  return { length: rows.length, inOrder: (order) => rows.inOrder(order) as Input };
}

function rowsOf(input: unknown, name: string): Reorderable<unknown> {
  if (Array.isArray(input)) {
    const { length } = input;
    return { length, inOrder: (order) => Array.from(order, (i) => input[i] as unknown) };
  }
  if (isTypedArray(input)) return elements(input as Float32Array, 1);
  const tensor = asTensorLike(input, name);
  if (tensor) {
    const { dtype, shape } = tensor;
    const width = shape.slice(1).reduce((product, size) => product * size, 1);
    const { length, inOrder } = elements(readElements(tensor, name) as Float32Array, width);
    const tensorOf = (values: Float32Array): object =>
      isTensorLike(input)
        ? { dtype, shape, dataSync: () => values, data: () => Promise.resolve(values) }
        : { data: values, shape, type: dtype };
    return { length, inOrder: (order) => tensorOf(inOrder(order)) };
  }
  throw new MetricInputError(
    `${name}: expected a tensor, an array or { data, shape: [n, d] }, got ${describeValue(input)}`,
  );
}

function elements(values: Float32Array, width: number): Reorderable<Float32Array> {
  const inOrder = (order: Int32Array): Float32Array => {
    const moved = values.slice();
    order.forEach((from, to) => {
      for (let j = 0; j < width; j++) moved[to * width + j] = values[from * width + j]!;
    });
    return moved;
  };
  return { length: values.length / width, inOrder };
}
