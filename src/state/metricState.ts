/** A state of any class. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the only type that erases the class of a state
export type AnyState = MetricState<any>;

/**
 * State that a metric keeps between batches. States can be merged, so parts of the data can be processed separately.
 * Counts and moments have a size that does not depend on the number of samples; a `SampleBuffer` without `maxSamples`
 * grows with it.
 */
export interface MetricState<Self> {
  /** Adds the data of `other`, which is not modified. */
  merge(other: Self): unknown;
  /**
   * Throws what {@link MetricState.merge} would throw, without modifying the state. It may return a function, which is
   * then called instead of `merge`; neither may throw after this check.
   *
   * A state with this method is modified in place, so the metric's `updateState` must leave it unchanged if it throws.
   * A state without it is copied before each update and merge, and the copy replaces it on success.
   */
  checkMerge?(other: Self): unknown;
  /** Returns an independent copy. */
  clone(): Self;
  /** Returns a JSON-serializable snapshot. The static method `fromJSON` of the class restores it. */
  toJSON(): unknown;
  /** Removes the data of `other`, for states that support it. */
  readonly subtract?: ((other: Self) => unknown) | undefined;
  /** False if sums are rounded, so that {@link MetricState.subtract} leaves a rounding error. Default: true. */
  readonly isExact?: boolean;
}
