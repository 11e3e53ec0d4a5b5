import { checkSampleBlocks } from '../checkSampleBlocks.ts';
import { MetricInputError } from '../metricInputError.ts';
import { checkSampleWeight } from '../sampleWeight.ts';
import { checkSamples, type CheckedSamples } from '../samples.ts';

/** Checked predictions and targets of the same shape, `[N, D]`. */
export interface OutputPairs {
  readonly preds: CheckedSamples;
  readonly target: CheckedSamples;
  /** Weight of each sample; undefined if all weights are 1. */
  readonly weights: Float64Array | undefined;
}

/** Names of the two arguments in error messages. */
export const OUTPUT_NAMES = ['preds', 'target'] as const;

/**
 * Checks predictions and targets, `[N]` or `[N, D]` for D outputs, and the weights of the samples.
 *
 * @param read - reads one input. Default: values that are not finite are rejected.
 * @throws {@link MetricInputError} if a value is not finite, a weight is invalid, or the shapes differ.
 */
export function checkOutputPairs(
  preds: unknown,
  target: unknown,
  sampleWeight: unknown,
  names: readonly [preds: string, target: string] = OUTPUT_NAMES,
  read: typeof checkSamples = checkSamples,
): OutputPairs {
  const [first, second] = checkSampleBlocks([preds, target], names, read) as [CheckedSamples, CheckedSamples];
  if (first.n > 0 && first.d !== second.d) {
    const shapes = [first, second].map(({ n, d }) => `[${n}, ${d}]`).join(' and ');
    throw new MetricInputError(`${names.join(', ')}: expected equal shapes, got ${shapes}`);
  }
  return { preds: first, target: second, weights: checkSampleWeight(sampleWeight, first.n) };
}

/** Returns the values of one output. */
export function outputOf({ data, n, d }: CheckedSamples, output: number): Float64Array | Float32Array {
  if (d === 1) return data;
  const values = new Float64Array(n);
  for (let i = 0; i < n; i++) values[i] = data[i * d + output]!;
  return values;
}
