import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { checkOutputPairs } from '../../../inputs/regression/outputPairs.ts';

/** Predictions and targets of one output. */
export interface RegressionPairs {
  readonly preds: Float64Array | Float32Array;
  readonly target: Float64Array | Float32Array;
  /** Positive weight of each sample; undefined if all weights are 1. */
  readonly weights: Float64Array | undefined;
  /** Number of samples, or the sum of their weights. */
  readonly n: number;
  /** Number of rows in the input. */
  readonly size: number;
  /** Row of each sample in the input; undefined if all rows are samples. */
  readonly rows?: Int32Array | undefined;
}

/**
 * Checks the predictions and targets of one output, and leaves out samples with weight 0.
 *
 * @param advice - how to evaluate several outputs, for the error message.
 * @throws {@link MetricInputError} if an input is invalid, or there are several outputs.
 */
export function readRegressionPairs(
  preds: unknown,
  target: unknown,
  sampleWeight: unknown,
  { names = ['preds', 'target'], advice = '' }: { names?: readonly [string, string]; advice?: string } = {},
): RegressionPairs {
  const read = checkOutputPairs(preds, target, sampleWeight, names);
  const { n, d } = read.preds;
  if (n > 0 && d !== 1) {
    throw new MetricInputError(`${names.join(', ')}: expected shape [N] or [N, 1], got [${n}, ${d}]${advice}`);
  }
  const { weights } = read;
  const all = { preds: read.preds.data, target: read.target.data };
  if (weights === undefined) return { ...all, weights, n, size: n };
  const isUsed = (_: number, i: number): boolean => weights[i]! > 0;
  const used = weights.filter((weight) => weight > 0);
  return {
    preds: all.preds.filter(isUsed),
    target: all.target.filter(isUsed),
    weights: used,
    n: used.reduce((sum, weight) => sum + weight, 0),
    size: n,
    rows: Int32Array.from(weights.keys()).filter(isUsed),
  };
}
