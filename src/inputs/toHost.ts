import { MetricInputError } from './metricInputError.ts';
import { isPlainObject } from './isPlainObject.ts';
import { isTensorLike, type TensorLike } from './tensorLike.ts';

/**
 * Returns the inputs with every tensor, also in options and in objects by task, replaced by a copy of its elements,
 * which is read without blocking. Backends like WebGPU require this.
 */
export async function toHost<Inputs extends readonly unknown[]>(inputs: Inputs): Promise<Inputs> {
  return (await Promise.all(inputs.map(valueToHost))) as unknown as Inputs;
}

async function valueToHost(value: unknown): Promise<unknown> {
  if (isTensorLike(value)) return tensorToHost(value);
  if (!isPlainObject(value)) return value;
  const entries = Object.entries(value).map(async ([key, item]) => [key, await valueToHost(item)]);
  return Object.fromEntries(await Promise.all(entries)) as unknown;
}

async function tensorToHost(tensor: TensorLike): Promise<TensorLike> {
  const { dtype, shape } = tensor;
  try {
    const values = await tensor.data();
    return { dtype, shape, dataSync: () => values, data: () => Promise.resolve(values) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MetricInputError(`inputs: expected readable tensors, got an error (${reason})`, { cause });
  }
}
