/** Numbers of points around each point. */
export interface Counts {
  /** Points at most the radius away, including the point itself. */
  readonly within: Int32Array;
  /** Points exactly the radius away; if the radius is 0, including the point itself. */
  readonly tied: Int32Array;
}
