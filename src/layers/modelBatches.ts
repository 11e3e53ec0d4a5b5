import * as tf from '@tensorflow/tfjs-core';
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
export function* slicedBatches(
  xs: ModelTensors,
  ys: ModelTensors,
  batchSize: number,
): Generator<OpenBatch> {
  const rows = tensorsIn(xs)[0]?.shape[0] ?? 0;
  for (let start = 0; start < rows; start += batchSize) {
    const size = Math.min(batchSize, rows - start);
    const cut = (tensor: tf.Tensor): tf.Tensor =>
      tf.slice(
        tensor,
        [start, ...tensor.shape.slice(1).map(() => 0)],
        [size, ...tensor.shape.slice(1)],
      );
    const batch = { xs: mapTensors(xs, cut), ys: mapTensors(ys, cut) };
    try {
      yield batch;
    } finally {
      tf.dispose([...tensorsIn(batch.xs), ...tensorsIn(batch.ys)]);
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
