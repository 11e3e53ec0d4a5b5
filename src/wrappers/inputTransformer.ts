import { describeValue } from '../inputs/describeValue.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import type { AnyState } from '../state/metricState.ts';
import type { AnyMetric, MetricInputs, MetricValue } from '../metrics/metric.ts';
import { restoredState } from '../metrics/metricSnapshot.ts';
import { WrapperMetric } from './wrapperMetric.ts';

/** Makes the inputs of a metric; the second type lets a list that is written out count as a tuple. */
export type InputTransform<Inputs extends readonly unknown[], Made> = (...inputs: Inputs) => Made | readonly [never];

/**
 * A metric that is handed other inputs than those that come in: classes in place of the scores that a
 * model puts out, a part of a structure, values on another scale. See {@link argMax} and
 * {@link threshold}.
 *
 * The function is called once a batch; its name is what snapshots tell transformers apart by. With
 * `updateAsync` it gets tensors as objects that hold their values already and can be handed on, but not
 * calculated with.
 *
 * @throws {@link MetricInputError} when the metric has seen batches, or there is no function.
 *
 * @example
 * ```ts
 * import { argMax, InputTransformer, PurityScore } from 'tfjs-metrics';
 *
 * const metric = new InputTransformer(new PurityScore(), (logits: number[][], target: number[]) => [
 *   argMax(logits),
 *   target,
 * ]);
 * metric.update([[2, -1], [0.3, 0.4]], [7, 8]);
 * metric.compute(); // 1
 * ```
 */
export class InputTransformer<
  M extends AnyMetric,
  Inputs extends readonly unknown[] = MetricInputs<M>,
> extends WrapperMetric<M, MetricValue<M>, AnyState, object, Inputs> {
  static override readonly metricName = 'InputTransformer';

  /** What makes the inputs of the metric. */
  readonly transform: InputTransform<Inputs, MetricInputs<M>>;

  constructor(metric: M, transform: InputTransform<Inputs, MetricInputs<M>>) {
    super(metric);
    if (typeof transform !== 'function') {
      throw new MetricInputError(
        `InputTransformer: expected a function as second argument, got ${describeValue(transform)}`,
      );
    }
    this.transform = transform;
  }

  /** Nothing is refused before it is transformed. */
  override validate(): void {
    return;
  }

  override createState(): AnyState {
    return this.metric.createState() as AnyState;
  }

  override updateState(state: AnyState, ...inputs: Inputs): unknown {
    const transformed: unknown = this.transform(...inputs);
    if (!Array.isArray(transformed)) {
      throw new MetricInputError(
        `InputTransformer: expected the function to give a list, got ${describeValue(transformed)}`,
      );
    }
    this.metric.validate(...(transformed as readonly unknown[]));
    return this.metric.updateState(state, ...(transformed as readonly unknown[]));
  }

  override computeFrom(state: AnyState): MetricValue<M> {
    return this.metric.computeFrom(state) as MetricValue<M>;
  }

  override statesIn(state: AnyState): readonly AnyState[] {
    return this.metric.statesIn(state);
  }

  override resetState(state: AnyState): AnyState {
    return (this.metric as AnyMetric).resetState(state) as AnyState;
  }

  override restoreState(snapshot: unknown): AnyState {
    return restoredState(this.metric, snapshot);
  }

  protected override createTwin(): this {
    return new InputTransformer(this.metric, this.transform) as unknown as this;
  }

  protected override describeOptions(): Record<string, unknown> {
    return { ...super.describeOptions(), transform: this.transform.name };
  }
}
