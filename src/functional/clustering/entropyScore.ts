import type { PairOptions } from '../../inputs/labelPairs.ts';
import { checkLabels, type Labels } from '../../inputs/labels.ts';
import { readTable } from '../tableArguments.ts';
import { undefinedScore } from '../undefinedScore.ts';
import { entropyOfSizes } from './entropyOfSizes.ts';
import { inBase, informationOptions, type InformationOptions } from './informationOptions.ts';

/**
 * Entropy of one labeling: how much its labels tell.
 *
 * H = −Σᵢ aᵢ/n · ln(aᵢ/n), with aᵢ samples of label i out of n.
 *
 * @param labels - labels, `[N]`.
 * @returns nats (or the unit of `base`), from 0 (one label) to the logarithm of the number of labels.
 * 0 for no samples, where the formula is 0/0.
 * @throws {@link MetricInputError} when an input or option is not as described.
 * @see C. E. Shannon, Bell System Technical Journal 27 (1948) 379–423.
 *
 * @example
 * ```ts
 * import { entropyScore } from 'tfjs-metrics';
 *
 * entropyScore(['a', 'b', 'a', 'b'], { base: 2 }); // 1
 * entropyScore([2, 1, 0, 1, 0]); // 1.05492
 * ```
 */
export function entropyScore(labels: Labels, options?: InformationOptions & PairOptions): number {
  // One labeling is the pairs of its labels with one and the same label.
  const { length } = checkLabels(labels, 'labels').values;
  const call = [labels, new Uint8Array(length), options] as const;
  const read = readTable('entropyScore', informationOptions, call);
  const { predSizes, n } = read.table.cells;
  if (n === 0) {
    return undefinedScore('entropyScore', read.options.onUndefined, 0, 'there are no samples');
  }
  return inBase(entropyOfSizes(predSizes, n), read.options.base);
}
