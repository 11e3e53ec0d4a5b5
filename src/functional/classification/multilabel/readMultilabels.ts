import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Label } from '../../../inputs/labels.ts';
import { MetricInputError } from '../../../inputs/metricInputError.ts';
import type { MultilabelReadingOptions, Multilabels } from '../../../inputs/classification/multilabels.ts';
import type { OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { checkLabelAgreement } from '../../../inputs/classification/checkLabelAgreement.ts';
import { MultilabelCounts } from '../../../state/tables/multilabelCounts.ts';
import { averageCounts, type OneVsRestScore } from '../confusion/averageCounts.ts';
import type { ClassScore } from '../confusion/classOptions.ts';
import { readArguments } from '../../readArguments.ts';
import { scoreOfSamples } from '../../undefinedScore.ts';
import {
  agreementOptions,
  MULTILABEL_READING_OPTIONS,
  type AgreementOptions,
  type MultilabelAverage,
  type MultilabelAverageOptions,
  type MultilabelOptions,
  type MultilabelCountsOptions,
} from './multilabelOptions.ts';

/** Arguments of a score of several labels per sample: counts, or predictions and targets. */
export type MultilabelArguments<Options> =
  | readonly [counts: MultilabelCounts, options?: MultilabelCountsOptions<Options> | undefined]
  | readonly [preds: Multilabels, target: Multilabels, options?: (Options & PairOptions) | undefined];

/** Reads the arguments of a score of several labels per sample. */
export function readMultilabels<Options extends MultilabelOptions>(
  owner: string,
  reader: OptionsReader<Options>,
  args: MultilabelArguments<Options>,
): { readonly counts: MultilabelCounts; readonly names: readonly Label[]; readonly options: Options } {
  const { state: counts, options } = readArguments(
    owner,
    reader,
    args,
    areCounts,
    (preds, target, given) =>
      MultilabelCounts.of(preds, target, { ...multilabelReadingOptions(given), sampleWeight: given.sampleWeight }),
    MULTILABEL_READING_OPTIONS,
  );
  return { counts, names: namesOfLabels(owner, counts, options), options };
}

const areCounts = (first: MultilabelCounts | Multilabels): first is MultilabelCounts =>
  first instanceof MultilabelCounts;

/** Returns the options that determine how labels are read. */
export function multilabelReadingOptions(options: MultilabelReadingOptions): MultilabelReadingOptions {
  const { labels, threshold, fromLogits, ignoreLabel } = options;
  return { labels, threshold, fromLogits, ignoreLabel };
}

/**
 * Returns the name of each label.
 *
 * @throws {@link MetricInputError} if the option `labels` has another number of names.
 */
export function namesOfLabels(
  owner: string,
  { size }: MultilabelCounts,
  { labels }: MultilabelReadingOptions,
): readonly Label[] {
  if (labels === undefined) return Array.from({ length: size }, (_, j) => j);
  if (size === 0 || size === labels.length) return labels;
  throw new MetricInputError(
    `${owner}: expected counts of ${labels.length} labels, as in option "labels", got ${size}`,
  );
}

/** Computes a score for each label and averages it according to `average`; see {@link averageCounts}. */
export function averageLabels<Options extends MultilabelAverageOptions>(
  owner: string,
  reader: OptionsReader<Options>,
  args: MultilabelArguments<Options>,
  score: OneVsRestScore<Options>,
): ClassScore<MultilabelAverage> {
  const { counts, names, options } = readMultilabels(owner, reader, args);
  const { average = 'macro' } = options;
  return averageCounts({ owner, options, of: 'label', names, counts: counts.labels, ...score }, average);
}

/**
 * Computes a score of counts in which only right and wrong labels matter, so that one class per sample can be counted too;
 * see {@link checkLabelAgreement}.
 */
export function scoreOfAgreement(
  owner: string,
  args: MultilabelArguments<AgreementOptions>,
  score: (counts: MultilabelCounts) => number,
): number {
  const { state: counts, options } = readArguments(
    owner,
    agreementOptions,
    args,
    areCounts,
    (preds, target, given) => new MultilabelCounts().addChecked(checkLabelAgreement(preds, target, given)),
    'all',
  );
  return scoreOfSamples(owner, counts.n, options.onUndefined, () => score(counts));
}
