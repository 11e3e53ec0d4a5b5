import { inputError } from '../../inputs/metricInputError.ts';

/** @throws {@link MetricInputError} if a value is not a finite number above 0, or at least 0 with `orZero`. */
export function requireAboveZero(name: string, value: unknown, orZero = false): number {
  const isGood = typeof value === 'number' && value < Infinity && (value > 0 || (orZero && value === 0));
  if (isGood) return value;
  throw inputError(name, `a finite number ${orZero ? '≥ 0' : '> 0'}`, value);
}
