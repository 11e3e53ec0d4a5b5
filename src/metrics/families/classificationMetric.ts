import { CLASS_READING_OPTIONS } from '../../inputs/options/classReadingOptions.ts';
import { withoutOptions } from '../../inputs/options/withoutOptions.ts';
import { classCells } from '../../functional/classification/confusion/countClasses.ts';
import { labelPlaces, type LabelPlaces } from '../../inputs/labelPlaces.ts';
import {
  classOptions,
  type ClassOptions,
  type ClassTableOptions,
} from '../../functional/classification/confusion/classOptions.ts';
import { readPairOptions } from '../../inputs/labelPairs.ts';
import { readClassLabels, type ClassPredictions } from '../../inputs/classification/readClassLabels.ts';
import type { OptionsReader } from '../../inputs/options/defineOptions.ts';
import { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { ContingencyMetric, type LabelBatch } from './contingencyMetric.ts';

/**
 * Base class for scores of a classifier that are computed from the contingency table of all batches.
 *
 * An update takes labels, class scores or probabilities; see {@link ClassPredictions}. In a collection, scores with the
 * same {@link ClassReadingOptions} share one table. If none of these options is set, scores of clusterings share the
 * table too.
 *
 * A custom score is a function of that table:
 *
 * @example
 * ```ts
 * import { ClassificationMetric, type ContingencyTable } from 'tfjs-metrics';
 *
 * class PredictedClasses extends ClassificationMetric {
 *   override computeFrom(table: ContingencyTable) {
 *     return table.predLabels.length;
 *   }
 * }
 *
 * const metric = new PredictedClasses();
 * metric.update(
 *   [
 *     [0.2, 0.8],
 *     [0.9, 0.1],
 *   ],
 *   [1, 1],
 * );
 * metric.compute(); // 2
 * ```
 */
export abstract class ClassificationMetric<
  Options extends ClassOptions = ClassOptions,
  Value = number,
> extends ContingencyMetric<Options, ClassPredictions, Value> {
  static override readonly acceptsScores: boolean = true;

  /** Index of each class of the option `labels`, which takes longer than a small batch if there are many. */
  #places: LabelPlaces | undefined;

  constructor(options?: Options, reader: OptionsReader<Options> = classOptions as never) {
    super(options, reader);
  }

  /** Options of the score, without those that determine how a batch is read. */
  protected get scoreOptions(): ClassTableOptions<Options> {
    return withoutOptions(this.options, CLASS_READING_OPTIONS);
  }

  override get stateKey(): string {
    const { labels, positiveLabel, threshold, fromLogits, topK, ignoreLabel } = this.options;
    const reading = JSON.stringify({ labels, positiveLabel, threshold, fromLogits, topK, ignoreLabel });
    return reading === '{}' ? super.stateKey : `${super.stateKey} ${reading}`;
  }

  override updateState(state: ContingencyTable, ...batch: LabelBatch<ClassPredictions>): boolean {
    const [first, target, options] = batch;
    if (first instanceof ContingencyTable) {
      this.validateState(first);
      return super.updateState(state, first);
    }
    const { sampleWeight: given } = readPairOptions(options);
    const {
      preds,
      target: truth,
      sampleWeight,
      scoreColumns,
    } = readClassLabels(first, target, {
      ...this.options,
      sampleWeight: given,
    });
    const table = new ContingencyTable().add(preds, truth, { sampleWeight });
    table.scoreColumns = scoreColumns;
    this.validateState(table);
    return super.updateState(state, table);
  }

  /** @throws {@link MetricInputError} if preds and target are of different kinds, or a label is not in `labels`. */
  override validateState(state: ContingencyTable): void {
    super.validateState(state);
    const { ignoreLabel, labels } = this.options;
    if (labels !== undefined) this.#places ??= labelPlaces(labels);
    classCells(this.name, state.cells, labels, ignoreLabel, this.#places);
  }
}
