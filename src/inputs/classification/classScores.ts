import { areWithin } from '../../numeric/kernels/areWithin.ts';
import type { ScoreBatchOptions } from './binaryScores.ts';
import { columnsOfTargets, NO_COLUMN } from './columnsOfTargets.ts';
import { readClassTargets } from './readClassLabels.ts';
import { checkLabels, type Label } from '../labels.ts';
import { MetricInputError } from '../metricInputError.ts';
import { samplePlace } from '../samplePlace.ts';
import { readSamples, type CheckedSamples } from '../samples.ts';
import { checkSampleWeight } from '../sampleWeight.ts';

/** Options for reading the scores of several classes and their labels. */
export interface ClassScoreReadingOptions {
  /** Label of each column of class scores, in order. Default: column k is label k. */
  readonly labels?: readonly Label[] | undefined;
}

/** Largest difference from 1 of the sum of probabilities; rounded decimals and float16 have smaller ones. */
export const SUM_TOLERANCE = 1e-2;

/** Checked scores of K classes for N samples. */
export interface ClassScores {
  /** Scores, `N × K`, row after row: finite, except those of ignored samples. */
  readonly data: Float32Array | Float64Array;
  /** Number of classes. */
  readonly size: number;
  /** Column of the true class of each sample; `NO_COLUMN` for ignored samples and samples with weight 0. */
  readonly columns: Int32Array;
  /** Weight of each sample. Default: 1. */
  readonly weights: Float64Array | undefined;
}

/** Returns the number of scores per sample: 1 for a binary classifier, K for scores of K classes. */
export function scoresPerSample(preds: unknown): number {
  return readSamples(preds, 'preds').d;
}

/**
 * Checks scores of several classes.
 *
 * @param preds - score of each class for each sample, `[N, K]`.
 * @param target - label of each sample, `[N]`, or one-hot rows `[N, K]`.
 * @param range - `'probability'` if scores must be from 0 to 1 with a sum of 1 for each sample.
 * @throws {@link MetricInputError} if a score, label or weight is invalid, or the lengths differ.
 */
export function checkClassScores(
  preds: unknown,
  target: unknown,
  options: ScoreBatchOptions & ClassScoreReadingOptions = {},
  range: 'any' | 'probability' = 'any',
): ClassScores {
  const samples = readSamples(preds, 'preds');
  const { data, n, d: size } = samples;
  const truth = checkLabels(readClassTargets(target, size, options), 'target');
  const columns = columnsOfTargets(truth, size, options);
  if (columns.length !== n) {
    throw new MetricInputError(
      `preds, target: expected as many rows of scores as labels, got ${n} and ${columns.length}`,
    );
  }
  const weights = checkSampleWeight(options.sampleWeight, n);
  if (weights) for (let i = 0; i < n; i++) if (weights[i] === 0) columns[i] = NO_COLUMN;
  requireScores(samples, columns, range);
  return { data, size, columns, weights };
}

function requireScores(samples: CheckedSamples, columns: Int32Array, range: 'any' | 'probability'): void {
  const [low, high] = range === 'any' ? [-Number.MAX_VALUE, Number.MAX_VALUE] : [0, 1];
  const { data, n, d } = samples;
  if (!areWithin(data, low, high)) requireEachWithin(samples, columns, low, high);
  for (let i = 0; range === 'probability' && i < n; i++) {
    if (columns[i] === NO_COLUMN) continue;
    let sum = 0;
    for (let at = i * d; at < (i + 1) * d; at++) sum += data[at]!;
    if (Math.abs(sum - 1) <= SUM_TOLERANCE) continue;
    throw new MetricInputError(
      `preds: row ${i}: expected probabilities with a sum of 1, got a sum of ${sum}; ` +
        'for logits, set the option "fromLogits" to true',
    );
  }
}

function requireEachWithin(samples: CheckedSamples, columns: Int32Array, low: number, high: number): void {
  const { data, d } = samples;
  for (let at = 0; at < data.length; at++) {
    const [score, row] = [data[at]!, Math.floor(at / d)];
    if ((score >= low && score <= high) || columns[row] === NO_COLUMN) continue;
    const expected = high === 1 ? 'a probability from 0 to 1' : 'a finite number';
    const advice = high === 1 && Number.isFinite(score) ? '; for logits, set the option "fromLogits" to true' : '';
    throw new MetricInputError(`${samplePlace('preds', at, samples)}: expected ${expected}, got ${score}${advice}`);
  }
}
