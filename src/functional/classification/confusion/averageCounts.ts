import { describeValue } from '../../../inputs/describeValue.ts';
import type { Label } from '../../../inputs/labels.ts';
import type { OnUndefined } from '../../../inputs/options/labelOptions.ts';
import type { OneVsRest } from '../../../state/tables/oneVsRest.ts';
import { scoreOfSamples, undefinedScore } from '../../undefinedScore.ts';
import { sumClasses } from './countClasses.ts';

/** Score of one class or label against all others. */
export interface OneVsRestScore<Options = unknown> {
  /** Computes the score of a class; NaN if it is 0/0. */
  readonly score: (counts: OneVsRest, options: Options) => number;
  /** Why the score is undefined, for error messages. */
  readonly reason: string;
}

/** Counts of all classes or labels, and how to compute their score. */
interface AveragedCounts<Options> extends OneVsRestScore<Options> {
  readonly owner: string;
  readonly options: Options;
  /** Noun for one of them, in error messages. */
  readonly of: 'class' | 'label';
  readonly names: readonly Label[];
  readonly counts: readonly OneVsRest[];
}

/**
 * Returns the score of the counts of one class; NaN if there are no samples.
 *
 * A score that is 0/0 counts as 0, as in scikit-learn, or is the value of `onUndefined`.
 */
export function scoreOfCounts<Options extends { readonly onUndefined?: OnUndefined | undefined }>(
  name: string,
  counts: OneVsRest,
  { score, reason }: OneVsRestScore<Options>,
  options: Options,
): number {
  const { tp, fp, fn, tn } = counts;
  return scoreOfSamples(name, tp + fp + fn + tn, options.onUndefined, () => {
    const value = score(counts, options);
    return Number.isNaN(value) ? undefinedScore(name, options.onUndefined, 0, reason) : value;
  });
}

/**
 * Computes a score for each class or label, and averages it. With `onUndefined: 'nan'`, one whose score is 0/0 is left out
 * of the mean.
 */
export function averageCounts<Options extends { readonly onUndefined?: OnUndefined | undefined }>(
  { owner, options, of, names, counts, ...score }: AveragedCounts<Options>,
  average: 'micro' | 'macro' | 'weighted' | 'none',
): number | Record<string, number> {
  const scoresOf = (): number[] =>
    counts.map((one, i) => scoreOfCounts(`${owner} of ${of} ${describeValue(names[i])}`, one, score, options));
  if (average === 'none') return Object.fromEntries(scoresOf().map((value, i) => [String(names[i]), value]));
  const total = sumClasses(counts);
  return scoreOfSamples(owner, total.tp + total.fp + total.fn + total.tn, options.onUndefined, () => {
    if (average === 'micro') return scoreOfCounts(owner, total, score, options);
    const weights = counts.map(({ tp, fn }) => (average === 'macro' ? 1 : tp + fn));
    if (weights.every((weight) => weight === 0)) {
      return undefinedScore(owner, options.onUndefined, 0, 'no sample has any of the labels');
    }
    return weightedMean(scoresOf(), weights);
  });
}

/** Returns the mean of the defined values, or NaN without any. */
function weightedMean(values: readonly number[], weights: readonly number[]): number {
  let [sum, total] = [0, 0];
  values.forEach((value, i) => {
    if (Number.isNaN(value)) return;
    sum += weights[i]! * value;
    total += weights[i]!;
  });
  return sum / total;
}
