import type { Label } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import type { ReportFacts } from '../document/reportFacts.ts';

/** Properties of a class in a report on a classifier. */
export interface PredictedClassFacts {
  /** Label of the class. */
  readonly label: Label;
  /** Number of samples of the class, or the sum of their weights. */
  readonly support: number;
  /** Number of samples that are predicted as this class, or the sum of their weights. */
  readonly predicted: number;
  /** Among samples predicted as this class, the fraction that belong to it; NaN without such samples. */
  readonly precision: number;
  /** Among samples of this class, the fraction that are predicted as this class; NaN without such samples. */
  readonly recall: number;
  /** Harmonic mean of precision and recall; NaN if the class neither occurs nor is predicted. */
  readonly f1Score: number;
  /**
   * Area under the ROC curve of the scores of this class, against all other classes. NaN if the area is undefined;
   * absent without scores.
   */
  readonly auroc?: number | undefined;
}

/** Curves of the scores of a class against all other classes, with at most about 1,000 points. */
export interface ClassCurveFacts {
  /** Label of the class. */
  readonly label: Label;
  /** False positive rate, ascending. */
  readonly fpr: readonly number[];
  /** True positive rate of each false positive rate. */
  readonly tpr: readonly number[];
  /** Recall, ascending. */
  readonly recall: readonly number[];
  /** Precision of each recall. */
  readonly precision: readonly number[];
}

/** A threshold of the score of a binary classifier, and the rates at it. */
export interface ThresholdFacts {
  /** Criterion that the threshold maximizes: the F1 score, or TPR − FPR. */
  readonly by: 'fBeta' | 'youden';
  /** Samples with a score of at least this threshold are predicted as positive. */
  readonly threshold: number;
  /** Precision at the threshold. */
  readonly precision: number;
  /** Recall at the threshold. */
  readonly recall: number;
  /** False positive rate at the threshold. */
  readonly fpr: number;
  /** F1 score at the threshold. */
  readonly f1Score: number;
}

/** Calibration of probabilities, one value for each bin with samples. */
export interface CalibrationFacts {
  /** Probabilities whose calibration is measured: those of the positive class, or the highest one of each sample. */
  readonly of: 'positive' | 'highest';
  /** Mean predicted probability of each bin. */
  readonly meanPredicted: readonly number[];
  /** Share of positive samples, or of correct predictions, in each bin. */
  readonly positiveShare: readonly number[];
  /** Number of samples in each bin, or the sum of their weights. */
  readonly weight: readonly number[];
}

/** Contents of a report on a classifier. */
export interface ClassificationFacts extends ReportFacts {
  /** Number of samples scored, or the sum of their weights. */
  readonly samples: number;
  readonly classes: readonly PredictedClassFacts[];
  /** Positive class of a binary classifier. */
  readonly positiveLabel?: Label | undefined;
  /** Threshold of the predictions, if they were made from the scores of a binary classifier. */
  readonly threshold?: number | undefined;
  readonly table: ContingencyTable;
  /** Curves of the positive class, or of up to six classes with the lowest AUROC; empty without scores. */
  readonly curves: readonly ClassCurveFacts[];
  readonly thresholds: readonly ThresholdFacts[];
  readonly calibration?: CalibrationFacts | undefined;
}
