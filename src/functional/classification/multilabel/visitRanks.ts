import type { PairOptions } from '../../../inputs/labelPairs.ts';
import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { checkLabelScores, UNKNOWN, type Multilabels } from '../../../inputs/classification/multilabels.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { meanOfSamples, type MeanArguments, type SampleValues, type ValuesOfSamples } from '../meanOfSamples.ts';
import { labelRankingOptions, type LabelRankingOptions } from './multilabelOptions.ts';

/** Arguments of the mean of a score of rankings: its sum, or scores and targets. */
export type LabelRankingArguments = MeanArguments<Samples, Multilabels, LabelRankingOptions>;

/** Score of the ranking of the labels of one sample, from the sorted scores of the labels that it has and has not. */
export type LabelRankingScore = (relevant: Float64Array, irrelevant: Float64Array) => number;

/** Returns the mean of a score of rankings over samples. */
export function meanOfRankings(owner: string, score: LabelRankingScore, args: LabelRankingArguments): number {
  return meanOfSamples(owner, labelRankingOptions, args, scoresOfRankings(score));
}

/**
 * Returns a function that computes the score of the ranking of each sample. Labels that are not known are left out of the
 * ranking, and so are samples without known labels.
 */
export function scoresOfRankings(score: LabelRankingScore): ValuesOfSamples<Samples, Multilabels, LabelRankingOptions> {
  return (preds, target, options) => scoresOfBatch(preds, target, options, score);
}

function scoresOfBatch(
  preds: Samples,
  target: Multilabels,
  options: LabelRankingOptions & PairOptions,
  score: LabelRankingScore,
): SampleValues {
  const { n, size, preds: scores, target: bits, weights } = checkLabelScores(preds, target, options);
  if (size < 2 && n > 0) throw new MetricInputError(`preds: expected at least 2 labels to rank, [N, L], got ${size}`);
  const sides = [new Float64Array(size), new Float64Array(size)] as const;
  const [values, kept] = [new Float64Array(n), weights && new Float64Array(n)];
  let next = 0;
  for (let i = 0; i < n; i++) {
    const sizes: [irrelevant: number, relevant: number] = [0, 0];
    for (let k = i * size; k < (i + 1) * size; k++) {
      const bit = bits[k]!;
      if (bit === UNKNOWN) continue;
      // −0 + 0 is 0: sorting puts −0 before 0, though they are equal.
      sides[bit as 0 | 1][sizes[bit as 0 | 1]++] = scores[k]! + 0;
    }
    if (sizes[0] + sizes[1] === 0) continue;
    if (kept) kept[next] = weights![i]!;
    values[next++] = score(sides[1].subarray(0, sizes[1]).sort(), sides[0].subarray(0, sizes[0]).sort());
  }
  return { values: values.subarray(0, next), weights: kept?.subarray(0, next) };
}

/**
 * Visits the distinct scores of the labels that a sample has, from the highest.
 *
 * @param visit - gets the number of labels with that score, and of relevant and irrelevant labels with at least that score.
 */
export function visitRanks(
  relevant: Float64Array,
  irrelevant: Float64Array,
  visit: (tied: number, relevantAbove: number, irrelevantAbove: number) => void,
): void {
  let other = irrelevant.length;
  for (let end = relevant.length; end > 0;) {
    const score = relevant[end - 1]!;
    let start = end - 1;
    while (start > 0 && relevant[start - 1] === score) start--;
    while (other > 0 && irrelevant[other - 1]! >= score) other--;
    visit(end - start, relevant.length - start, irrelevant.length - other);
    end = start;
  }
}
