import { withoutOptions } from '../../inputs/options/withoutOptions.ts';
import {
  MULTILABEL_READING_OPTIONS,
  multilabelOptions,
  type MultilabelCountsOptions,
  type MultilabelOptions,
} from '../../functional/classification/multilabel/multilabelOptions.ts';
import { multilabelReadingOptions, namesOfLabels } from '../../functional/classification/multilabel/readMultilabels.ts';
import { isEmpty } from '../../inputs/flatValues.ts';
import { readPairOptions, type PairOptions } from '../../inputs/labelPairs.ts';
import {
  checkMultilabels,
  type CheckedMultilabels,
  type MultilabelReadingOptions,
  type Multilabels,
} from '../../inputs/classification/multilabels.ts';
import type { OptionsReader } from '../../inputs/options/defineOptions.ts';
import { MultilabelCounts } from '../../state/tables/multilabelCounts.ts';
import { Metric } from '../metric.ts';

/** Arguments of an update: predicted and true labels, or counts. */
export type MultilabelBatch =
  | readonly [preds: Multilabels, target: Multilabels, options?: PairOptions | undefined]
  | readonly [counts: MultilabelCounts];

/**
 * Base class for scores of samples with several labels each that are computed from the counts of each label over all
 * batches. In a collection, scores with the same `threshold`, `fromLogits` and `ignoreLabel` share one state.
 *
 * A custom score is a function of that state:
 *
 * @example
 * ```ts
 * import { MultilabelMetric, type MultilabelCounts } from 'tfjs-metrics';
 *
 * class LabelsPerSample extends MultilabelMetric {
 *   override computeFrom({ labels, n }: MultilabelCounts) {
 *     return labels.reduce((sum, { tp, fn }) => sum + tp + fn, 0) / n;
 *   }
 * }
 *
 * const metric = new LabelsPerSample();
 * metric.update(
 *   [
 *     [0.9, 0.2],
 *     [0.7, 0.4],
 *   ],
 *   [
 *     [1, 0],
 *     [1, 1],
 *   ],
 * );
 * metric.compute(); // 1.5
 * ```
 */
export abstract class MultilabelMetric<
  Options extends Omit<MultilabelOptions, 'ignoreLabel'> = MultilabelOptions,
  Value = number,
> extends Metric<MultilabelBatch, Value, MultilabelCounts, Options> {
  static override readonly acceptsScores: boolean = true;

  constructor(options?: Options, reader: OptionsReader<Options> = multilabelOptions as never) {
    const { metricName, name } = new.target as typeof MultilabelMetric;
    super(reader(options, metricName ?? name));
  }

  /** Options of the score, without those that determine how a batch is read. */
  protected get scoreOptions(): MultilabelCountsOptions<Options> {
    return withoutOptions(this.options, MULTILABEL_READING_OPTIONS);
  }

  override get stateKey(): string {
    return `MultilabelCounts ${JSON.stringify({ ...this.#reading, labels: undefined })}`;
  }

  override createState(): MultilabelCounts {
    return new MultilabelCounts();
  }

  override updateState(state: MultilabelCounts, ...batch: MultilabelBatch): boolean {
    const [first, target, options] = batch;
    if (first instanceof MultilabelCounts) {
      this.validateState(first);
      state.merge(first);
      return first.n > 0;
    }
    state.addChecked(this.checkBatch(first, target, readPairOptions(options)));
    return !isEmpty(first);
  }

  /** @throws {@link MetricInputError} if the number of labels is not that of the option `labels`. */
  override validateState(state: MultilabelCounts): void {
    namesOfLabels(this.name, state, this.options);
  }

  /**
   * Checks a batch of predictions and targets.
   *
   * @internal
   */
  protected checkBatch(preds: unknown, target: unknown, batch: PairOptions): CheckedMultilabels<Uint8Array> {
    return checkMultilabels(preds, target, { ...this.#reading, ...batch });
  }

  get #reading(): MultilabelReadingOptions {
    return multilabelReadingOptions(this.options as MultilabelOptions);
  }
}
