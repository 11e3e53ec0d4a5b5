import { lossOptions, type LossOptions } from '../functional/classification/losses/lossOptions.ts';
import { addLosses, type SampleLoss } from '../functional/classification/losses/meanLoss.ts';
import { isEmpty } from '../inputs/flatValues.ts';
import { readPairOptions, type PairOptions } from '../inputs/labelPairs.ts';
import type { Labels } from '../inputs/labels.ts';
import type { OptionsReader } from '../inputs/options/defineOptions.ts';
import type { Samples } from '../inputs/samples.ts';
import { WeightedSum } from '../state/moments/weightedSum.ts';
import { Metric } from './metric.ts';

/** Base class for the mean of a loss of a classifier's scores. Its state is one weighted sum. */
export abstract class LossMetric<Options extends LossOptions = LossOptions> extends Metric<
  readonly [preds: Samples, target: Labels, options?: PairOptions | undefined],
  number,
  WeightedSum,
  Options
> {
  static override readonly acceptsScores: boolean = true;

  constructor(options?: Options, reader: OptionsReader<Options> = lossOptions as never) {
    const { metricName, name } = new.target as typeof LossMetric;
    super(reader(options, metricName ?? name));
  }

  /** Loss of one sample. */
  protected abstract get loss(): SampleLoss;

  override createState(): WeightedSum {
    return new WeightedSum();
  }

  override updateState(state: WeightedSum, preds: Samples, target: Labels, options?: PairOptions): boolean {
    const { sampleWeight } = readPairOptions(options);
    addLosses(state, preds, target, { ...this.options, sampleWeight }, this.loss);
    return !isEmpty(preds);
  }
}
