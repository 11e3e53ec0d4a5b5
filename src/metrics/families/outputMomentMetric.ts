import type { AveragingOptions } from '../../functional/regression/averageOutputs.ts';
import { scoreOfMoments, type MomentScore } from '../../functional/regression/momentScore.ts';
import { isEmpty } from '../../inputs/flatValues.ts';
import { OutputMoments } from '../../state/moments/outputMoments.ts';
import { Metric } from '../metric.ts';
import type { OutputBatch } from './outputLossMetric.ts';

/**
 * Base class for scores of predicted values that are computed from the moments of predictions and targets. In a
 * collection, all such scores share one state.
 */
export abstract class OutputMomentMetric<
  Options extends AveragingOptions,
  Value extends number | number[] = number,
> extends Metric<OutputBatch, Value, OutputMoments, Options> {
  readonly #score: MomentScore<Options>;

  constructor(score: MomentScore<Options>, options: Options | undefined) {
    const { metricName, name } = new.target as typeof OutputMomentMetric;
    super(score.options(options, metricName ?? name));
    this.#score = score;
  }

  override get stateKey(): string {
    return 'OutputMoments';
  }

  override createState(): OutputMoments {
    return new OutputMoments();
  }

  override updateState(state: OutputMoments, ...[preds, target, options]: OutputBatch): boolean {
    state.merge(OutputMoments.of(preds, target, options));
    return !isEmpty(preds);
  }

  override computeFrom(state: OutputMoments): Value {
    return scoreOfMoments(this.#score, [state, this.options]);
  }
}
