import { MetricInputError } from '../../../inputs/metricInputError.ts';
import {
  checkLabelScores,
  type CheckedMultilabels,
  type Multilabels,
} from '../../../inputs/classification/multilabels.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { meanOfSamples, type MeanArguments, type ValuesOfSamples } from '../meanOfSamples.ts';
import { labelRankingOptions, type LabelRankingOptions } from './multilabelOptions.ts';
import { sortFloats } from '../../../numeric/sorting/sortFloats.ts';

/** Arguments of the mean of a score of rankings: its sum, or scores and targets. */
export type LabelRankingArguments = MeanArguments<Samples, Multilabels, LabelRankingOptions>;

/** Returns the score of the ranking of the labels of each sample; NaN for samples without known labels. */
export type LabelRankingScores = (batch: CheckedMultilabels<Float32Array | Float64Array>) => Float64Array;

/** Returns the mean of a score of rankings over samples. */
export function meanOfRankings(owner: string, scores: LabelRankingScores, args: LabelRankingArguments): number {
  return meanOfSamples(owner, labelRankingOptions, args, scoresOfRankings(scores));
}

/**
 * Returns a function that computes the score of the ranking of each sample. Labels that are not known are left out of the
 * ranking, and so are samples without known labels.
 */
export function scoresOfRankings(
  scores: LabelRankingScores,
): ValuesOfSamples<Samples, Multilabels, LabelRankingOptions> {
  return (preds, target, options) => {
    const batch = checkLabelScores(preds, target, options);
    const { n, size, weights } = batch;
    if (size < 2 && n > 0) throw new MetricInputError(`preds: expected at least 2 labels to rank, [N, L], got ${size}`);
    const values = scores(batch);
    const scoreColumns = n > 0 ? size : undefined;
    if (!values.some(Number.isNaN)) return { values, weights, scoreColumns };
    return {
      scoreColumns,
      values: values.filter((value) => !Number.isNaN(value)),
      weights: weights?.filter((_, i) => !Number.isNaN(values[i])),
    };
  };
}

/** Returns a function that computes a score of each sample from the ranking of its labels. */
export function eachRanking(score: (ranking: LabelRanking) => number): LabelRankingScores {
  return (batch) => {
    const ranking = new LabelRanking(batch);
    const scores = new Float64Array(batch.n);
    for (let i = 0; i < scores.length; i++) {
      ranking.moveTo(i);
      scores[i] = ranking.relevant + ranking.irrelevant === 0 ? NaN : score(ranking);
    }
    return scores;
  };
}

/** Labels of one sample with their scores. Labels that are not known are left out. */
class LabelRanking {
  readonly #scores: Float32Array | Float64Array;
  readonly #bits: Uint8Array;
  readonly #size: number;
  /** Scores of the labels that the sample has, and has not, to be sorted; one more element than needed. */
  readonly #sides: readonly [irrelevant: Float64Array, relevant: Float64Array];
  #from = 0;
  #relevant = 0;
  #unknown = 0;

  constructor({ preds, target, size }: CheckedMultilabels<Float32Array | Float64Array>) {
    this.#scores = preds;
    this.#bits = target;
    this.#size = size;
    this.#sides = [new Float64Array(size + 1), new Float64Array(size + 1)];
  }

  /** Moves to sample i. */
  moveTo(i: number): void {
    const [bits, from, to] = [this.#bits, i * this.#size, (i + 1) * this.#size];
    let [relevant, unknown] = [0, 0];
    for (let k = from; k < to; k++) {
      relevant += bits[k]! & 1;
      unknown += bits[k]! >> 1;
    }
    this.#from = from;
    this.#relevant = relevant;
    this.#unknown = unknown;
  }

  /** Number of labels that the sample has. */
  get relevant(): number {
    return this.#relevant;
  }

  /** Number of labels that the sample has not. */
  get irrelevant(): number {
    return this.#size - this.#unknown - this.#relevant;
  }

  /**
   * Visits the distinct scores of the labels that the sample has, from the highest.
   *
   * @param visit - called with the number of labels with that score, and of relevant and irrelevant labels with at least
   * that score.
   */
  visitRanks(visit: (tied: number, relevantAbove: number, irrelevantAbove: number) => void): void {
    const [irrelevant, relevant] = this.#sortedSides();
    const { relevant: relevantSize, irrelevant: irrelevantSize } = this;
    let other = irrelevantSize;
    for (let end = relevantSize; end > 0;) {
      const score = relevant[end - 1]!;
      let start = end - 1;
      while (start > 0 && relevant[start - 1] === score) start--;
      while (other > 0 && irrelevant[other - 1]! >= score) other--;
      visit(end - start, relevantSize - start, irrelevantSize - other);
      end = start;
    }
  }

  #sortedSides(): readonly [irrelevant: Float64Array, relevant: Float64Array] {
    const [irrelevant, relevant] = this.#sides;
    let [irrelevantSize, relevantSize] = [0, 0];
    // Without branches on the labels, which would be mispredicted.
    for (let k = this.#from; k < this.#from + this.#size; k++) {
      irrelevant[irrelevantSize] = relevant[relevantSize] = this.#scores[k]!;
      irrelevantSize += Number(this.#bits[k] === 0);
      relevantSize += Number(this.#bits[k] === 1);
    }
    sortFloats(irrelevant, undefined, irrelevantSize);
    sortFloats(relevant, undefined, relevantSize);
    return this.#sides;
  }
}
