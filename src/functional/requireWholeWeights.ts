import { MetricInputError } from '../inputs/metricInputError.ts';

/** @throws {@link MetricInputError} if the weights are not whole numbers. */
export function requireWholeWeights(owner: string, areWhole: boolean): void {
  if (areWhole) return;
  throw new MetricInputError(`${owner}: expected whole numbers as weights, because it counts samples, got others`);
}
