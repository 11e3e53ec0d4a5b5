import { inputError } from '../inputs/metricInputError.ts';
import type { AnyState } from '../state/metricState.ts';
import type { AnyMetric, MetricInputs, MetricValue } from '../metrics/metric.ts';
import type { MetricPart } from '../metrics/metricPart.ts';
import { restoredState } from '../metrics/metricSnapshot.ts';
import { WrapperMetric } from './wrapperMetric.ts';

/** Function that returns the inputs of a metric. The second type makes TypeScript infer an array literal as a tuple. */
export type InputTransform<Inputs extends readonly unknown[], Made> = (...inputs: Inputs) => Made | readonly [never];

/**
 * Applies a function to the inputs of a metric before each update: for example to convert scores of a model to classes,
 * to select a part of a structure, or to rescale values. See {@link argMax} and {@link threshold}.
 *
 * The function is called once per batch. A snapshot contains only the name of the function, not its code:
 * `InputTransformer.fromJSON(snapshot, metric, transform)` needs a function with the same name.
 *
 * With `updateAsync`, the function receives a plain object `{ dtype, shape, dataSync, data }` instead of each tensor,
 * with the values in main memory. It can read the values and return the object, but TensorFlow.js operations do not
 * accept it.
 *
 * @throws {@link MetricInputError} if the metric has seen batches, or the second argument is not a function.
 *
 * @example
 * ```ts
 * import { argMax, InputTransformer, PurityScore } from 'tfjs-metrics';
 *
 * const metric = new InputTransformer(
 *   new PurityScore(),
 *   (logits: number[][], target: number[]) => [argMax(logits), target],
 * );
 * metric.update(
 *   [
 *     [2, -1],
 *     [0.3, 0.4],
 *   ],
 *   [7, 8],
 * );
 * metric.compute(); // 1
 * ```
 */
export class InputTransformer<
  M extends AnyMetric,
  Inputs extends readonly unknown[] = MetricInputs<M>,
> extends WrapperMetric<M, MetricValue<M>, AnyState, object, Inputs> {
  static override readonly metricName = 'InputTransformer';

  /** Function that returns the inputs of the metric. */
  readonly transform: InputTransform<Inputs, MetricInputs<M>>;

  constructor(metric: M, transform: InputTransform<Inputs, MetricInputs<M>>) {
    super(metric);
    if (typeof transform !== 'function') {
      throw inputError('InputTransformer', 'a function as second argument', transform);
    }
    this.transform = transform;
  }

  /** Accepts any batch: the metric checks the transformed batch. */
  override validate(): void {
    return;
  }

  override createState(): AnyState {
    return this.metric.createState() as AnyState;
  }

  override updateState(state: AnyState, ...inputs: Inputs): unknown {
    const transformed: unknown = this.transform(...inputs);
    if (!Array.isArray(transformed)) {
      throw inputError('InputTransformer', 'the function to return an array', transformed);
    }
    this.metric.validate(...(transformed as readonly unknown[]));
    return this.metric.updateState(state, ...(transformed as readonly unknown[]));
  }

  override computeFrom(state: AnyState): MetricValue<M> {
    return this.metric.computeFrom(state) as MetricValue<M>;
  }

  override partsIn(state: AnyState): readonly MetricPart<AnyMetric>[] {
    return this.metric.partsIn(state);
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
