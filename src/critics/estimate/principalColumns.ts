import { indices } from '../../numeric/indices.ts';
import * as tf from '@tensorflow/tfjs-core';
import { countOf } from '../../inputs/countOf.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import type { CheckedSamples } from '../../inputs/samples.ts';
import { combination } from '../../numeric/linear/combination.ts';
import { dot, orthonormalColumns } from '../../numeric/linear/orthonormalColumns.ts';
import { singularVectors } from '../../numeric/linear/singularVectors.ts';
import { normalScores } from '../../numeric/neighbors/normalScores.ts';
import { mean } from '../../numeric/mean.ts';
import { RandomSource } from '../../numeric/random/randomSource.ts';

/** Principal components of columns, and the affine map that gives them. */
export interface PrincipalColumns {
  /** Values of each component. */
  readonly columns: readonly Float64Array[];
  /** Weights of the normal scores of the given columns in each component. */
  readonly weights: readonly Float64Array[];
  /** Number that is added to the weighted sum in each component. */
  readonly offsets: readonly number[];
}

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
 * Returns the principal components of the normal scores of the columns, with the largest variance first: at most 64 of
 * them.
 *
 * Normal scores are strictly monotone functions of the columns, which change no mutual information. The components depend
 * on one variable alone, so they carry no dependence between the variables from one fold to another. All are scaled by
 * the same factor, so that their mean variance is 1.
 *
 * @param where - names of the function and of the variable.
 * @throws {@link MetricInputError} if all columns are constant.
 */
export async function principalColumns(
  where: string,
  samples: CheckedSamples,
  seed: number,
): Promise<PrincipalColumns> {
  const { n, d } = samples;
  const { data } = normalScores({ n, d, data: Float64Array.from(samples.data) });
  const given = columnsFrom(data, n, d);
  const means = given.map(mean);
  const centered = given.map((column, j) => column.map((value) => value - means[j]!));
  const varying = indices(d).filter((j) => centered[j]!.some((value) => value !== 0));
  if (varying.length === 0) {
    throw new MetricInputError(`${where}: expected a column that varies, got ${countOf(d, 'constant column')}`);
  }
  const kept = Array.from(varying, (j) => centered[j]!);
  const { columns, directions } = kept.length <= MAX_COMPONENTS ? { columns: kept } : await dominantColumns(kept, seed);
  const rows = indices(n);
  const covariance = columns.map((a) => Float64Array.from(columns, (b) => dot(a, b, rows) / n));
  const { left, values } = singularVectors(covariance);
  const scale = 1 / Math.sqrt(mean(values));
  const scaled = left.map((direction) => direction.map((value) => value * scale));
  const weights = scaled.map((direction) => {
    const all = new Float64Array(d);
    (directions ? combination(directions, direction) : direction).forEach((weight, k) => {
      all[varying[k]!] = weight;
    });
    return all;
  });
  return {
    columns: scaled.map((direction) => combination(columns, direction)),
    weights,
    offsets: weights.map((ofComponent) => -ofComponent.reduce((sum, weight, j) => sum + weight * means[j]!, 0)),
  };
}

/** Projects the columns on directions of the largest variance, which are found by power iteration of a block. */
async function dominantColumns(
  columns: readonly Float64Array[],
  seed: number,
): Promise<{ readonly columns: readonly Float64Array[]; readonly directions: readonly Float64Array[] }> {
  const random = RandomSource.of(seed);
  const uniform = (): Float64Array => Float64Array.from(columns, () => random.uniform() - 0.5);
  let directions = orthonormalColumns(Array.from({ length: MAX_COMPONENTS }, uniform));
  const rows = tensorOf(columns);
  const transposed = tf.transpose(rows);
  try {
    const projected = (): tf.Tensor2D => tf.matMul(rows, tensorOf(directions));
    for (let k = 0; k < ITERATIONS; k++) {
      directions = orthonormalColumns(await evaluatedColumns(() => tf.matMul(transposed, projected())));
    }
    return { columns: await evaluatedColumns(projected), directions };
  } finally {
    tf.dispose([transposed, rows]);
  }
}

/** Evaluates a matrix, and returns its columns. */
export async function evaluatedColumns(evaluate: () => tf.Tensor2D): Promise<Float64Array[]> {
  const matrix = tf.tidy(evaluate);
  const values = await matrix.data();
  const [n, d] = matrix.shape;
  matrix.dispose();
  return columnsFrom(values, n, d);
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

/** Returns the columns of samples that are given one per row. */
export function columnsFrom(rows: ArrayLike<number>, n: number, d: number): Float64Array[] {
  return Array.from({ length: d }, (_, j) => Float64Array.from({ length: n }, (__, i) => rows[i * d + j]!));
}
