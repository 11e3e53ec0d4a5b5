import { auroc } from '../../functional/classification/curves/auroc.ts';
import { aurocOptions, type AurocOptions } from '../../functional/classification/curves/aurocOptions.ts';
import {
  CLASS_SCORE_READING_OPTIONS,
  classScoreCountsFor,
  classScoreReadingOptions,
  requireBinaryOptions,
} from '../../functional/classification/curves/readClassScores.ts';
import type { ScoreCountsOptions } from '../../functional/classification/curves/scoreOptions.ts';
import { withoutOptions } from '../../inputs/options/withoutOptions.ts';
import { isEmpty } from '../../inputs/flatValues.ts';
import { readPairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { Samples } from '../../inputs/samples.ts';
import { ScoreMetric, type BinaryScoreBatch } from '../../metrics/families/scoreMetric.ts';
import { ClassScoreCounts } from '../../state/scores/classScoreCounts.ts';
import type { ScoreCounts } from '../../state/scores/scoreCounts.ts';

/**
 * Area under the ROC curve of the scores of all batches: {@link auroc} of the counted scores.
 *
 * By default, the value is exact, and memory grows with the number of distinct scores. With `thresholds`, scores in the
 * same bin count as equal, and memory depends only on the numbers of thresholds and classes. Pass weights with each
 * batch: `update(preds, target, { sampleWeight })`. For scores of several classes, set `multiclass`. The state is then
 * a {@link ClassScoreCounts}.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link AurocOptions}.
 *
 * @example
 * ```ts
 * import { Auroc } from 'tfjs-metrics';
 *
 * const metric = new Auroc();
 * metric.update([0.1, 0.4], [0, 0]);
 * metric.update([0.35, 0.8], [1, 1]);
 * metric.compute(); // 0.75
 *
 * const ofClasses = new Auroc({ multiclass: 'ovo' });
 * ofClasses.update(
 *   [
 *     [0.7, 0.2, 0.1],
 *     [0.3, 0.4, 0.3],
 *     [0.2, 0.5, 0.3],
 *   ],
 *   [0, 1, 2],
 * );
 * ofClasses.compute(); // 0.75
 * ```
 */
export class Auroc extends ScoreMetric<AurocOptions> {
  static override readonly metricName = 'Auroc';
  static override readonly title = 'AUROC';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: AurocOptions) {
    super(options, aurocOptions);
    // Throws if the options do not fit.
    if (this.#isMulticlass) this.createState();
    else requireBinaryOptions(this.options);
  }

  protected override get scoreOptions(): ScoreCountsOptions<AurocOptions> {
    return withoutOptions(super.scoreOptions, CLASS_SCORE_READING_OPTIONS);
  }

  override get stateKey(): string {
    if (!this.#isMulticlass) return super.stateKey;
    const { multiclass, thresholds } = this.options;
    return `ClassScoreCounts ${JSON.stringify({ multiclass, thresholds, ...classScoreReadingOptions(this.options) })}`;
  }

  override createState(): ScoreCounts {
    // A union of states would have no methods that TypeScript could call.
    return this.#isMulticlass ? (classScoreCountsFor(this.options) as never) : super.createState();
  }

  override updateState(state: ScoreCounts, ...batch: BinaryScoreBatch | readonly [counts: ClassScoreCounts]): boolean {
    if (!this.#isMulticlass) return super.updateState(state, ...(batch as BinaryScoreBatch));
    const counts = state as unknown as ClassScoreCounts;
    const [first, target, options] = batch;
    if (first instanceof ClassScoreCounts) {
      counts.merge(first);
      return first.n > 0;
    }
    const { sampleWeight } = readPairOptions(options);
    counts.add(first as Samples, target as Labels, { ...classScoreReadingOptions(this.options), sampleWeight });
    return !isEmpty(first);
  }

  /** Computes {@link auroc} from the scores of all batches. */
  override computeFrom(counts: ScoreCounts): number {
    return auroc(counts, this.scoreOptions);
  }

  get #isMulticlass(): boolean {
    return this.options.multiclass !== undefined;
  }
}
