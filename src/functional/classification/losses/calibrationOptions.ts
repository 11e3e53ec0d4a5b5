import {
  checkBinaryScores,
  IGNORED,
  NEGATIVE,
  POSITIVE,
  type BinaryScores,
} from '../../../inputs/classification/binaryScores.ts';
import { NO_COLUMN } from '../../../inputs/classification/columnsOfTargets.ts';
import { checkClassScores, scoresPerSample } from '../../../inputs/classification/classScores.ts';
import { softmaxTerms } from '../../../inputs/classification/softmaxTerms.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Labels } from '../../../inputs/labels.ts';
import { inputError } from '../../../inputs/metricInputError.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { countCheck, oneOfCheck } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { SampleWeight } from '../../../inputs/sampleWeight.ts';
import { CalibrationBins, type CalibrationSums } from '../../../state/scores/calibrationBins.ts';
import { ScoreCounts } from '../../../state/scores/scoreCounts.ts';
import { readArguments } from '../../readArguments.ts';
import { lossOptions, type LossOptions } from './lossOptions.ts';

/** Options for {@link calibrationCurve}, and common options for {@link calibrationError}. */
export interface CalibrationOptions extends LossOptions {
  /** Number of bins of predicted probabilities. Default: 15. */
  readonly bins?: number | undefined;
  /**
   * - `'uniform'` (default): bins of equal width, `(k/bins, (k + 1)/bins]`. Memory use grows with the number of bins.
   * - `'quantile'`: bins with equal numbers of samples, as far as possible: samples with equal probabilities are all in
   *   the bin of their middle sample. Memory use grows with the number of distinct probabilities.
   */
  readonly strategy?: 'uniform' | 'quantile' | undefined;
}

/**
 * Options that apply to counts. For `ScoreCounts`, `bins` is the number of bins with equal numbers of samples. For
 * `CalibrationBins`, it must be their number of bins.
 */
export type CalibrationCountsOptions<Options = CalibrationOptions> = Omit<
  Options,
  'positiveLabel' | 'ignoreLabel' | 'fromLogits' | 'labels' | 'strategy'
>;

/** Options that determine how probabilities and labels are read and counted, and do not apply to counts. */
export const CALIBRATION_READING_OPTIONS: readonly [
  'positiveLabel',
  'ignoreLabel',
  'fromLogits',
  'labels',
  'strategy',
] = ['positiveLabel', 'ignoreLabel', 'fromLogits', 'labels', 'strategy'];

/** Reads {@link CalibrationOptions}. */
export const calibrationOptions: OptionsReader<CalibrationOptions> = /* @__PURE__ */ defineOptions(
  'calibrationCurve',
  () => ({
    ...lossOptions.checks(),
    bins: countCheck(),
    strategy: oneOfCheck(['uniform', 'quantile']),
  }),
);

/** State from which calibration is computed. */
type CalibrationCounts = CalibrationBins | ScoreCounts;

/** Arguments of a measure of calibration: its state, or probabilities and labels. */
export type CalibrationArguments<Options> =
  | readonly [counts: CalibrationCounts, options?: CalibrationCountsOptions<Options> | undefined]
  | readonly [preds: Samples, target: Labels, options?: (Options & PairOptions) | undefined];

/** Returns an empty state for a strategy. */
export function calibrationCountsFor({ bins = 15, strategy }: CalibrationOptions): CalibrationCounts {
  return strategy === 'quantile' ? new ScoreCounts() : new CalibrationBins(bins);
}

/**
 * Checks the probabilities of a classifier. For several classes, the score is the highest probability of a sample, and
 * the sample is positive if the class with that probability is the true one.
 *
 * @throws {@link MetricInputError} if an input is invalid.
 */
export function checkConfidences(
  preds: Samples,
  target: Labels,
  options: CalibrationOptions & { readonly sampleWeight?: SampleWeight | undefined },
): BinaryScores {
  if (scoresPerSample(preds) === 1) {
    return { ...checkBinaryScores(preds, target, options, 'probability'), scoreColumns: 1 };
  }
  const isLogit = options.fromLogits === true;
  const { data, size, columns, weights } = checkClassScores(preds, target, options, isLogit ? 'any' : 'probability');
  const scores = new Float64Array(columns.length);
  const classes = new Uint8Array(columns.length).fill(IGNORED);
  for (let i = 0; i < columns.length; i++) {
    if (columns[i] === NO_COLUMN) continue;
    let best = 0;
    for (let j = 1; j < size; j++) if (data[i * size + j]! > data[i * size + best]!) best = j;
    scores[i] = isLogit ? 1 / softmaxTerms(data, i * size, size).sum : data[i * size + best]!;
    classes[i] = best === columns[i] ? POSITIVE : NEGATIVE;
  }
  return { scores, classes, weights, scoreColumns: scores.length > 0 ? size : undefined };
}

/** Reads the arguments of a measure of calibration, and returns the sums of each bin. */
export function readCalibration<Options extends CalibrationOptions>(
  owner: string,
  reader: OptionsReader<Options>,
  args: CalibrationArguments<Options>,
): { readonly sums: CalibrationSums; readonly n: number; readonly options: Options } {
  const { state, options } = readArguments(
    owner,
    reader,
    args,
    (first) => first instanceof CalibrationBins || first instanceof ScoreCounts,
    (preds: Samples, target: Labels, given) => {
      const counts = calibrationCountsFor(given);
      counts.addChecked(checkConfidences(preds, target, given));
      return counts;
    },
    CALIBRATION_READING_OPTIONS,
  );
  if (state instanceof CalibrationBins && options.bins !== undefined && options.bins !== state.bins) {
    throw inputError(`${owner}: option "bins"`, `${state.bins}, as in the counts`, options.bins);
  }
  const sums = state instanceof CalibrationBins ? state.sums : sumsOfQuantiles(state, options.bins ?? 15);
  return { sums, n: state.n, options };
}

function sumsOfQuantiles({ curve, n }: ScoreCounts, bins: number): CalibrationSums {
  const [weights, scores, positives] = [new Float64Array(bins), new Float64Array(bins), new Float64Array(bins)];
  let [tp, fp] = [0, 0];
  for (let k = 0; k < curve.thresholds.length; k++) {
    const [nextTp, nextFp] = [curve.truePositives[k]!, curve.falsePositives[k]!];
    const weight = nextTp - tp + (nextFp - fp);
    const middle = n - (tp + fp + weight / 2);
    const bin = Math.min(bins - 1, Math.floor((middle * bins) / n));
    weights[bin]! += weight;
    scores[bin]! += weight * curve.thresholds[k]!;
    positives[bin]! += nextTp - tp;
    [tp, fp] = [nextTp, nextFp];
  }
  return { weights, scores, positives };
}
