import { describeValue } from './describeValue.ts';

/**
 * Thrown if an argument is invalid. The message names the argument, what was expected, and what was passed. A metric or
 * table that throws this error is not modified.
 *
 * @example
 * ```ts
 * import { MetricInputError, mutualInfoScore } from 'tfjs-metrics';
 *
 * let message = '';
 * try {
 *   mutualInfoScore([0, 1, 0.5], [0, 1, 1]);
 * } catch (error) {
 *   if (error instanceof MetricInputError) message = error.message;
 * }
 * message.split(';')[0]; // 'preds[2]: expected an integer label, got 0.5'
 * ```
 */
export class MetricInputError extends TypeError {
  /** Name of the error class. */
  override readonly name = 'MetricInputError';
}

/**
 * Returns the error for a value that is not what was expected.
 *
 * @param where - name of the argument.
 * @param fix - how to correct the call, if that is not obvious.
 */
export function inputError(where: string, expected: string, got: unknown, fix?: string): MetricInputError {
  const advice = fix === undefined ? '' : `; ${fix}`;
  return new MetricInputError(`${where}: expected ${expected}, got ${describeValue(got)}${advice}`);
}
