/**
 * Thrown if an operation on a state fails: merging with a state of another kind, restoring an invalid snapshot, or
 * computing an undefined value with `onUndefined: 'throw'`.
 *
 * @example
 * ```ts
 * import { MetricStateError, MutualInfoScore } from 'tfjs-metrics';
 *
 * let message = '';
 * try {
 *   new MutualInfoScore({ base: 2 }).merge(new MutualInfoScore());
 * } catch (error) {
 *   if (error instanceof MetricStateError) message = error.message;
 * }
 * message;
 * // => 'MutualInfoScore: expected another with the options {"base":2},
 * //   got one with the options {}'
 * ```
 */
export class MetricStateError extends Error {
  /** Name of the error class. */
  override readonly name = 'MetricStateError';
}
