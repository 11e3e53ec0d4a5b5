import { readWeightedOptions, type PairOptions } from '../../../inputs/labelPairs.ts';
import type { Labels } from '../../../inputs/labels.ts';
import { requireNoReadingOptions, unfittingOption } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { BinnedScoreCounts } from '../../../state/scores/binnedScoreCounts.ts';
import { ClassScoreCounts } from '../../../state/scores/classScoreCounts.ts';
import type { ScoreCounts } from '../../../state/scores/scoreCounts.ts';
import { pointsOf, type ScoreCurve } from '../../../state/scores/scoreCurve.ts';
import { undefinedScore } from '../../undefinedScore.ts';
import { areaUnderCurve } from './areaUnderCurve.ts';
import { aurocOptions, type AurocOptions } from './aurocOptions.ts';
import { missingClass } from './readScores.ts';
import { SCORE_READING_OPTIONS } from './scoreOptions.ts';

/** Arguments of {@link auroc}. */
export type AurocArguments =
  | readonly [counts: ScoreCounts | BinnedScoreCounts | ClassScoreCounts, options?: object | undefined]
  | readonly [preds: Samples, target: Labels, options?: (AurocOptions & PairOptions) | undefined];

/** Returns counted scores of several classes, if the arguments have such scores. */
export function readClassScores(
  args: AurocArguments,
): { readonly counts: ClassScoreCounts; readonly options: AurocOptions } | undefined {
  const [first, second, third] = args;
  if (first instanceof ClassScoreCounts) {
    const options = aurocOptions(second);
    requireNoReadingOptions('auroc', options, [...SCORE_READING_OPTIONS, ...CLASS_SCORE_READING_OPTIONS]);
    requireClassOptions(options);
    return { counts: first, options };
  }
  if ((third as AurocOptions | undefined)?.multiclass === undefined) return undefined;
  const [options, sampleWeight] = readWeightedOptions(aurocOptions, third, 'auroc');
  const counts = classScoreCountsFor(options);
  counts.add(first as Samples, second as Labels, { ...classScoreReadingOptions(options), sampleWeight });
  return { counts, options };
}

/** Options that determine how scores of several classes are read, and do not apply to their counts. */
export const CLASS_SCORE_READING_OPTIONS: readonly ['multiclass', 'labels'] = ['multiclass', 'labels'];

/** @throws {@link MetricInputError} if an option applies to scores of one class only. */
function requireClassOptions(options: AurocOptions): void {
  for (const name of ['maxFpr', 'positiveLabel', 'fromLogits'] as const) {
    const value = options[name];
    if (value !== undefined) throw unfittingOption('auroc', name, { needed: 'scores of one class', value });
  }
}

/** @throws {@link MetricInputError} if an option applies to scores of several classes only. */
export function requireBinaryOptions(options: AurocOptions): void {
  const { multiclass } = options;
  if (multiclass !== undefined) {
    throw unfittingOption('auroc', 'multiclass', { needed: 'scores of several classes', value: multiclass });
  }
  for (const name of ['average', 'labels'] as const) {
    const value = options[name];
    if (value !== undefined) throw unfittingOption('auroc', name, { needed: 'the option "multiclass"', value });
  }
}

/**
 * Returns empty counts of the scores of several classes.
 *
 * @throws {@link MetricInputError} if an option applies to scores of one class only.
 */
export function classScoreCountsFor(options: AurocOptions): ClassScoreCounts {
  requireClassOptions(options);
  return new ClassScoreCounts(options.multiclass ?? 'ovr', options.thresholds);
}

/** Returns the options that determine how scores of several classes are read. */
export function classScoreReadingOptions({
  labels,
  ignoreLabel,
}: AurocOptions): Pick<AurocOptions, 'labels' | 'ignoreLabel'> {
  return { labels, ignoreLabel };
}

/** Returns the mean area over classes or pairs of classes. */
export function meanOverClasses(counts: ClassScoreCounts, { average = 'macro', onUndefined }: AurocOptions): number {
  let [sum, weights] = [0, 0];
  const add = (curves: readonly ScoreCurve[], weight: number): void => {
    if (curves.some((curve) => missingClass(curve) !== undefined)) return;
    const used = average === 'macro' ? 1 : weight;
    sum += (used * curves.reduce((total, curve) => total + areaUnderCurve(pointsOf(curve)), 0)) / curves.length;
    weights += used;
  };
  for (let k = 0; k < counts.classes; k++) {
    if (counts.comparison === 'ovr') {
      const curve = counts.curve(k);
      add([curve], curve.positives);
      continue;
    }
    for (let j = 0; j < k; j++) {
      const curve = counts.curve(k, j);
      add([curve, counts.curve(j, k)], curve.positives + curve.negatives);
    }
  }
  if (weights > 0) return sum / weights;
  const reason = counts.n === 0 ? 'there are no samples' : 'the samples are of one class';
  return undefinedScore('auroc', onUndefined, NaN, reason);
}
