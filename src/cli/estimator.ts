import type { TableFile } from './files/tableFile.ts';

/** Settings of an estimator. */
export interface EstimatorSettings {
  readonly x: string;
  readonly y: string;
  readonly bins: number;
  readonly k: number;
  /** Maximum number of rows to compare. Default: 5000 with a permutation test, otherwise 100,000. */
  readonly maxSamples?: number | undefined;
  /** Number of permutations of the test. */
  readonly permutations: number;
  readonly seed: number;
  readonly dropMissing: boolean;
  readonly ignoreLabel?: readonly string[] | undefined;
}

/** An estimate of mutual information, in nats. */
export interface Estimate {
  readonly value: number;
  readonly samples: number;
  /** Number of samples compared; undefined for estimators that use all samples. */
  readonly kept?: number | undefined;
  /** Description of the estimator. */
  readonly how: string;
  /** Reason for the choice of the estimator, if it was automatic. */
  readonly why?: string | undefined;
  /** P-value of the permutation test, if there was one. */
  readonly pValue?: number | undefined;
  readonly permutations?: number | undefined;
}

/** Estimator of the mutual information of two columns of a file. */
export interface Estimator {
  /** Short description for the help. */
  readonly summary: string;
  estimate(file: TableFile, options: EstimatorSettings): Promise<Estimate>;
}
