import { indices } from '../../numeric/indices.ts';
import * as tf from '@tensorflow/tfjs-core';
import type { CheckedSamples } from '../../inputs/samples.ts';
import { combination } from '../../numeric/linear/combination.ts';
import { dot, orthonormalColumns } from '../../numeric/linear/orthonormalColumns.ts';
import { singularVectors } from '../../numeric/linear/singularVectors.ts';
import { normalScores } from '../../numeric/neighbors/normalScores.ts';
import { mean } from '../../numeric/mean.ts';
import { RandomSource } from '../../numeric/random/randomSource.ts';

/** Samples, one per row. */
interface FlatRows {
  readonly data: Float32Array;
  readonly shape: [n: number, d: number];
}

/** Largest number of principal components. */
const MAX_COMPONENTS = 64;

/** Number of power iterations. After them, the subspace holds nearly as much of the variance as any of its size. */
const ITERATIONS = 4;

/**
 * Returns the principal components of the normal scores of the columns, with the largest variance first: one array of N
 * values for each component, at most 64 of them, and none if all columns are constant.
 *
 * Normal scores are strictly monotone functions of the columns, which change no mutual information. The components depend
 * on one variable alone, so they carry no dependence between the variables from one fold to another. All are scaled by
 * the same factor, so that their mean variance is 1.
 */
export async function principalColumns(samples: CheckedSamples, seed: number): Promise<Float64Array[]> {
  const { n, d } = samples;
  const { data } = normalScores({ n, d, data: Float64Array.from(samples.data) });
  const given = columnsFrom(data, n, d)
    .map(centered)
    .filter((column) => column.some((value) => value !== 0));
  const columns = given.length <= MAX_COMPONENTS ? given : await dominantColumns(given, seed);
  const rows = indices(n);
  const covariance = columns.map((a) => Float64Array.from(columns, (b) => dot(a, b, rows) / n));
  const { left, values } = singularVectors(covariance);
  const scale = 1 / Math.sqrt(mean(values));
  return left.map((direction) =>
    combination(
      columns,
      direction.map((value) => value * scale),
    ),
  );
}

/** Projects the columns on the subspace of the largest variance, which is found by power iteration of a block. */
async function dominantColumns(columns: readonly Float64Array[], seed: number): Promise<Float64Array[]> {
  const [n, d] = [columns[0]!.length, columns.length];
  const random = RandomSource.of(seed);
  const uniform = (): Float64Array => Float64Array.from({ length: d }, () => random.uniform() - 0.5);
  let basis = orthonormalColumns(Array.from({ length: MAX_COMPONENTS }, uniform));
  const rows = tensorOf(columns);
  const transposed = tf.transpose(rows);
  try {
    for (let k = 0; k < ITERATIONS; k++) {
      basis = orthonormalColumns(
        await fromProduct(basis, d, (directions) => tf.matMul(transposed, tf.matMul(rows, directions))),
      );
    }
    return await fromProduct(basis, n, (directions) => tf.matMul(rows, directions));
  } finally {
    tf.dispose([transposed, rows]);
  }
}

/** Returns the columns of a product with a basis, `[length, basis]`. */
async function fromProduct(
  basis: readonly Float64Array[],
  length: number,
  product: (directions: tf.Tensor2D) => tf.Tensor2D,
): Promise<Float64Array[]> {
  const result = tf.tidy(() => product(tensorOf(basis)));
  const values = await result.data();
  result.dispose();
  return columnsFrom(values, length, basis.length);
}

/** Returns columns as samples, one per row. */
export function rowsOf(columns: readonly Float64Array[]): FlatRows {
  const [n, d] = [columns[0]!.length, columns.length];
  const data = new Float32Array(n * d);
  columns.forEach((column, j) => {
    for (let i = 0; i < n; i++) data[i * d + j] = column[i]!;
  });
  return { data, shape: [n, d] };
}

/** Returns columns as a tensor, `[n, columns]`. */
export function tensorOf(columns: readonly Float64Array[]): tf.Tensor2D {
  const { data, shape } = rowsOf(columns);
  return tf.tensor2d(data, shape);
}

function columnsFrom(rows: ArrayLike<number>, n: number, d: number): Float64Array[] {
  return Array.from({ length: d }, (_, j) => Float64Array.from({ length: n }, (__, i) => rows[i * d + j]!));
}

function centered(values: Float64Array): Float64Array {
  const average = mean(values);
  return values.map((value) => value - average);
}
