import * as tf from '@tensorflow/tfjs-core';
import { describeValue } from '../inputs/describeValue.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import type { PairSource, SamplePairs } from './pairSource.ts';

/** The scale of each column is read from so many samples at least. */
const SAMPLES_FOR_SCALE = 1024;

/** Makes samples that belong together, `[batchSize, d]` each, other ones each time. */
export type DrawSamples = (
  batchSize: number,
) => readonly [x: tf.Tensor2D, y: tf.Tensor2D] | Promise<readonly [x: tf.Tensor2D, y: tf.Tensor2D]>;

/** How samples are drawn. */
export interface DrawnOptions {
  readonly batchSize: number;
  readonly evaluationBatches: number;
  readonly standardize: boolean;
}

/** Batches that are made when they are needed: those to evaluate on are new ones too. */
export async function drawnPairs(
  sample: DrawSamples,
  { batchSize, evaluationBatches, standardize }: DrawnOptions,
): Promise<PairSource> {
  const draw = async (): Promise<SamplePairs> => checkPairs(await sample(batchSize), batchSize);
  const batches = standardize ? Math.ceil(SAMPLES_FOR_SCALE / batchSize) : 1;
  const first: SamplePairs[] = [];
  for (let k = 0; k < batches; k++) first.push(await draw());
  const sizes = [first[0]![0].shape[1], first[0]![1].shape[1]] as const;
  const scales = standardize
    ? [scaleOf(first.map(([x]) => x)), scaleOf(first.map(([, y]) => y))]
    : undefined;
  tf.dispose(first.flat());
  const next = async (): Promise<SamplePairs> => {
    const drawn = await draw();
    if (scales === undefined) return drawn;
    const scaled = drawn.map((rows, v) => atScale(rows, scales[v]!));
    tf.dispose([...drawn]);
    return scaled as unknown as SamplePairs;
  };
  return {
    sizes,
    forTraining: next,
    *forEvaluation() {
      for (let k = 0; k < evaluationBatches; k++) yield next();
    },
    dispose: () => {
      tf.dispose((scales ?? []).flatMap(({ mean, deviation }) => [mean, deviation]));
    },
  };
}

interface Scale {
  readonly mean: tf.Tensor;
  readonly deviation: tf.Tensor;
}

function scaleOf(batches: readonly tf.Tensor2D[]): Scale {
  return tf.tidy(() => {
    const { mean, variance } = tf.moments(tf.concat([...batches]), 0);
    const deviation = tf.where(tf.greater(variance, 0), tf.sqrt(variance), tf.onesLike(variance));
    return { mean, deviation };
  });
}

function atScale(rows: tf.Tensor2D, { mean, deviation }: Scale): tf.Tensor2D {
  return tf.tidy(() => tf.div(tf.sub(rows, mean), deviation));
}

function checkPairs(drawn: unknown, batchSize: number): SamplePairs {
  const isRows = (value: unknown): boolean => {
    const shape = (value as Partial<tf.Tensor> | null | undefined)?.shape;
    return shape?.length === 2 && shape[0] === batchSize && shape[1]! > 0;
  };
  if (Array.isArray(drawn) && drawn.length === 2 && drawn.every(isRows)) {
    return drawn as unknown as SamplePairs;
  }
  const came = Array.isArray(drawn)
    ? drawn.map((value) => (value instanceof tf.Tensor ? `[${value.shape.join(', ')}]` : describeValue(value))).join(' and ') // prettier-ignore
    : describeValue(drawn);
  throw new MetricInputError(
    `estimateMutualInfo: option "sample": expected two tensors of the shape [${batchSize}, d] from it, got ${came}`,
  );
}
