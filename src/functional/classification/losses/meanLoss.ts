import { checkBinaryScores, IGNORED, POSITIVE } from '../../../inputs/classification/binaryScores.ts';
import { NO_COLUMN } from '../../../inputs/classification/columnsOfTargets.ts';
import { checkClassScores, scoresPerSample } from '../../../inputs/classification/classScores.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Labels } from '../../../inputs/labels.ts';
import type { OptionsReader } from '../../../inputs/options/defineOptions.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { meanOfSamples, type MeanArguments, type SampleValues, type ValuesOfSamples } from '../meanOfSamples.ts';
import type { LossOptions } from './lossOptions.ts';

/** Arguments of the mean of a loss: its sum, or scores and labels. */
export type LossArguments<Options> = MeanArguments<Samples, Labels, Options>;

/** Loss of one sample. */
export interface SampleLoss {
  /** True if scores other than logits must be probabilities. */
  readonly ofProbabilities: boolean;
  /** Loss of a binary classifier. */
  readonly binary: (score: number, isPositive: boolean, context: LossContext) => number;
  /** Loss of scores of several classes, `data[start + k]` for class k. */
  readonly classes: (data: ArrayLike<number>, start: number, column: number, context: LossContext) => number;
}

/** Properties of all scores of a batch. */
interface LossContext {
  /** Number of classes. */
  readonly size: number;
  /** True if the scores are logits. */
  readonly isLogit: boolean;
  /** Distance from 1 to the next number in the type of the scores. */
  readonly epsilon: number;
}

/** Returns the mean of a loss. */
export function meanLoss<Options extends LossOptions>(
  owner: string,
  reader: OptionsReader<Options>,
  lossOf: (options: Options) => SampleLoss,
  args: LossArguments<Options>,
): number {
  return meanOfSamples(owner, reader, args, (preds, target, given) => lossesOf(lossOf(given))(preds, target, given));
}

/** Returns a function that computes the loss of each sample that is not ignored. */
export function lossesOf(loss: SampleLoss): ValuesOfSamples<Samples, Labels, LossOptions> {
  return (preds, target, options) => lossesOfBatch(preds, target, options, loss);
}

function lossesOfBatch(
  preds: Samples,
  target: Labels,
  options: LossOptions & PairOptions,
  loss: SampleLoss,
): SampleValues {
  const isLogit = options.fromLogits === true;
  const range = loss.ofProbabilities && !isLogit ? 'probability' : 'any';
  const raw = { ...options, fromLogits: undefined };
  const size = scoresPerSample(preds);
  let next = 0;
  let values: Float64Array;
  let weights: Float64Array | undefined;
  if (size > 1) {
    const scores = checkClassScores(preds, target, raw, range);
    const { data, columns } = scores;
    const context = { size, isLogit, epsilon: epsilonOf(data) };
    [values, weights] = [new Float64Array(columns.length), scores.weights && new Float64Array(columns.length)];
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i]!;
      if (column === NO_COLUMN) continue;
      if (weights) weights[next] = scores.weights![i]!;
      values[next++] = loss.classes(data, i * size, column, context);
    }
  } else {
    const { scores, classes, weights: given } = checkBinaryScores(preds, target, raw, range);
    const context = { size, isLogit, epsilon: epsilonOf(scores) };
    [values, weights] = [new Float64Array(scores.length), given && new Float64Array(scores.length)];
    for (let i = 0; i < scores.length; i++) {
      if (classes[i] === IGNORED) continue;
      if (weights) weights[next] = given![i]!;
      values[next++] = loss.binary(scores[i]!, classes[i] === POSITIVE, context);
    }
  }
  return {
    values: values.subarray(0, next),
    weights: weights?.subarray(0, next),
    scoreColumns: values.length > 0 ? size : undefined,
  };
}

function epsilonOf(scores: Float32Array | Float64Array): number {
  return scores instanceof Float32Array ? 2 ** -23 : Number.EPSILON;
}
