import type { TableFile } from './files/tableFile.ts';

/** What an estimate is made with. */
export interface EstimatorSettings {
  readonly x: string;
  readonly y: string;
  readonly bins: number;
  readonly k: number;
  /** Number of rows to compare with each other. Default: 5000 for a shuffle test, else 100,000. */
  readonly maxSamples?: number | undefined;
  /** Number of permutations of the shuffle test. */
  readonly permutations: number;
  readonly seed: number;
  readonly dropMissing: boolean;
  readonly ignoreLabel?: readonly string[] | undefined;
}

/** An estimate of mutual information, in nats. */
export interface Estimate {
  readonly value: number;
  readonly samples: number;
  /** Number of samples that were compared, if fewer than all may have been. */
  readonly kept?: number | undefined;
  /** Description of the estimator. */
  readonly how: string;
  /** Why the estimator was chosen, if it was not asked for. */
  readonly why?: string | undefined;
  /** The p-value of a shuffle test, if there was one. */
  readonly pValue?: number | undefined;
  readonly permutations?: number | undefined;
}

/** A way to estimate mutual information of two columns of a file. */
export interface Estimator {
  /** In a few words, for the help. */
  readonly summary: string;
  estimate(file: TableFile, options: EstimatorSettings): Promise<Estimate>;
}
