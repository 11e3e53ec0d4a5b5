/**
 * A state can't do what was asked of it: it is merged with one of another kind, restored from a
 * snapshot that is damaged, or asked for a value that it leaves undefined.
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
 * message; // 'MutualInfoScore with the options {"base":2} can\'t take in one with the options {}'
 * ```
 */
export class MetricStateError extends Error {
  /** The name that the error is shown with. */
  override readonly name = 'MetricStateError';
}
