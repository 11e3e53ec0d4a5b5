import { ignoredKeys } from '../../inputs/ignoredLabels.ts';
import { readClassLabels, readClassTargets } from '../../inputs/classification/readClassLabels.ts';
import { checkClassScores, scoresPerSample } from '../../inputs/classification/classScores.ts';
import { softmaxTerms } from '../../inputs/classification/softmaxTerms.ts';
import { checkLabels, labelKey, type Label, type Labels } from '../../inputs/labels.ts';
import { describeValue } from '../../inputs/describeValue.ts';
import { inputError } from '../../inputs/metricInputError.ts';
import type { FlatSamples, Samples } from '../../inputs/samples.ts';
import type { ClassifierBatch, ClassifierReadingOptions } from './classifierBatch.ts';

/** Scores as metrics take them, and their options. */
export interface ReadScores {
  /** Scores of the positive class, `[N]`, or of each class, `[N, K]`. */
  readonly scores: Samples;
  /** The scores as probabilities, whose order across samples is meaningful. */
  readonly ranked: Samples;
  /** True classes, `[N]`. */
  readonly truth: Labels;
  readonly isBinary: boolean;
  /**
   * Classes of the columns of `scores`, or the negative and the positive class; undefined if the latter is not known.
   */
  readonly labels: readonly Label[] | undefined;
  readonly positiveLabel: Label | undefined;
}

/**
 * Reads the scores of a batch. Scores `[N, 2]` become those of the positive class.
 *
 * @throws {@link MetricInputError} if an input is invalid.
 */
export function readScoresOfClasses(batch: ClassifierBatch, reading: ClassifierReadingOptions): ReadScores {
  const scores = batch.scores!;
  const columns = scoresPerSample(scores);
  if (columns === 1) return readPositive(batch, reading);
  const truth = readClassTargets(batch.target, columns, reading);
  if (columns === 2) return readPair(scores, truth, reading);
  const labels = reading.labels ?? Array.from({ length: columns }, (_, k) => k);
  const ranked = reading.fromLogits === true ? probabilitiesOf(scores, truth, reading) : scores;
  return { scores, ranked, truth, isBinary: false, labels, positiveLabel: undefined };
}

function readPositive({ scores, target, preds }: ClassifierBatch, reading: ClassifierReadingOptions): ReadScores {
  const truth = readClassTargets(target, 1, reading);
  const { kind, values } = checkLabels(truth, 'target');
  const { positiveLabel = kind === 'boolean' ? true : kind === 'number' ? 1 : undefined } = reading;
  const predicted = preds === undefined ? undefined : readClassLabels(preds, truth, {}).preds;
  const all = [...distinct(values), ...distinct(predicted === undefined ? [] : checkLabels(predicted, 'preds').values)];
  const labels = reading.labels ?? bothClasses(all, positiveLabel, reading.ignoreLabel);
  return { scores: scores!, ranked: scores!, truth, isBinary: true, labels, positiveLabel };
}

function distinct(values: ArrayLike<number | string>): Set<Label> {
  return new Set<Label>(Array.from(values));
}

/** Returns the negative and the positive class, sorted; undefined if the negative class is not known. */
function bothClasses(
  all: readonly Label[],
  positiveLabel: Label | undefined,
  ignoreLabel: ClassifierReadingOptions['ignoreLabel'],
): readonly Label[] | undefined {
  if (positiveLabel === undefined) return undefined;
  const positive = labelKey(positiveLabel);
  const ignored = ignoredKeys(ignoreLabel);
  const others = new Set(all.map(labelKey).filter((label) => label !== positive && !ignored.has(label)));
  // A single class may be the negative one.
  if (others.size === 0 && (positive === 0 || positive === 1)) others.add(1 - positive);
  const [negative] = others;
  if (others.size !== 1 || negative === undefined) return undefined;
  if (typeof positiveLabel === 'boolean') return [false, true];
  return negative < positive ? [negative, positive] : [positive, negative];
}

function readPair(scores: Samples, truth: Labels, reading: ClassifierReadingOptions): ReadScores {
  const isLogit = reading.fromLogits === true;
  const { data, columns } = checkClassScores(scores, truth, reading, isLogit ? 'any' : 'probability');
  const isBoolean = checkLabels(truth, 'target').kind === 'boolean';
  const labels = reading.labels ?? (isBoolean ? [false, true] : [0, 1]);
  const positiveLabel = reading.positiveLabel ?? labels[1]!;
  const column = labels.findIndex((label) => labelKey(label) === labelKey(positiveLabel));
  if (column < 0) {
    throw inputError(
      'option "positiveLabel"',
      `one of the classes ${labels.map(describeValue).join(' and ')}`,
      positiveLabel,
    );
  }
  // The probability of two logits depends on their difference.
  const ofPositive = Float64Array.from(columns, (_, i) => {
    const score = data[2 * i + column]!;
    return isLogit ? score - data[2 * i + 1 - column]! : score;
  });
  return { scores: ofPositive, ranked: ofPositive, truth, isBinary: true, labels, positiveLabel };
}

/** Converts logits of classes to probabilities. */
function probabilitiesOf(scores: Samples, truth: Labels, reading: ClassifierReadingOptions): FlatSamples {
  const { data, size, columns } = checkClassScores(scores, truth, reading);
  const all = new Float64Array(data.length);
  for (let i = 0; i < columns.length; i++) {
    const { largest, sum } = softmaxTerms(data, i * size, size);
    for (let k = i * size; k < (i + 1) * size; k++) all[k] = Math.exp(data[k]! - largest) / sum;
  }
  return { data: all, shape: [columns.length, size] };
}
