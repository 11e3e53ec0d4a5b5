import { requireOptions } from '../inputs/options/requireOptions.ts';
import type { NamedScore } from '../metrics/namedScore.ts';
import { inputRows } from '../inputs/inputRows.ts';
import { readLabelColumns, type LabelMatrix } from '../inputs/readLabelColumns.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import type { StateRecord } from '../state/composed/stateRecord.ts';
import { defineOptions } from '../inputs/options/defineOptions.ts';
import { booleanCheck, countCheck } from '../inputs/options/optionCheck.ts';
import type { AnyMetric, MetricInputs, MetricValue } from '../metrics/metric.ts';
import { MetricRecord } from '../metrics/metricRecord.ts';
import { WrapperMetric } from './wrapperMetric.ts';

/** Options for {@link MultioutputWrapper}. */
export interface MultioutputOptions {
  /** Number of outputs: columns of preds and target. */
  readonly outputs: number;
  /** For each output, ignore samples whose prediction or target of that output is NaN. Default: true. */
  readonly removeNans?: boolean | undefined;
}

/** Predicted and true values of several outputs, `[N, outputs]` each, and options for the metric. */
type MultioutputBatch<M extends AnyMetric> = readonly [
  preds: LabelMatrix,
  target: LabelMatrix,
  options?: MetricInputs<M>[2],
];

/** Maximum number of outputs. More are a mistake or a malicious snapshot. */
const MOST = 2 ** 16;

const multioutputOptions = /* @__PURE__ */ defineOptions<MultioutputOptions>('MultioutputWrapper', () => ({
  outputs: countCheck(1, 'outputs', MOST),
  removeNans: booleanCheck(),
}));

/**
 * Computes a metric for each output column of a model. The value is a list in the order of the columns. With
 * `removeNans`, the default, a sample that is NaN in one column still counts in the others.
 *
 * @throws {@link MetricInputError} if the metric has seen batches, or an option is invalid.
 *
 * @example
 * ```ts
 * import { MultioutputWrapper, PurityScore } from 'tfjs-metrics';
 *
 * const metric = new MultioutputWrapper(new PurityScore(), { outputs: 2 });
 * metric.update(
 *   [
 *     [0, 0],
 *     [1, 0],
 *     [NaN, 0],
 *   ],
 *   [
 *     [5, 5],
 *     [6, 5],
 *     [6, 7],
 *   ],
 * );
 * metric.compute(); // [1, 0.6667]
 * ```
 */
export class MultioutputWrapper<M extends AnyMetric> extends WrapperMetric<
  M,
  MetricValue<M>[],
  StateRecord,
  MultioutputOptions,
  MultioutputBatch<M>
> {
  static override readonly metricName = 'MultioutputWrapper';

  readonly #states: MetricRecord;

  constructor(metric: M, options: MultioutputOptions) {
    const checked = multioutputOptions(options);
    requireOptions('MultioutputWrapper', checked, ['outputs']);
    super(metric, checked);
    this.#states = new MetricRecord(Array.from({ length: checked.outputs }, (_, k) => [String(k), metric] as const));
  }

  override validate(...batch: MultioutputBatch<M>): void {
    for (const inputs of this.#inputsOf(batch)) this.metric.validate(...inputs);
  }

  override createState(): StateRecord {
    return this.#states.create();
  }

  override updateState(states: StateRecord, ...batch: MultioutputBatch<M>): boolean {
    const inputs = this.#inputsOf(batch);
    return this.#states.update(states, (name) => inputs[Number(name)]!);
  }

  override computeFrom(states: StateRecord): MetricValue<M>[] {
    return states.entries().map(([, state]) => this.metric.computeFrom(state as never) as MetricValue<M>);
  }

  override scoresIn(values: readonly MetricValue<M>[], name: string): NamedScore[] {
    return values.flatMap((value, k) =>
      this.metric
        .scoresIn(value as never, this.scoreName(name))
        .map((score) => ({ ...score, name: `${score.name}_${k}` })),
    );
  }

  override resetState(states: StateRecord): StateRecord {
    return this.#states.reset(states);
  }

  override restoreState(snapshot: unknown): StateRecord {
    return this.#states.restore(snapshot);
  }

  /** Returns the arguments of the metric for each output. */
  #inputsOf([preds, target, ...more]: MultioutputBatch<M>): unknown[][] {
    const { outputs, removeNans = true } = this.options;
    const [ofPreds, ofTarget] = [columnsOf(preds, 'preds', outputs), columnsOf(target, 'target', outputs)];
    return ofPreds.map((column, k) => {
      const inputs = [column, ofTarget[k], ...more];
      if (!removeNans || column.length !== ofTarget[k]!.length) return inputs;
      const kept: number[] = [];
      for (let i = 0; i < column.length; i++) {
        if (!Number.isNaN(column[i]) && !Number.isNaN(ofTarget[k]![i])) kept.push(i);
      }
      return kept.length === column.length ? inputs : inputRows(inputs).choose(Int32Array.from(kept));
    });
  }
}

function columnsOf(input: LabelMatrix, name: string, outputs: number): ArrayLike<unknown>[] {
  const columns: ArrayLike<unknown>[] = readLabelColumns(input, name);
  if (columns.length === outputs) return columns;
  // An empty list of rows has no known number of columns.
  if (columns.length === 0) return Array.from({ length: outputs }, () => []);
  throw new MetricInputError(`${name}: expected ${outputs} columns, got ${columns.length}`);
}
