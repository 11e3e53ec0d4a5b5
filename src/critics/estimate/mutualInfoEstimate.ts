import type { CriticKind } from './fittedCritic.ts';

/** Values from which the verdict on an estimate follows, in nats. */
export interface MutualInfoChecks {
  /** Critic that was chosen in each fold. */
  readonly critics: readonly CriticKind[];
  /** Mean bound of these critics on the samples that they were fitted to. It exceeds the estimate if they overfit. */
  readonly training: number;
  /** Mean increase of the bound on two folds when the number of training samples is doubled. */
  readonly growth: number;
  /** Logarithm of the number of groups whose pairs were scored together; estimates close to it saturate. */
  readonly ceiling: number;
  /**
   * Estimate of `gaussianCopulaMutualInfo` from the principal components that hold 99 % of the variance, without its bias
   * from few samples and from ranks. The interval includes it.
   */
  readonly gaussian: number;
  /** Estimate of `ksgMutualInfo` from one sample of each group, at most 5000; undefined with more than 3 columns. */
  readonly neighbors: number | undefined;
  /** Fraction of the samples that repeat an earlier sample of another group. */
  readonly repeated: number;
}

/** Verdict on an estimate. */
export interface EstimateVerdict {
  /** `'doubtful'` if at least one check failed. */
  readonly status: 'reliable' | 'doubtful';
  /** Reasons to doubt the estimate; empty if it is reliable. */
  readonly reasons: readonly string[];
}

/** Result of {@link estimateMutualInfo}. */
export interface MutualInfoEstimate {
  /** Estimate, in nats: the mean of `pointwise`. It can be slightly negative by chance. */
  readonly mutualInfo: number;
  /**
   * Confidence interval, in nats. Since the estimate is a lower bound on average, the interval extends upward to the
   * value on the training samples and to the upper confidence limit for normal variables.
   */
  readonly interval: readonly [low: number, high: number];
  /** Standard error of `mutualInfo`, in nats. */
  readonly standardError: number;
  /** Verdict on the estimate and its interval, with the reasons to doubt them. */
  readonly verdict: EstimateVerdict;
  /** Values from which the verdict follows. */
  readonly checks: MutualInfoChecks;
  /** Pointwise mutual information of each sample, in nats, from critics that were not fitted to it. */
  readonly pointwise: Float64Array;
}
