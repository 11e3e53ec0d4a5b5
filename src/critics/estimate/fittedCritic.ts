/** Kind of a critic that was fitted to samples. */
export type CriticKind = 'independent' | 'gaussian' | 'network';

/** Critic that was fitted to some of the samples. */
export interface FittedCritic {
  readonly kind: CriticKind;
  /** Returns the scores f(xᵢ, yⱼ) of all pairs of K samples, given by their rows, `[K, K]`. */
  readonly scores: (rows: Int32Array) => Promise<ArrayLike<number>> | ArrayLike<number>;
  /** Reasons to doubt that the fit is complete. */
  readonly doubts: readonly string[];
}

/** Critic of independent variables: all scores are 0. */
export const independentCritic: FittedCritic = {
  kind: 'independent',
  scores: (rows) => new Float64Array(rows.length ** 2),
  doubts: [],
};
