/**
 * What a metric remembers between batches: of a size that does not grow with the samples, and
 * mergeable, so that parts counted apart can be put together.
 */
export interface MetricState<Self> {
  /** Takes in what `other` has seen; `other` stays as it is. */
  merge(other: Self): unknown;
  /**
   * Throws what {@link MetricState.merge} would throw, and changes nothing. It may return a function, which
   * is then called instead of `merge`; neither may fail after this check.
   *
   * A state with this method is changed in place, so the metric's `updateState` must leave it unchanged if
   * it throws. A state without it is copied before each update and merge, and the copy is kept on success.
   */
  checkMerge?(other: Self): unknown;
  /** An independent copy. */
  clone(): Self;
  /** A plain object that `JSON.stringify` keeps whole. The class restores it by a static `fromJSON`. */
  toJSON(): unknown;
  /** Takes out what `other` has seen, where that can be undone. */
  readonly subtract?: ((other: Self) => unknown) | undefined;
  /** False where sums are rounded, so that {@link MetricState.subtract} leaves traces; true when left out. */
  readonly isExact?: boolean;
}
