/** Recommendation of `recommendEstimator`. */
export interface EstimatorRecommendation {
  /** Name of the function. `estimateMutualInfo` is exported by `tfjs-metrics/critics`, all others by `tfjs-metrics`. */
  readonly name: 'mutualInfoScore' | 'rossMutualInfo' | 'ksgMutualInfo' | 'estimateMutualInfo';
  /** Options to pass to the function. */
  readonly options: {
    /** Correction of the bias of counts, for `mutualInfoScore`. */
    readonly estimator?: 'jackknife' | 'grassberger';
    /** Standardization of columns, for `rossMutualInfo` and `ksgMutualInfo`. */
    readonly standardize?: 'rank';
  };
  /**
   * Order of the arguments: `['y', 'x']` if `x` holds the labels, the second argument of `rossMutualInfo`.
   * `estimateMutualInfo` takes `x` and `y` as options.
   */
  readonly order: readonly ['x', 'y'] | readonly ['y', 'x'];
  /** Facts that led to the recommendation, such as `'y holds numbers in 64 columns'`. */
  readonly reasons: readonly string[];
}
