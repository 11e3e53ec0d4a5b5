import type { NamedScore } from '../metrics/namedScore.ts';
import { inputError, MetricInputError } from '../inputs/metricInputError.ts';
import type { StateRecord } from '../state/composed/stateRecord.ts';
import { requireFresh } from '../metrics/requireFresh.ts';
import { Metric, type AnyMetric, type MetricInputs, type MetricValue } from '../metrics/metric.ts';
import { MetricRecord } from '../metrics/metricRecord.ts';
import { valueName, valueNameOptions, type ValueNameOptions } from '../metrics/valueName.ts';

/** Metrics by task name. */
type TaskMetrics = Readonly<Record<string, AnyMetric>>;

/** Inputs by task name, at this position of the arguments. */
type OfTasks<Tasks extends TaskMetrics, Place extends number> = {
  readonly [Task in keyof Tasks]: MetricInputs<Tasks[Task]>[Place];
};

/** Values by task name, with prefix and postfix. */
type TaskValues<Tasks extends TaskMetrics, Prefix extends string = '', Postfix extends string = ''> = {
  [Task in keyof Tasks & string as `${Prefix}${Task}${Postfix}`]: MetricValue<Tasks[Task]>;
};

/**
 * Computes a metric for each task of a multitask model. Inputs and values are objects with a key for each task.
 *
 * The options `prefix` and `postfix` are added to the names of the values.
 *
 * @typeParam Tasks - the metrics, which determine the types of inputs and values.
 *
 * @throws {@link MetricInputError} if a task is not a metric, a metric has seen batches, or an option is invalid.
 *
 * @example
 * ```ts
 * import { MultitaskWrapper, PurityScore, RandScore } from 'tfjs-metrics';
 *
 * const metrics = new MultitaskWrapper({
 *   animal: new PurityScore(),
 *   place: new RandScore(),
 * });
 * metrics.update(
 *   { animal: ['cat', 'dog'], place: [0, 0] },
 *   { animal: ['cat', 'dog'], place: [0, 1] },
 * );
 * metrics.compute(); // { animal: 1, place: 0 }
 * ```
 */
export class MultitaskWrapper<
  Tasks extends TaskMetrics,
  const Prefix extends string = '',
  const Postfix extends string = '',
> extends Metric<
  readonly [preds: OfTasks<Tasks, 0>, target: OfTasks<Tasks, 1>],
  TaskValues<Tasks, Prefix, Postfix>,
  StateRecord,
  ValueNameOptions<Prefix, Postfix>
> {
  static override readonly metricName = 'MultitaskWrapper';

  /** Metrics that define the computation. They see no batches themselves. */
  readonly metrics: Tasks;
  readonly #tasks: readonly (readonly [task: string, metric: AnyMetric])[];
  readonly #states: MetricRecord;

  constructor(metrics: Tasks, options?: ValueNameOptions<Prefix, Postfix>) {
    super(valueNameOptions(options, 'MultitaskWrapper') as ValueNameOptions<Prefix, Postfix>);
    const tasks = typeof metrics === 'object' && metrics !== null ? Object.entries(metrics) : [];
    if (tasks.length === 0) {
      throw inputError('MultitaskWrapper', 'an object of metrics by task name', metrics);
    }
    for (const [task, metric] of tasks) requireFresh('MultitaskWrapper', `"${task}"`, metric);
    this.#tasks = tasks;
    this.#states = new MetricRecord(tasks);
    this.metrics = Object.freeze({ ...metrics });
  }

  override validate(...inputs: readonly [OfTasks<Tasks, 0>, OfTasks<Tasks, 1>]): void {
    for (const [task, metric] of this.#tasks) metric.validate(...this.#inputsOf(task, inputs));
    const unknown = inputs.flatMap(Object.keys).find((task) => !Object.hasOwn(this.metrics, task));
    if (unknown === undefined) return;
    throw new MetricInputError(
      `MultitaskWrapper: expected the tasks ${Object.keys(this.metrics).join(', ')}, got the unknown task "${unknown}"`,
    );
  }

  override createState(): StateRecord {
    return this.#states.create();
  }

  override updateState(states: StateRecord, ...inputs: readonly [OfTasks<Tasks, 0>, OfTasks<Tasks, 1>]): boolean {
    return this.#states.update(states, (task) => this.#inputsOf(task, inputs));
  }

  override computeFrom(states: StateRecord): TaskValues<Tasks, Prefix, Postfix> {
    const values = this.#tasks.map(([task, metric]) => [
      valueName(task, this.options),
      metric.computeFrom(states.get(task)) as unknown,
    ]);
    return Object.fromEntries(values) as TaskValues<Tasks, Prefix, Postfix>;
  }

  override scoresIn(values: Readonly<Record<string, unknown>>, name: string): NamedScore[] {
    const start = name === this.name ? '' : `${name}_`;
    return this.#tasks.flatMap(([task, metric]) => {
      const key = valueName(task, this.options);
      return metric.scoresIn(values[key], start + key);
    });
  }

  override resetState(states: StateRecord): StateRecord {
    return this.#states.reset(states);
  }

  override restoreState(snapshot: unknown): StateRecord {
    return this.#states.restore(snapshot);
  }

  protected override createTwin(): this {
    return new MultitaskWrapper(this.metrics, this.options) as unknown as this;
  }

  protected override describeOptions(): Record<string, unknown> {
    const metrics = this.#tasks.map(([task, metric]) => [task, metric.describe()] as const);
    return { ...super.describeOptions(), metrics: Object.fromEntries(metrics) };
  }

  #inputsOf(task: string, inputs: readonly unknown[]): unknown[] {
    return inputs.map((ofTasks, k) => {
      if (typeof ofTasks === 'object' && ofTasks !== null && Object.hasOwn(ofTasks, task)) {
        return (ofTasks as Record<string, unknown>)[task];
      }
      throw new MetricInputError(
        `MultitaskWrapper: ${k === 0 ? 'preds' : 'target'}: expected a value for the task "${task}", got none`,
      );
    });
  }
}
