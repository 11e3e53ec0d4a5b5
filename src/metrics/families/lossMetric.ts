import type { ValuesOfSamples } from '../../functional/classification/meanOfSamples.ts';
import { lossOptions, type LossOptions } from '../../functional/classification/losses/lossOptions.ts';
import { lossesOf, type SampleLoss } from '../../functional/classification/losses/meanLoss.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { OptionsReader } from '../../inputs/options/defineOptions.ts';
import type { Samples } from '../../inputs/samples.ts';
import { SampleMeanMetric } from './sampleMeanMetric.ts';

/** Base class for the mean of a loss of a classifier's scores. */
export abstract class LossMetric<Options extends LossOptions = LossOptions> extends SampleMeanMetric<Labels, Options> {
  constructor(options?: Options, reader: OptionsReader<Options> = lossOptions as never) {
    const { metricName, name } = new.target as typeof LossMetric;
    super(reader(options, metricName ?? name));
  }

  /** Loss of one sample. */
  protected abstract get loss(): SampleLoss;

  /** @internal */
  protected override get valuesOf(): ValuesOfSamples<Samples, Labels, Options> {
    return lossesOf(this.loss);
  }
}
