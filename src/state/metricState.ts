/** A state of any class. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the only type that erases the class of a state
export type AnyState = MetricState<any>;

/**
 * State that a metric keeps between batches. States can be merged, so parts of the data can be processed separately.
 * The size of tables of counts and of moments does not depend on the number of samples. The size of a `SampleBuffer`
 * without `maxSamples` does.
 */
export interface MetricState<Self> {
  /** Adds the data of `other`, which is not modified. */
  merge(other: Self): unknown;
  /**
   * Throws the error that {@link MetricState.merge} would throw, without modifying the state. It may return a function,
   * which is then called instead of `merge`. After this check, neither that function nor `merge` may throw.
   *
   * A state with the method `checkMerge` is modified in place, so the `updateState` of the metric must leave the state
   * unchanged if it throws. A state without `checkMerge` is copied before each update and merge, and the copy replaces
   * the state on success.
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
