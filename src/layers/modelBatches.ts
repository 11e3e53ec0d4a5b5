import * as tf from '@tensorflow/tfjs-core';
import { describeValue } from '../inputs/describeValue.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';

/** What goes into a model or comes out of it: a tensor, or several in a list or under names. */
export type ModelTensors = tf.Tensor | readonly tf.Tensor[] | Readonly<Record<string, tf.Tensor>>;

/** One batch: what goes into the model, and what is true of it. */
export type ModelBatch =
  | {
      /** What goes into the model. */
      readonly xs: ModelTensors;
      /** What is true of it. */
      readonly ys: ModelTensors;
    }
  | readonly [xs: ModelTensors, ys: ModelTensors, ...more: unknown[]];

/** A dataset as tf.data makes it; its tensors are freed when they have been used. */
export interface BatchedDataset {
  /** Starts anew. */
  iterator(): Promise<{
    /** The next batch, or the end. */
    next(): Promise<IteratorResult<unknown, unknown>>;
  }>;
}

/**
 * What a model is evaluated on, batch by batch: a dataset of tf.data, or anything that can be iterated
 * over, whose tensors stay the caller's.
 */
export type ModelBatches = BatchedDataset | Iterable<ModelBatch> | AsyncIterable<ModelBatch>;

/** A batch that is used and then done with. */
export interface OpenBatch {
  readonly xs: ModelTensors;
  readonly ys: ModelTensors;
}

/** Whether this can be gone through batch by batch. */
export function isIterated(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return 'iterator' in value || Symbol.iterator in value || Symbol.asyncIterator in value;
}

/** The batches one after the other; what has to be freed is freed when the next one is asked for. */
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

/** Batches of so many rows of whole tensors; each is freed when the next one is asked for. */
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

/** @throws {@link MetricInputError} when these are no tensors that all have as many rows. */
export function requireEqualRows(owner: string, xs: ModelTensors, ys: ModelTensors): void {
  let rows: number | undefined;
  for (const [name, tensors] of Object.entries({ xs, ys })) {
    for (const tensor of tensorsIn((tensors as ModelTensors | null) ?? [])) {
      if (!(tensor instanceof tf.Tensor)) {
        throw new MetricInputError(`${owner}: ${name}: expected tensors, got ${describeValue(tensor)}`);
      }
      const own = tensor.shape[0];
      if (own === undefined || own !== (rows ??= own)) {
        throw new MetricInputError(
          `${owner}: ${name} has the shape [${tensor.shape.join(', ')}]: expected ${rows ?? 'some'} rows`,
        );
      }
    }
  }
}

/** The tensors in what goes into a model or comes out of it. */
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
  throw new MetricInputError('expected batches of the form { xs, ys } or [xs, ys]');
}
