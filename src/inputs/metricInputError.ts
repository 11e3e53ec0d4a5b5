/**
 * What a user handed in can't be used. The message says what was expected, what came, and where;
 * the metric or table that raised it is as it was before the call.
 */
export class MetricInputError extends TypeError {
  /** The name that the error is shown with. */
  override readonly name = 'MetricInputError';
}
