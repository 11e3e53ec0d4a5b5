/**
 * What a metric remembers between batches: of a size that does not grow with the samples, and
 * mergeable, so that parts counted apart can be put together.
 */
export interface MetricState<Self> {
  /** Takes in what `other` has seen; `other` stays as it is. */
  merge(other: Self): unknown;
  /** Throws what {@link MetricState.merge} would throw, and changes nothing. */
  checkMerge?(other: Self): void;
  /** An independent copy. */
  clone(): Self;
  /** A plain object that `JSON.stringify` keeps whole. The class restores it by a static `fromJSON`. */
  toJSON(): unknown;
  /** Takes out what `other` has seen, where that can be undone. */
  readonly subtract?: ((other: Self) => unknown) | undefined;
  /** False where sums are rounded, so that {@link MetricState.subtract} leaves traces; true when left out. */
  readonly isExact?: boolean;
}
