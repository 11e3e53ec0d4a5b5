import { withoutOptions } from '../../inputs/options/withoutOptions.ts';
import {
  calibrationCountsFor,
  CALIBRATION_READING_OPTIONS,
  calibrationOptions,
  checkConfidences,
  type CalibrationCountsOptions,
  type CalibrationOptions,
} from '../../functional/classification/losses/calibrationOptions.ts';
import { isEmpty } from '../../inputs/flatValues.ts';
import { readPairOptions, type PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { OptionsReader } from '../../inputs/options/defineOptions.ts';
import type { Samples } from '../../inputs/samples.ts';
import type { CalibrationBins } from '../../state/scores/calibrationBins.ts';
import { Metric } from '../metric.ts';

/**
 * Base class for measures of calibration. In a collection, metrics with the same bins and the same options for reading
 * probabilities share one state.
 */
export abstract class CalibrationMetric<
  Options extends CalibrationOptions = CalibrationOptions,
  Value = number,
> extends Metric<
  readonly [preds: Samples, target: Labels, options?: PairOptions | undefined],
  Value,
  // With `strategy: 'quantile'`, it is ScoreCounts.
  CalibrationBins,
  Options
> {
  static override readonly acceptsScores: boolean = true;

  constructor(options?: Options, reader: OptionsReader<Options> = calibrationOptions as never) {
    const { metricName, name } = new.target as typeof CalibrationMetric;
    super(reader(options, metricName ?? name));
  }

  /** Options of the score, without those that determine how a batch is read. */
  protected get scoreOptions(): CalibrationCountsOptions<Options> {
    return withoutOptions(this.options, CALIBRATION_READING_OPTIONS);
  }

  override get stateKey(): string {
    const { bins, strategy, labels, positiveLabel, ignoreLabel, fromLogits } = this.options;
    const counted = strategy === 'quantile' ? { strategy } : { bins };
    return `Calibration ${JSON.stringify({ ...counted, labels, positiveLabel, ignoreLabel, fromLogits })}`;
  }

  override createState(): CalibrationBins {
    return calibrationCountsFor(this.options) as CalibrationBins;
  }

  override updateState(state: CalibrationBins, preds: Samples, target: Labels, options?: PairOptions): boolean {
    const { sampleWeight } = readPairOptions(options);
    state.addChecked(checkConfidences(preds, target, { ...this.options, sampleWeight }));
    return !isEmpty(preds);
  }
}
