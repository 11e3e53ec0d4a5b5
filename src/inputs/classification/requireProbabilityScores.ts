import { areWithin } from '../../numeric/kernels/areWithin.ts';
import { MetricInputError } from '../metricInputError.ts';

/**
 * Checks probabilities of the positive class.
 *
 * @param isIgnored - returns whether a sample is left out.
 * @throws {@link MetricInputError} if a value is not between 0 and 1.
 */
export function requireProbabilityScores(
  values: Float32Array | Float64Array,
  isIgnored?: (index: number) => boolean,
): void {
  if (areWithin(values, 0, 1)) return;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if ((value >= 0 && value <= 1) || isIgnored?.(i)) continue;
    const advice = Number.isFinite(value) ? '; for logits, set the option "fromLogits" to true' : '';
    throw new MetricInputError(`preds[${i}]: expected a probability from 0 to 1, got ${value}${advice}`);
  }
}
