import type { Labels } from '../../inputs/labels.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import { defineOptions, type OptionsReader } from '../../inputs/options/defineOptions.ts';
import { optionCheck } from '../../inputs/options/optionCheck.ts';
import type { Samples } from '../../inputs/samples.ts';
import type { BinnedScoreCounts } from '../../state/scores/binnedScoreCounts.ts';
import type { ScoreCounts } from '../../state/scores/scoreCounts.ts';
import type { ScoreCurve } from '../../state/scores/scoreCurve.ts';
import { CompensatedSum } from '../../numeric/compensatedSum.ts';
import { missingClass, readScores, type ScoreArguments } from './readScores.ts';
import { scoreOptions, type ScoreOptions } from './scoreOptions.ts';

/** Options for {@link auroc}. */
export interface AurocOptions extends ScoreOptions {
  /**
   * Largest false positive rate, above 0: the area up to it, corrected to 0.5 for random scores and 1 for perfect ones.
   * Default: 1, the whole area.
   */
  readonly maxFpr?: number | undefined;
}

/** Reads {@link AurocOptions}. */
export const aurocOptions: OptionsReader<AurocOptions> = /* @__PURE__ */ defineOptions('auroc', () => ({
  ...scoreOptions.checks(),
  maxFpr: optionCheck((value) => typeof value === 'number' && value > 0 && value <= 1, 'a number above 0, at most 1'),
}));

/**
 * Area under the ROC curve: the probability that a random positive sample has a higher score than a random negative
 * one, where ties count half.
 *
 * AUROC = Σᵢⱼ ([sᵢ > sⱼ] + ½ [sᵢ = sⱼ]) / (P·N), over all P positive samples i and N negative samples j.
 *
 * With `maxFpr`, A is the area up to that rate m, and the value ½ (1 + (A − m²/2) / (m − m²/2)).
 *
 * @param preds - score of each sample, `[N]` or `[N, 1]`: any finite numbers, higher for the positive class.
 * @param target - label of each sample, `[N]`.
 * @returns a value from 0 to 1; 0.5 for random scores. NaN (or the value of `onUndefined`) without positive or without
 * negative samples. (scikit-learn 1.2 throws with one class.)
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see J. A. Hanley and B. J. McNeil, Radiology 143 (1982) 29–36; for `maxFpr`, D. K. McClish, Medical Decision Making 9
 * (1989) 190–195.
 *
 * @example
 * ```ts
 * import { auroc } from 'tfjs-metrics';
 *
 * auroc([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]); // 0.75
 * auroc([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1], { maxFpr: 0.5 }); // 0.666667
 * auroc([-2, 3, 1], ['ham', 'spam', 'spam'], { positiveLabel: 'spam' }); // 1
 * ```
 */
export function auroc(preds: Samples, target: Labels, options?: AurocOptions & PairOptions): number;
/** Computes the area from counted scores. */
export function auroc(counts: ScoreCounts | BinnedScoreCounts, options?: AurocOptions): number;
export function auroc(...args: ScoreArguments<AurocOptions>): number {
  const { curve, options, undefinedValue } = readScores('auroc', aurocOptions, args);
  const problem = missingClass(curve);
  if (problem !== undefined) return undefinedValue(problem);
  const { maxFpr = 1 } = options;
  if (maxFpr === 1) return areaOfPairs(curve) / curve.positives / curve.negatives;
  const area = areaUpTo(curve, maxFpr);
  const least = maxFpr ** 2 / 2;
  return (1 + (area - least) / (maxFpr - least)) / 2;
}

/** Returns the weight of pairs in which the positive sample has the higher score; ties count half. */
export function areaOfPairs({ truePositives, falsePositives }: ScoreCurve): number {
  const area = new CompensatedSum();
  let [positives, negatives] = [0, 0];
  for (let k = 0; k < truePositives.length; k++) {
    const tp = truePositives[k]!;
    const fp = falsePositives[k]!;
    if (fp > negatives) area.add((fp - negatives) * (positives + tp));
    positives = tp;
    negatives = fp;
  }
  return area.value / 2;
}

/** Returns the area up to a false positive rate, as a share of the unit square. */
function areaUpTo({ truePositives, falsePositives, positives, negatives }: ScoreCurve, maxFpr: number): number {
  const most = maxFpr * negatives;
  const area = new CompensatedSum();
  let [lastTp, lastFp] = [0, 0];
  for (let k = 0; k < truePositives.length && lastFp < most; k++) {
    const tp = truePositives[k]!;
    const fp = falsePositives[k]!;
    const width = Math.min(fp, most) - lastFp;
    const end = fp <= most ? tp : lastTp + ((tp - lastTp) * width) / (fp - lastFp);
    area.add((width * (lastTp + end)) / 2);
    [lastTp, lastFp] = [tp, fp];
  }
  return area.value / positives / negatives;
}
