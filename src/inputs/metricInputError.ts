/**
 * What a user handed in can't be used. The message says what was expected, what came, and where;
 * the metric or table that raised it is as it was before the call.
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
 * message.startsWith('preds[2] is 0.5: expected an integer label'); // true
 * ```
 */
export class MetricInputError extends TypeError {
  /** The name that the error is shown with. */
  override readonly name = 'MetricInputError';
}
