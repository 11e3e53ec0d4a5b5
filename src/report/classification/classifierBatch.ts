import type { ClassPredictions, ClassTargets } from '../../inputs/classification/readClassLabels.ts';
import type { Label } from '../../inputs/labels.ts';
import type { Samples } from '../../inputs/samples.ts';
import type { Thresholds } from '../../inputs/classification/thresholds.ts';
import type { SampleWeight } from '../../inputs/sampleWeight.ts';

/** Options for reading the output of a classifier. */
export interface ClassifierReadingOptions {
  /**
   * All classes in order. With class scores `[N, K]`, they name the columns; column k is label k by default. Default
   * without class scores: the labels that occur, sorted.
   */
  readonly labels?: readonly Label[] | undefined;
  /**
   * Positive class of a binary classifier. Default: 1 or `true`; for class scores `[N, 2]`, the class of the second
   * column.
   */
  readonly positiveLabel?: Label | undefined;
  /** Probability above which a sample is predicted as positive, if `preds` are omitted. Default: 0.5. */
  readonly threshold?: number | undefined;
  /** Whether the scores are logits, not probabilities. Default: false. */
  readonly fromLogits?: boolean | undefined;
  /** Label or labels of targets to leave out, whatever is predicted for them. Default: none. */
  readonly ignoreLabel?: Label | readonly Label[] | undefined;
  /** Number of bins of the reliability diagram and the calibration error. Default: 15. */
  readonly bins?: number | undefined;
  /**
   * Thresholds between which scores are counted in bins, so that memory does not depend on the number of samples: a
   * list of numbers, or the number of evenly spaced thresholds from 0 to 1. Scores in the same bin then count as equal
   * in curves and areas. Default: none; curves and areas are exact.
   */
  readonly thresholds?: Thresholds | undefined;
}

/** A batch of the output of a classifier and the true classes; at least one of `preds` and `scores` is given. */
export interface ClassifierBatch {
  /**
   * Predicted classes, `[N]`. Default: the classes that follow from `scores`. Without `scores`, `preds` may be scores
   * too: probabilities `[N]` or `[N, K]`, or logits with `fromLogits`.
   */
  readonly preds?: ClassPredictions | undefined;
  /**
   * Probabilities of the positive class, `[N]`, or of each of K classes, `[N, K]`; with `fromLogits`, logits. Default:
   * none.
   */
  readonly scores?: Samples | undefined;
  /** True classes, `[N]`, or one-hot rows `[N, K]`. */
  readonly target: ClassTargets;
  /** Non-negative weight of each sample, or one weight for all. Default: 1. */
  readonly sampleWeight?: SampleWeight | undefined;
}
