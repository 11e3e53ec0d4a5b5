/** A score with its confidence interval and standard error. */
export interface ScoreIntervalValue {
  /** The score. */
  readonly value: number;
  /** Lower end of the confidence interval. */
  readonly lower: number;
  /** Upper end of the confidence interval. */
  readonly upper: number;
  /** Standard error of the score. */
  readonly standardError: number;
}
