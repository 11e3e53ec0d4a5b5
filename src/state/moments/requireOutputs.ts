import { MetricInputError } from '../../inputs/metricInputError.ts';

/**
 * Checks the numbers of outputs of two batches, of which one may be empty.
 *
 * @throws {@link MetricInputError} if they differ.
 */
export function requireOutputs(before: number, next: number): void {
  if (before === next || before === 0 || next === 0) return;
  throw new MetricInputError(`preds: expected [N, ${before}] as in earlier batches, got [N, ${next}]`);
}
