/**
 * A state can't do what was asked of it: it is merged with one of another kind, restored from a
 * snapshot that is damaged, or asked for a value that it leaves undefined.
 */
export class MetricStateError extends Error {
  /** The name that the error is shown with. */
  override readonly name = 'MetricStateError';
}
