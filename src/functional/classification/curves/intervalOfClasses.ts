import { logitInterval } from '../../../numeric/special/logitInterval.ts';
import { studentQuantile } from '../../../numeric/special/studentQuantile.ts';
import type { ScoreCurve } from '../../../state/scores/scoreCurve.ts';
import type { CurveInfluence } from './curveInfluence.ts';
import { placeOfScore } from './placeOfScore.ts';
import { missingClass } from './readScores.ts';
import type { ScoreIntervalValue } from '../../scoreIntervalValue.ts';

/** Samples with the scores of all classes. */
export interface ScoredSamples {
  /** Scores, `size` of each sample. */
  readonly data: Float32Array | Float64Array;
  readonly size: number;
  /** True class of each sample, as a column; negative for samples that are left out. */
  readonly columns: ArrayLike<number>;
  /** Number of times that each sample counts. Default: once. */
  readonly weights?: Float64Array | undefined;
}

/** Options for {@link intervalOfClasses}. */
interface ClassesMethod {
  readonly influence: (curve: ScoreCurve) => CurveInfluence;
  readonly confidence: number;
  /** Number of all samples, if these are a random subset. Default: the samples are all. */
  readonly n?: number | undefined;
}

/**
 * Computes the interval of the mean of a score over the classes with samples, on the scale of its logit.
 *
 * The scores of the classes are correlated, because each is computed from all samples; the variance is that of the influence
 * of each sample on the mean. The quantile is of Student's distribution with the degrees of freedom of F. E. Satterthwaite,
 * Biometrics Bulletin 2 (1946) 110–114, for the sum of the variances that are due to the samples of each class.
 *
 * @param curves - curve of the scores of each class against all others, of all samples.
 * @returns undefined if no class has both, or a class has one sample.
 */
export function intervalOfClasses(
  curves: readonly ScoreCurve[],
  { data, size, columns, weights }: ScoredSamples,
  { influence, confidence, n }: ClassesMethod,
): ScoreIntervalValue | undefined {
  const defined = [...curves.keys()].filter((k) => missingClass(curves[k]!) === undefined);
  const least = Math.min(...defined.map((k) => Math.min(curves[k]!.positives, curves[k]!.negatives)));
  if (defined.length === 0 || least < 2) return undefined;
  const influences = new Float64Array(columns.length);
  let value = 0;
  for (const k of defined) {
    const curve = curves[k]!;
    const found = influence(curve);
    value += found.value / defined.length;
    const { positives, negatives, thresholds } = curve;
    // As in the variance for one curve.
    const [up, down] = [positives / (positives - 1), negatives / (negatives - 1)].map(Math.sqrt) as [number, number];
    for (let i = 0; i < columns.length; i++) {
      if (columns[i]! < 0) continue;
      const at = placeOfScore(data[i * size + k]!, thresholds);
      influences[i]! += (columns[i] === k ? up * found.positive[at]! : down * found.negative[at]!) / defined.length;
    }
  }
  const [variances, sizes] = [new Float64Array(size), new Float64Array(size)];
  influences.forEach((each, i) => {
    const column = columns[i]!;
    if (column < 0) return;
    const weight = weights?.[i] ?? 1;
    variances[column]! += weight * each ** 2;
    sizes[column]! += weight;
  });
  const scale = n === undefined ? 1 : n / sizes.reduce((sum, of) => sum + of, 0);
  const variance = scale * variances.reduce((sum, of) => sum + of, 0);
  const standardError = Math.sqrt(variance);
  // Of `least` disjoint pairs of samples, all are in order.
  if (value === 1) return { value, lower: ((1 - confidence) / 2) ** (1 / least), upper: 1, standardError };
  if (!(variance > 0)) return undefined;
  const squares = variances.reduce(
    (sum, of, k) => (of > 0 ? sum + (scale * of) ** 2 / (scale * sizes[k]! - 1) : sum),
    0,
  );
  const quantile = studentQuantile((1 + confidence) / 2, Math.max(1, variance ** 2 / squares));
  return { value, ...logitInterval(value, quantile * standardError), standardError };
}
