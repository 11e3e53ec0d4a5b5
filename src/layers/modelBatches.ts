import * as tf from '@tensorflow/tfjs-core';
import { inputError, MetricInputError } from '../inputs/metricInputError.ts';

/** Inputs or outputs of a model: a tensor, or several in a list or a record. */
export type ModelTensors = tf.Tensor | readonly tf.Tensor[] | Readonly<Record<string, tf.Tensor>>;

/** One batch: model inputs and true values. */
export type ModelBatch =
  | {
      /** Model inputs. */
      readonly xs: ModelTensors;
      /** True values. */
      readonly ys: ModelTensors;
    }
  | readonly [xs: ModelTensors, ys: ModelTensors, ...more: unknown[]];

/** Dataset of tf.data. The tensors of each batch are disposed of after use. */
export interface BatchedDataset {
  /** Returns an iterator from the first batch. */
  iterator(): Promise<{
    /** Returns the next batch. */
    next(): Promise<IteratorResult<unknown, unknown>>;
  }>;
}

/** Batches to evaluate a model on: a tf.data dataset, or any (async) iterable, whose tensors the caller disposes of. */
export type ModelBatches = BatchedDataset | Iterable<ModelBatch> | AsyncIterable<ModelBatch>;

/** Batch that is disposed of after use if this module created it. */
export interface OpenBatch {
  readonly xs: ModelTensors;
  readonly ys: ModelTensors;
}

/** Returns whether a value is a dataset or an (async) iterable. */
export function isIterated(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return 'iterator' in value || Symbol.iterator in value || Symbol.asyncIterator in value;
}

/** Yields the batches. The tensors of a tf.data dataset are disposed of when the next batch is requested. */
export async function* openBatches(batches: ModelBatches): AsyncGenerator<OpenBatch> {
  if ('iterator' in batches) {
    const iterator = await batches.iterator();
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      try {
        yield openBatch(next.value);
      } finally {
        tf.dispose(next.value as tf.TensorContainer);
      }
    }
    return;
  }
  for await (const batch of batches) yield openBatch(batch);
}

/** Yields slices of `batchSize` rows. Each is disposed of when the next one is requested. */
export function* slicedBatches(xs: ModelTensors, ys: ModelTensors, batchSize: number): Generator<OpenBatch> {
  const rows = tensorsIn(xs)[0]?.shape[0] ?? 0;
  for (let start = 0; start < rows; start += batchSize) {
    const size = Math.min(batchSize, rows - start);
    const cut = (tensor: tf.Tensor): tf.Tensor =>
      tf.slice(tensor, [start, ...tensor.shape.slice(1).map(() => 0)], [size, ...tensor.shape.slice(1)]);
    const batch = { xs: mapTensors(xs, cut), ys: mapTensors(ys, cut) };
    try {
      yield batch;
    } finally {
      tf.dispose([...tensorsIn(batch.xs), ...tensorsIn(batch.ys)]);
    }
  }
}

/** @throws {@link MetricInputError} unless all values are tensors with the same number of rows. */
export function requireEqualRows(owner: string, xs: ModelTensors, ys: ModelTensors): void {
  let rows: number | undefined;
  for (const [name, tensors] of Object.entries({ xs, ys })) {
    for (const tensor of tensorsIn((tensors as ModelTensors | null) ?? [])) {
      if (!(tensor instanceof tf.Tensor)) {
        throw inputError(`${owner}: ${name}`, 'tensors', tensor);
      }
      const own = tensor.shape[0];
      if (own === undefined || own !== (rows ??= own)) {
        throw new MetricInputError(
          `${owner}: ${name}: expected ${rows ?? 'a tensor of'} rows, got shape [${tensor.shape.join(', ')}]`,
        );
      }
    }
  }
}

/** Returns the tensors in model inputs or outputs. */
export function tensorsIn(tensors: ModelTensors): tf.Tensor[] {
  return tensors instanceof tf.Tensor ? [tensors] : Object.values(tensors);
}

function mapTensors(tensors: ModelTensors, map: (tensor: tf.Tensor) => tf.Tensor): ModelTensors {
  if (tensors instanceof tf.Tensor) return map(tensors);
  if (Array.isArray(tensors)) return (tensors as tf.Tensor[]).map(map);
  return Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [name, map(tensor)]));
}

function openBatch(batch: unknown): OpenBatch {
  const { xs, ys } = (
    Array.isArray(batch) ? { xs: batch[0] as unknown, ys: batch[1] as unknown } : (batch ?? {})
  ) as Partial<OpenBatch>;
  if (xs !== undefined && ys !== undefined) return { xs, ys };
  throw inputError('dataset', 'batches { xs, ys } or [xs, ys]', batch);
}
