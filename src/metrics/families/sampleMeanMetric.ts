import type { ValuesOfSamples } from '../../functional/classification/meanOfSamples.ts';
import { isEmpty } from '../../inputs/flatValues.ts';
import { readPairOptions, type PairOptions } from '../../inputs/labelPairs.ts';
import type { OnUndefined } from '../../inputs/options/labelOptions.ts';
import type { Samples } from '../../inputs/samples.ts';
import { WeightedSum } from '../../state/moments/weightedSum.ts';
import { Metric } from '../metric.ts';

/**
 * Base class for weighted means over samples of a number that is computed from the scores and the target of each
 * sample. The state is a weighted sum.
 */
export abstract class SampleMeanMetric<
  Target,
  Options extends { readonly onUndefined?: OnUndefined | undefined },
> extends Metric<
  readonly [preds: Samples, target: Target, options?: PairOptions | undefined],
  number,
  WeightedSum,
  Options
> {
  static override readonly acceptsScores: boolean = true;

  /** Returns the number of each sample of a batch. */
  protected abstract get valuesOf(): ValuesOfSamples<Samples, Target, Options>;

  /** Options of the score, without those that determine how a batch is read. */
  protected get scoreOptions(): Pick<Options, 'onUndefined'> {
    return { onUndefined: this.options.onUndefined };
  }

  override createState(): WeightedSum {
    return new WeightedSum();
  }

  override updateState(state: WeightedSum, preds: Samples, target: Target, options?: PairOptions): boolean {
    const batch = this.valuesOf(preds, target, { ...this.options, ...readPairOptions(options) });
    state.add(batch.values, batch.weights, batch.scoreColumns);
    return !isEmpty(preds);
  }
}
