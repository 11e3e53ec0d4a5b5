import { isPlainObject } from '../inputs/isPlainObject.ts';
import type { NamedScore } from '../metrics/namedScore.ts';
import type { AnyState } from '../state/metricState.ts';
import { defineOptions } from '../inputs/options/defineOptions.ts';
import { optionCheck } from '../inputs/options/optionCheck.ts';
import { MetricStateError } from '../state/metricStateError.ts';
import type { AnyMetric, MetricInputs, Metric } from '../metrics/metric.ts';
import type { MetricPart } from '../metrics/metricPart.ts';
import { restoredState } from '../metrics/metricSnapshot.ts';
import { valueName, valueNameOptions } from '../metrics/valueName.ts';
import { WrapperMetric } from './wrapperMetric.ts';

/** Options for {@link ClasswiseWrapper}. */
export interface ClasswiseOptions {
  /** Name of each part. Default: its index, or its name in an object. */
  readonly labels?: readonly string[] | undefined;
  /** Prefix of each name. Default: the name of the metric and `_`, or nothing if there is a postfix. */
  readonly prefix?: string | undefined;
  /** Postfix of each name. Default: none. */
  readonly postfix?: string | undefined;
}

const classwiseOptions = /* @__PURE__ */ defineOptions<ClasswiseOptions>('ClasswiseWrapper', () => ({
  labels: optionCheck(
    (value) =>
      Array.isArray(value) && value.every((name) => typeof name === 'string') && new Set(value).size === value.length,
    'a list of distinct names',
  ),
  ...valueNameOptions.checks(),
}));

/**
 * Converts the value of a metric to an object with one named entry per part, for logs and tables. The value may be a
 * list, such as one score per class, or an object.
 *
 * @throws {@link MetricInputError} if the metric has seen batches, or an option is invalid.
 *
 * @example
 * ```ts
 * import { CatMetric, ClasswiseWrapper } from 'tfjs-metrics';
 *
 * const metric = new ClasswiseWrapper(new CatMetric(), {
 *   labels: ['cat', 'dog'],
 *   prefix: 'size_',
 * });
 * metric.update([3, 5]);
 * metric.compute(); // { size_cat: 3, size_dog: 5 }
 * ```
 */
export class ClasswiseWrapper<
  M extends Metric<any, ArrayLike<unknown> | Record<string, unknown>, any, any>, // eslint-disable-line @typescript-eslint/no-explicit-any -- a metric of a list
> extends WrapperMetric<
  M,
  Record<
    string,
    ReturnType<M['compute']> extends ArrayLike<infer Part>
      ? Part
      : ReturnType<M['compute']>[keyof ReturnType<M['compute']>]
  >,
  AnyState,
  ClasswiseOptions
> {
  static override readonly metricName = 'ClasswiseWrapper';

  constructor(metric: M, options?: ClasswiseOptions) {
    super(metric, classwiseOptions(options));
  }

  override get stateKey(): string | undefined {
    return this.metric.stateKey;
  }

  override scoresIn(value: Record<string, unknown>, name: string): NamedScore[] {
    const start = name === this.name ? '' : `${name}_`;
    return Object.entries(value).flatMap(([partName, part]) =>
      (this.metric as AnyMetric).scoresIn(part, start + partName),
    );
  }

  override createState(): AnyState {
    return this.metric.createState() as AnyState;
  }

  override updateState(state: AnyState, ...inputs: MetricInputs<M>): unknown {
    return (this.metric as AnyMetric).updateState(state, ...(inputs as readonly unknown[]));
  }

  override computeFrom(
    state: AnyState,
  ): Record<
    string,
    ReturnType<M['compute']> extends ArrayLike<infer Part>
      ? Part
      : ReturnType<M['compute']>[keyof ReturnType<M['compute']>]
  > {
    const value = this.metric.computeFrom(state) as ArrayLike<never> | Record<string, never>;
    const { labels = isPlainObject(value) ? Object.keys(value) : undefined } = this.options;
    const parts = isPlainObject(value)
      ? Object.values(value as Record<string, never>)
      : Array.from(value as ArrayLike<never>);
    if (labels && labels.length !== parts.length) {
      throw new MetricStateError(
        `ClasswiseWrapper: expected one label per part of the value of ${this.metric.name}, ` +
          `got ${labels.length} labels for ${parts.length} parts`,
      );
    }
    return Object.fromEntries(parts.map((part, k) => [this.#nameOf(labels?.[k] ?? String(k)), part]));
  }

  override partsIn(state: AnyState): readonly MetricPart<AnyMetric>[] {
    return (this.metric as AnyMetric).partsIn(state);
  }

  override resetState(state: AnyState): AnyState {
    return (this.metric as AnyMetric).resetState(state) as AnyState;
  }

  override restoreState(snapshot: unknown): AnyState {
    return restoredState(this.metric, snapshot);
  }

  #nameOf(label: string): string {
    const isNamed = this.options.prefix !== undefined || this.options.postfix !== undefined;
    return valueName(label, isNamed ? this.options : { prefix: `${this.metric.name}_` });
  }
}
