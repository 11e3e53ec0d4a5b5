import * as tf from '@tensorflow/tfjs-core';
import { describeGiven, isNumericTensor } from '../functional/information/soft/isNumericTensor.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import type { PairSource, SamplePairs } from './pairSource.ts';

/** Minimum number of samples from which the mean and standard deviation of each column are estimated. */
const SAMPLES_FOR_SCALE = 1024;

/** Draws a new batch of sample pairs, `[batchSize, d]` each, on every call. */
export type DrawSamples = (
  batchSize: number,
) => readonly [x: tf.Tensor2D, y: tf.Tensor2D] | Promise<readonly [x: tf.Tensor2D, y: tf.Tensor2D]>;

/** Options for {@link drawnPairs}. */
interface DrawnOptions {
  readonly batchSize: number;
  readonly evaluationBatches: number;
  readonly standardize: boolean;
}

/** Returns a source that draws every batch on demand; evaluation batches are new samples too. */
export async function drawnPairs(
  sample: DrawSamples,
  { batchSize, evaluationBatches, standardize }: DrawnOptions,
): Promise<PairSource> {
  const { sizes, scales } = await sizesAndScales(sample, batchSize, standardize);
  const next = async (): Promise<SamplePairs> => {
    const drawn = await draw(sample, batchSize, sizes);
    if (scales === undefined) return drawn;
    const scaled = drawn.map((rows, v) => standardizeRows(rows, scales[v]!));
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

function standardizeRows(rows: tf.Tensor2D, { mean, deviation }: Scale): tf.Tensor2D {
  return tf.tidy(() => tf.div(tf.sub(rows, mean), deviation));
}

/** Returns the sample sizes of the first batch and, to standardize, the scales of the first batches. */
async function sizesAndScales(
  sample: DrawSamples,
  batchSize: number,
  standardize: boolean,
): Promise<{ sizes: Sizes; scales: Scale[] | undefined }> {
  const drawn: SamplePairs[] = [];
  try {
    const [x, y] = await draw(sample, batchSize);
    drawn.push([x, y]);
    const sizes = [x.shape[1], y.shape[1]] as const;
    if (!standardize) return { sizes, scales: undefined };
    while (drawn.length * batchSize < SAMPLES_FOR_SCALE) {
      drawn.push(await draw(sample, batchSize, sizes));
    }
    return { sizes, scales: [0, 1].map((v) => scaleOf(drawn.map((pair) => pair[v]!))) };
  } finally {
    tf.dispose(drawn.flat());
  }
}

type Sizes = PairSource['sizes'];

/** Draws and checks one batch; an invalid batch is disposed of. */
async function draw(sample: DrawSamples, batchSize: number, sizes?: Sizes): Promise<SamplePairs> {
  const drawn: unknown = await sample(batchSize);
  const isRows = (rows: unknown, v: number): boolean =>
    isNumericTensor(rows) &&
    rows.rank === 2 &&
    rows.shape[0] === batchSize &&
    (sizes ? rows.shape[1] === sizes[v] : rows.shape[1]! > 0);
  if (Array.isArray(drawn) && drawn.length === 2 && drawn.every(isRows)) {
    return drawn as unknown as SamplePairs;
  }
  const got = (Array.isArray(drawn) ? drawn : [drawn]).map(describeGiven).join(' and ');
  tf.dispose(drawn as tf.TensorContainer);
  const widths = sizes ?? ['d', 'd'];
  throw new MetricInputError(
    'trainCritic: option "sample": expected it to return two new tensors on each call, of shapes ' +
      `${widths.map((width) => `[${batchSize}, ${width}]`).join(' and ')}, got ${got}`,
  );
}
