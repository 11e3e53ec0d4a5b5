import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import { defineOptions, type OptionsReader } from '../../inputs/options/defineOptions.ts';
import { oneOfCheck } from '../../inputs/options/optionCheck.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { scoreOfTable, readTable, type TableArguments } from '../readTable.ts';
import { declareRange } from '../scoreRange.ts';
import { betaOptions, weightedHarmonicMean, type BetaOptions } from './betaOptions.ts';

/** Options for {@link bCubedScore}. */
export interface BCubedScoreOptions extends BetaOptions {
  /** Value to return: precision, recall or F-score. Default: `'fScore'`. */
  readonly component?: 'fScore' | 'precision' | 'recall' | undefined;
}

/** Reads {@link BCubedScoreOptions}. */
export const bCubedScoreOptions: OptionsReader<BCubedScoreOptions> = /* @__PURE__ */ defineOptions(
  'bCubedScore',
  () => ({
    ...betaOptions.checks(),
    component: oneOfCheck(['fScore', 'precision', 'recall']),
  }),
);

/**
 * BCubed F-score of a clustering, or with the option `component` its precision or recall. Precision is the mean over
 * samples of the fraction of the sample's cluster that has its class. Recall is the mean over samples of the fraction
 * of the sample's class that is in its cluster.
 *
 * p = (1/n) Σᵢⱼ nᵢⱼ²/bⱼ, r = (1/n) Σᵢⱼ nᵢⱼ²/aᵢ, and F = (1 + β²) p r / (β² p + r), where nᵢⱼ of the n samples have
 * class i and cluster j, aᵢ have class i, and bⱼ are in cluster j. β is the option `beta` (default: 1).
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns a value greater than 0, up to 1 (the same partition). NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see E. Amigó, J. Gonzalo, J. Artiles and F. Verdejo, Information Retrieval 12 (2009) 461–486.
 *
 * @example
 * ```ts
 * import { bCubedScore } from 'tfjs-metrics';
 *
 * bCubedScore([0, 0, 1, 2], [0, 0, 1, 1]); // 0.857143
 * bCubedScore([0, 0, 1, 2], [0, 0, 1, 1], { component: 'recall' }); // 0.75
 * ```
 */
export function bCubedScore(preds: Labels, target: Labels, options?: BCubedScoreOptions & PairOptions): number;
/** Computes the score from a contingency table. */
export function bCubedScore(table: ContingencyTable, options?: BCubedScoreOptions): number;
export function bCubedScore(...args: TableArguments<BCubedScoreOptions>): number {
  return scoreOfTable(
    () => readTable('bCubedScore', bCubedScoreOptions, args),
    (cells, options) => {
      const { row, column, count, targetSizes, predSizes, n } = cells;
      let [precision, recall] = [0, 0];
      for (let k = 0; k < count.length; k++) {
        precision += count[k]! * (count[k]! / predSizes[column[k]!]!);
        recall += count[k]! * (count[k]! / targetSizes[row[k]!]!);
      }
      precision /= n;
      recall /= n;
      const component = options.component ?? 'fScore';
      if (component === 'precision') return Math.min(1, precision);
      if (component === 'recall') return Math.min(1, recall);
      return Math.min(1, weightedHarmonicMean(precision, recall, (options.beta ?? 1) ** 2));
    },
  );
}

declareRange(bCubedScore, [0, 1]);
