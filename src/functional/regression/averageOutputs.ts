import { sum } from '../../numeric/sum.ts';
import { mean } from '../../numeric/mean.ts';
import { undefinedScore } from '../undefinedScore.ts';
import type { UndefinedOptions } from './outputOptions.ts';

/** Options that decide how the scores of outputs are combined. */
export interface AveragingOptions extends UndefinedOptions {
  readonly multioutput?: 'uniformAverage' | 'varianceWeighted' | 'rawValues' | undefined;
}

/**
 * Combines the scores of outputs: an array of numbers with `multioutput: 'rawValues'`, and a number otherwise.
 *
 * @param scores - the score of each output; empty without samples.
 * @param variances - returns the variance of each target, up to a common factor.
 */
export function averageOutputs<Score extends number | number[]>(
  owner: string,
  scores: readonly number[],
  options: AveragingOptions,
  variances?: () => readonly number[],
): Score {
  return combined(owner, scores, options, variances) as Score;
}

function combined(
  owner: string,
  scores: readonly number[],
  options: AveragingOptions,
  variances?: () => readonly number[],
): number | number[] {
  const { multioutput, onUndefined } = options;
  if (scores.length === 0) {
    const value = undefinedScore(owner, onUndefined, NaN, 'there are no samples');
    return multioutput === 'rawValues' ? [] : value;
  }
  if (multioutput === 'rawValues') return [...scores];
  const weights = multioutput === 'varianceWeighted' ? variances!() : undefined;
  const total = weights === undefined ? 0 : sum(weights);
  if (weights === undefined || total === 0) return mean(scores);
  return sum(scores.map((score, j) => (weights[j] === 0 ? 0 : score * weights[j]!))) / total;
}
