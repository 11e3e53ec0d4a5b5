import { checkClassScores } from '../../inputs/classification/classScores.ts';
import { NO_COLUMN } from '../../inputs/classification/columnsOfTargets.ts';
import { ignoredKeys } from '../../inputs/ignoredLabels.ts';
import { Accuracy } from '../../classification/confusion/accuracy.ts';
import { Auroc } from '../../classification/curves/auroc.ts';
import { BrierScore } from '../../classification/losses/brierScore.ts';
import { CalibrationError } from '../../classification/losses/calibrationError.ts';
import { LogLoss } from '../../classification/losses/logLoss.ts';
import { readClassLabels } from '../../inputs/classification/readClassLabels.ts';
import { labelKey, type Label } from '../../inputs/labels.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { unfittingOption } from '../../inputs/options/optionCheck.ts';
import type { AnyMetric } from '../../metrics/metric.ts';
import { LabeledSampleBuffer } from '../../state/samples/labeledSampleBuffer.ts';
import { MultiwayTable } from '../../state/tables/multiwayTable.ts';
import { sourcesOfMetrics, type ClassificationSources } from './classificationSources.ts';
import type { KeptSamples } from './classIntervals.ts';
import type { ClassifierBatch, ClassifierReadingOptions } from './classifierBatch.ts';
import { readScoresOfClasses, type ReadScores } from './readScoresOfClasses.ts';

/** Maximum number of samples that are kept for intervals. */
const MAX_KEPT = 10_000;

/** Number of samples that are added at once. */
const BLOCK = 4096;

/** Metrics of a classifier, updated batch by batch, from which a report is computed. */
export class ClassifierStates {
  readonly #reading: ClassifierReadingOptions;
  #ofClasses: Accuracy | undefined;
  #ofScores: readonly AnyMetric[] = [];
  #positiveLabel: Label | undefined;
  #threshold: number | undefined;
  /** Classes by the scores, predicted classes and true classes, if there are both scores and predictions. */
  readonly #agreement: MultiwayTable = new MultiwayTable();
  /** Samples with the scores of several classes, for intervals; undefined if they are weighted. */
  #kept: LabeledSampleBuffer | undefined = new LabeledSampleBuffer({ maxSamples: MAX_KEPT });

  /** @param reading - options, which hold for all batches. */
  constructor(reading: ClassifierReadingOptions) {
    this.#reading = reading;
  }

  /**
   * Adds a batch. All batches have the same kinds of inputs; the first determines the classes.
   *
   * @param name - name of the scores in error messages.
   * @throws {@link MetricInputError} if an input is invalid.
   */
  add(batch: ClassifierBatch, name: 'preds' | 'scores' = 'scores'): void {
    const { preds, scores, target, sampleWeight } = batch;
    const { labels, ignoreLabel, positiveLabel } = this.#reading;
    if (scores === undefined) {
      this.#requireNoThreshold('scores and no preds');
      this.#ofClasses ??= new Accuracy({ labels, ignoreLabel, positiveLabel });
      this.#ofClasses.update(preds!, target, { sampleWeight });
      return;
    }
    const read = withName(name, () => readScoresOfClasses(batch, this.#reading));
    if (this.#ofClasses === undefined) this.#start(read, preds !== undefined);
    const { truth, ranked } = read;
    withName(name, () => {
      for (const metric of this.#ofScores) {
        metric.update(metric instanceof Auroc ? ranked : read.scores, truth, { sampleWeight });
      }
      if (preds === undefined) this.#ofClasses!.update(read.scores, truth, { sampleWeight });
    });
    this.#keep(read, sampleWeight);
    if (preds === undefined) return;
    this.#ofClasses!.update(preds, truth, { sampleWeight });
    // Without both classes, the class of a score is not known.
    if (read.isBinary && read.labels?.length !== 2) return;
    const { preds: byScores } = readClassLabels(read.scores, truth, this.#classesOf(read));
    this.#agreement.add([byScores, readClassLabels(preds, truth, {}).preds, truth], { sampleWeight });
  }

  /** States of all batches. */
  get sources(): ClassificationSources {
    const metrics = [this.#ofClasses ?? new Accuracy(), ...this.#ofScores];
    const sources = sourcesOfMetrics(metrics.flatMap((metric: AnyMetric) => metric.partsIn(metric.state)));
    return {
      ...sources,
      positiveLabel: this.#reading.positiveLabel ?? this.#positiveLabel,
      threshold: this.#threshold,
      kept: this.#keptSamples,
      disagreement: this.#agreement.n > 0 ? this.#disagreement : undefined,
    };
  }

  get #disagreement(): { differing: number; all: number } {
    const ignored = ignoredKeys(this.#reading.ignoreLabel);
    let [differing, all] = [0, 0];
    for (const { labels, count } of this.#agreement.entries()) {
      const [byScores, predicted, truth] = labels.map(labelKey);
      if (ignored.has(truth!)) continue;
      all += count;
      if (byScores !== predicted) differing += count;
    }
    return { differing, all };
  }

  /** Creates the metrics for scores like those of the first batch. */
  #start(read: ReadScores, hasPreds: boolean): void {
    const { ignoreLabel, fromLogits, bins, labels, thresholds } = this.#reading;
    const { isBinary, positiveLabel } = read;
    if (hasPreds || !isBinary) this.#requireNoThreshold('scores of two classes and no preds');
    const reading = isBinary ? { positiveLabel, ignoreLabel, fromLogits } : { labels, ignoreLabel, fromLogits };
    const ranks = new Auroc({ ...(isBinary ? reading : { multiclass: 'ovr', labels, ignoreLabel }), thresholds });
    const others = [new CalibrationError({ ...reading, bins }), new LogLoss(reading), new BrierScore(reading)];
    this.#ofScores = [ranks, ...others];
    this.#ofClasses = hasPreds
      ? new Accuracy({ labels: isBinary ? labels : read.labels, ignoreLabel, positiveLabel })
      : new Accuracy(this.#classesOf(read));
    this.#positiveLabel = positiveLabel;
    if (isBinary && !hasPreds) this.#threshold = this.#reading.threshold ?? 0.5;
  }

  #keep({ isBinary, ranked, truth }: ReadScores, sampleWeight: ClassifierBatch['sampleWeight']): void {
    if (sampleWeight !== undefined) this.#kept = undefined;
    if (isBinary || this.#kept === undefined) return;
    const { labels, ignoreLabel } = this.#reading;
    const { data, size, columns } = checkClassScores(ranked, truth, { labels, ignoreLabel });
    // In blocks, because a batch may have all samples of a report.
    for (let start = 0; start < columns.length; start += BLOCK) {
      const scores = new Float64Array(BLOCK * size);
      const classes = new Int32Array(BLOCK);
      let n = 0;
      for (let i = start; i < Math.min(start + BLOCK, columns.length); i++) {
        if (columns[i] === NO_COLUMN) continue;
        scores.set(data.subarray(i * size, (i + 1) * size), n * size);
        classes[n++] = columns[i]!;
      }
      this.#kept.add({
        samples: { data: scores.subarray(0, n * size), n, d: size },
        labels: { kind: 'number', values: classes.subarray(0, n), fitsInt32: true },
      });
    }
  }

  get #keptSamples(): KeptSamples | undefined {
    if (this.#kept === undefined || this.#kept.seen === 0) return undefined;
    const { samples, labels } = this.#kept.labeled();
    return { data: samples.data, size: samples.d, columns: labels.values as Float64Array, n: this.#kept.seen };
  }

  /** Returns the options that convert scores to classes. */
  #classesOf({ isBinary, labels, positiveLabel }: ReadScores): ClassifierReadingOptions {
    const { ignoreLabel, fromLogits, threshold = 0.5 } = this.#reading;
    return isBinary ? { labels, positiveLabel, threshold, fromLogits, ignoreLabel } : { labels, ignoreLabel };
  }

  #requireNoThreshold(needed: string): void {
    const { threshold: value } = this.#reading;
    if (value !== undefined) throw unfittingOption('classificationReport', 'threshold', { needed, value });
  }
}

/** Replaces the name of the argument in errors of functions that take scores as `preds`. */
function withName<Result>(name: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof MetricInputError)) throw error;
    throw new MetricInputError(error.message.replace(/\bpreds\b/g, name), { cause: error });
  }
}
