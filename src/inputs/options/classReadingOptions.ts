import type { Label } from '../labels.ts';

/** Options of a classifier's outputs that do not apply to a contingency table. */
export const CLASS_READING_OPTIONS: readonly ['threshold', 'fromLogits', 'topK'] = ['threshold', 'fromLogits', 'topK'];

/** Options that determine how the output of a classifier becomes labels. */
export interface ClassReadingOptions {
  /**
   * All classes in order: they name the columns of class scores, and include classes that never occur. Default: the
   * labels that occur, sorted; column k of class scores is label k.
   */
  readonly labels?: readonly Label[] | undefined;
  /** Positive class of a binary score. Default: 1, or true for booleans. Required for strings. */
  readonly positiveLabel?: Label | undefined;
  /**
   * Probability above which a sample is predicted as positive; a probability equal to it is not above. Default: 0.5.
   */
  readonly threshold?: number | undefined;
  /** Whether predictions `[N]` are logits, not probabilities. Default: false. */
  readonly fromLogits?: boolean | undefined;
  /**
   * For class scores `[N, K]`: the true class counts as predicted if it is among the `topK` highest scores. Otherwise
   * the class with the highest score is predicted. Default: 1.
   */
  readonly topK?: number | undefined;
  /** Label or labels of targets to leave out, whatever is predicted for them. Default: none. */
  readonly ignoreLabel?: Label | readonly Label[] | undefined;
}
