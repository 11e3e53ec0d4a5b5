/** Samples of one class or label against all others, as counts or sums of weights. */
export interface OneVsRest {
  /** True positives: samples of the class that are predicted as such. */
  readonly tp: number;
  /** False positives: samples of other classes that are predicted as this class. */
  readonly fp: number;
  /** False negatives: samples of the class that are predicted as another. */
  readonly fn: number;
  /** True negatives: samples of other classes that are not predicted as this class. */
  readonly tn: number;
}
