import { combination } from '../../numeric/linear/combination.ts';
import { dot } from '../../numeric/linear/orthonormalColumns.ts';
import { singularVectors } from '../../numeric/linear/singularVectors.ts';
import { normalScoresOf } from '../../numeric/neighbors/normalScores.ts';
import { allPairsBound } from './allPairsBound.ts';
import type { FittedCritic } from './fittedCritic.ts';
import { whitened } from './whitened.ts';

/** Samples to fit a critic to, samples to choose it by, and the group of each sample to which these rows refer. */
export interface FitRows {
  readonly train: Int32Array;
  readonly stop: Int32Array;
  readonly groups: Int32Array;
}

/** Largest squared correlation, as the logarithm of 1 − ρ² must be finite. */
const MAX_SQUARE = 1 - 1e-10;

/** Squared correlation above which two variables count as functions of each other. */
export const DETERMINED: number = 1 - 1e-6;

/** Pair of canonical variates. */
export interface CanonicalPair {
  /** Linear combination of the columns of each variable. */
  readonly variates: readonly [x: Float64Array, y: Float64Array];
  /** Normal scores of both. */
  readonly u: Float64Array;
  readonly v: Float64Array;
  /** Adjusted correlation of the normal scores. */
  readonly correlation: number;
}

/** Critic of normal variables. */
export interface GaussianCritic extends FittedCritic {
  /** Canonical variates, with the largest correlation first. */
  readonly pairs: readonly CanonicalPair[];
}

/**
 * Fits the critic of normal variables, which needs no training: ln p(x, y) / (p(x) p(y)) of the canonical variates.
 *
 * The canonical variates of the first p principal components of both variables are replaced by their normal scores, and
 * their correlations are reduced as the adjusted R² is. A pair stays if it raises the likelihood of the samples `stop`,
 * and p is chosen by the bound on them.
 *
 * @param dimensions - largest number of pairs, those with the largest correlations. Default: all.
 * @returns the critic, or undefined if no pair stays.
 */
export async function gaussianFit(
  x: readonly Float64Array[],
  y: readonly Float64Array[],
  rows: FitRows,
  dimensions?: number,
): Promise<GaussianCritic | undefined> {
  const { train, stop, groups } = rows;
  // Each side has p columns, which are estimated from the training samples.
  const most = Math.floor(train.length / 3);
  const [a, b] = [x, y].map((columns) => whitened(columns.slice(0, most), train)) as [Float64Array[], Float64Array[]];
  const products = a.map((column) => Float64Array.from(b, (other) => dot(column, other, train)));
  let best: { readonly critic: GaussianCritic; readonly value: number } | undefined;
  for (const size of sizesUpTo(Math.max(a.length, b.length))) {
    const [left, right] = [a.slice(0, size), b.slice(0, size)];
    const block = right.map((_, j) => Float64Array.from(left, (__, i) => products[i]![j]!));
    const pairs = canonicalPairs(left, right, block, rows).slice(0, dimensions);
    if (pairs.length === 0) continue;
    const critic = gaussianCritic(pairs);
    const { value } = await allPairsBound(critic, stop, groups);
    if (best === undefined || value > best.value) best = { critic, value };
  }
  return best?.critic;
}

/** Numbers of components to try: all up to 7, then about 1.3 times more each, and all components. */
function sizesUpTo(most: number): number[] {
  const sizes: number[] = [];
  for (let size = 1; size < most; size = Math.max(size + 1, Math.floor(size * 1.3))) sizes.push(size);
  return [...sizes, most];
}

function canonicalPairs(
  left: readonly Float64Array[],
  right: readonly Float64Array[],
  products: readonly Float64Array[],
  { train, stop }: FitRows,
): CanonicalPair[] {
  const decomposed = singularVectors(products);
  const degrees = Math.max(1, train.length - left.length - right.length - 1);
  const adjusted = (correlation: number): number =>
    1 - (1 - Math.min(correlation ** 2, MAX_SQUARE)) * ((train.length - 1) / degrees);
  return Array.from(decomposed.values).flatMap((value, k) => {
    if (adjusted(value) <= 0) return [];
    const variates = [combination(left, decomposed.left[k]!), combination(right, decomposed.right[k]!)] as const;
    const [u, v] = [normalScoresOf(variates[0]), normalScoresOf(variates[1])];
    const correlation = dot(u, v, train) / Math.sqrt(dot(u, u, train) * dot(v, v, train));
    const square = adjusted(correlation);
    if (!(square > 0 && correlation > 0)) return [];
    const pair = { variates, u, v, correlation: Math.sqrt(square) };
    return isUseful(pair, stop) ? [pair] : [];
  });
}

/** Returns whether the mean log-density ratio of the samples exceeds its standard error. */
function isUseful({ u, v, correlation }: CanonicalPair, rows: Int32Array): boolean {
  const rest = 1 - correlation ** 2;
  let [sum, squares] = [0, 0];
  for (const row of rows) {
    const [a, b] = [u[row]!, v[row]!];
    const ratio = (correlation * a * b - 0.5 * correlation ** 2 * (a * a + b * b)) / rest - 0.5 * Math.log(rest);
    sum += ratio;
    squares += ratio ** 2;
  }
  const n = rows.length;
  return sum > 0 && sum ** 2 > (squares - sum ** 2 / n) * (n / (n - 1));
}

/** Returns the critic of normal variables with the given pairs. */
export function gaussianCritic(pairs: readonly CanonicalPair[]): GaussianCritic {
  return {
    pairs,
    kind: 'gaussian',
    scores: (rows) => {
      const size = rows.length;
      const scores = new Float64Array(size * size);
      for (const { u, v, correlation } of pairs) {
        const rest = 1 - correlation ** 2;
        const [joint, own, constant] = [correlation / rest, (0.5 * correlation ** 2) / rest, 0.5 * Math.log(rest)];
        const others = Float64Array.from(rows, (row) => v[row]!);
        for (let i = 0; i < size; i++) {
          const a = u[rows[i]!]!;
          const ofX = -own * a * a - constant;
          for (let j = 0; j < size; j++) {
            const b = others[j]!;
            scores[i * size + j]! += joint * a * b - own * b * b + ofX;
          }
        }
      }
      return scores;
    },
    doubts: pairs.some(({ correlation }) => correlation ** 2 > DETERMINED)
      ? ['a function of x determines a function of y, so the mutual information of continuous variables is infinite']
      : [],
  };
}
