import type { AveragingOptions } from '../../functional/regression/averageOutputs.ts';
import { lossOfSums, type OutputLoss } from '../../functional/regression/outputLoss.ts';
import { isEmpty } from '../../inputs/flatValues.ts';
import { readPairOptions, type PairOptions } from '../../inputs/labelPairs.ts';
import type { Samples } from '../../inputs/samples.ts';
import { damagedSnapshot } from '../../state/checkSnapshot.ts';
import { OutputSums } from '../../state/moments/outputSums.ts';
import { Metric } from '../metric.ts';

/** Arguments of an update: predictions, targets and weights. */
export type OutputBatch = readonly [preds: Samples, target: Samples, options?: PairOptions | undefined];

/** Base class for scores of predicted values that are computed from sums over samples. */
export abstract class OutputLossMetric<
  Options extends AveragingOptions,
  Value extends number | number[] = number,
> extends Metric<OutputBatch, Value, OutputSums, Options> {
  readonly #loss: OutputLoss<Options>;

  constructor(loss: OutputLoss<Options>, options: Options | undefined) {
    const { metricName, name } = new.target as typeof OutputLossMetric;
    super(loss.options(options, metricName ?? name));
    this.#loss = loss;
  }

  override get stateKey(): string {
    return `OutputSums ${this.#loss.sumsName(this.options)}`;
  }

  override createState(): OutputSums {
    return new OutputSums();
  }

  override updateState(state: OutputSums, ...[preds, target, options]: OutputBatch): boolean {
    state.merge(this.#loss.sumsOf(preds, target, { ...this.options, ...readPairOptions(options) }));
    return !isEmpty(preds);
  }

  override computeFrom(state: OutputSums): Value {
    return lossOfSums(this.#loss, state, this.options);
  }

  override restoreState(snapshot: unknown): OutputSums {
    const state = OutputSums.fromJSON(snapshot);
    const [terms] = state.sums;
    if (terms !== undefined && terms.length !== this.#loss.terms) {
      throw damagedSnapshot('sums of outputs', `expected ${this.#loss.terms} for each output, got ${terms.length}`);
    }
    // Terms of a score that can be negative can be negative too.
    const [least] = (this.constructor as typeof Metric).range;
    const tooSmall = state.sums.flat().find((sum) => least === 0 && !(sum >= 0));
    if (tooSmall === undefined) return state;
    throw damagedSnapshot('sums of outputs', `expected sums of at least 0, got ${tooSmall}`);
  }
}
