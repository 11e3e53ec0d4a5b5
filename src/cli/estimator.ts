import type { TableFile } from './files/tableFile.ts';
import type { TerminalLike } from './files/progress.ts';

/** Settings of an estimator. */
export interface EstimatorSettings {
  /** Columns of the first variable. */
  readonly x: readonly string[];
  /** Columns of the second variable. */
  readonly y: readonly string[];
  readonly bins: number;
  readonly k: number;
  /** Maximum number of rows to compare. Default: 5000 for `auto`, otherwise 100,000. */
  readonly maxSamples?: number | undefined;
  /** Number of permutations of the test. */
  readonly permutations: number;
  /** Column of groups of samples that depend on each other, for critics. */
  readonly groups?: string | undefined;
  /** Maximum number of training steps of a critic. */
  readonly maxSteps?: number | undefined;
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
  /** Reasons for the choice of the estimator, if it was automatic. */
  readonly why?: readonly string[] | undefined;
  /** P-value of a test of independence, if there was one. */
  readonly pValue?: number | undefined;
  /** Description of that test. */
  readonly test?: string | undefined;
  /** Confidence interval, if there is one, in nats. */
  readonly interval?: readonly [low: number, high: number] | undefined;
  /** Verdict on the interval. */
  readonly verdict?: { readonly status: string; readonly reasons: readonly string[] } | undefined;
}

/** Estimator of the mutual information of columns of a file. */
export interface Estimator {
  /** Short description for the help. */
  readonly summary: string;
  /** Reads the file, and returns a function that computes the estimate after the file is closed. */
  read(file: TableFile, settings: EstimatorSettings): Promise<ComputeEstimate>;
}

/** Computes an estimate, and shows its progress on a terminal. */
export type ComputeEstimate = (stderr: TerminalLike) => Estimate | Promise<Estimate>;
