import * as tf from '@tensorflow/tfjs-core';
import * as lib from 'tfjs-metrics/information';
import { D, ENTROPY, K, type ExactBatch } from './exactBatches.ts';

/** Levels of mutual information, in nats. */
export const LEVELS: readonly number[] = [2, 4, 6, 8, 10];

/** Mean and variance of a bound over batches, at each level. */
export interface Moments {
  readonly means: readonly number[];
  readonly variances: readonly number[];
}

/** Bound at the exact critic, with reference values. */
export interface ExactBound {
  readonly name: string;
  compute(batch: ExactBatch): tf.Scalar;
  /** Moments over 3000 batches, computed in JAX. */
  readonly reference?: Moments;
  /** True for a mean of two bounds whose reference is that of one; its variance is then lower. */
  readonly isAveraged?: boolean;
  /** Theoretical expectation, if known. */
  expectation?(mutualInfo: number): number;
  /** True if very rare batches contribute much of the mean. */
  readonly isHeavyTailed?: true;
}

const of = (means: readonly number[], variances: readonly number[]): Moments => ({
  means,
  variances,
});

const JOINT = of([1.997, 4.002, 5.996, 8.004, 10.004], [0.057, 0.1, 0.13, 0.17, 0.2]);
const NWJ = of([1.996, 4.006, 6.04, 7.95, 10.15], [0.07, 0.27, 1.6, 37, 11]);
const DV = of([2.001, 4.057, 6.24, 8.59, 11.28], [0.068, 0.19, 0.45, 0.99, 1.8]);
const INFO_NCE = of([1.809, 3.07, 3.74, 4.025, 4.122], [0.04, 0.034, 0.014, 0.005, 0.0014]);
const CLUB = of([4.354, 9.681, 16.18, 24.12, 33.84], [0.1, 0.3, 0.64, 1.3, 2.4]);
// Both variants are multiples of the same difference, so one variance determines the other.
const CLUB_OFF_DIAGONAL = of(
  [4.423, 9.835, 16.44, 24.51, 34.38],
  CLUB.variances.map((variance) => variance * (K / (K - 1)) ** 2),
);

const identity = (mutualInfo: number): number => mutualInfo;
/** Returns D ρ² / (1 − ρ²), the expectation of CLUB without the diagonal. */
const spread = (mutualInfo: number): number => D * Math.expm1((2 * mutualInfo) / D);
const baseline = (): tf.Tensor1D => tf.zeros([K]);

const isHeavyTailed = true;
const unbiased = { reference: NWJ, expectation: identity, isHeavyTailed } as const;

const interpolated = (alpha: number, reference: Moments): ExactBound => ({
  name: `interpolated, α = ${alpha}`,
  compute: ({ scores }) => lib.interpolatedLowerBound(scores, baseline(), alpha),
  reference,
});

const infoNce = (contrast: 'rows' | 'columns' | 'symmetric'): ExactBound => ({
  name: `InfoNCE, ${contrast}`,
  compute: ({ scores }) => lib.infoNceLowerBound(scores, { contrast }),
  reference: INFO_NCE,
  isAveraged: contrast === 'symmetric',
});

const smile = (clip: number, reference: Moments): ExactBound => ({
  name: `SMILE, τ = ${clip === Infinity ? '∞' : clip}`,
  compute: ({ scores }) => lib.smileLowerBound(scores, { clip }),
  reference,
});

/** All bounds, with the scores for which they are tight. */
export const BOUNDS: readonly ExactBound[] = [
  {
    name: 'Barber–Agakov',
    compute: ({ logReverse }) => lib.barberAgakovLowerBound(logReverse, ENTROPY),
    expectation: identity,
  },
  {
    name: 'NWJ of f + 1',
    compute: ({ scores }) => lib.nwjLowerBound(tf.add(scores, 1)),
    ...unbiased,
  },
  {
    name: 'TUBA, a = 0',
    compute: ({ scores }) => lib.tubaLowerBound(scores, baseline()),
    ...unbiased,
  },
  { name: 'JS', compute: ({ scores }) => lib.jsLowerBound(scores), ...unbiased },
  { name: 'DV', compute: ({ scores }) => lib.dvLowerBound(scores), reference: DV },
  { name: 'MINE', compute: ({ scores }) => lib.mineLowerBound(scores).bound, reference: DV },
  infoNce('rows'),
  infoNce('columns'),
  infoNce('symmetric'),
  {
    name: 'structured InfoNCE',
    compute: ({ logProbs }) => lib.structuredInfoNce(logProbs),
    reference: INFO_NCE,
  },
  interpolated(0.01, of([1.995, 3.971, 5.787, 7.265, 8.341], [0.067, 0.15, 0.23, 0.25, 0.21])),
  interpolated(0.5, of([1.922, 3.501, 4.577, 5.22, 5.558], [0.048, 0.055, 0.034, 0.019, 0.008])),
  interpolated(0.99, of([1.81, 3.09, 3.862, 4.375, 4.744], [0.04, 0.035, 0.017, 0.01, 0.006])),
  smile(1, of([2.37, 4.658, 6.823, 8.925, 10.97], [0.061, 0.11, 0.14, 0.17, 0.2])),
  smile(5, of([2.026, 4.266, 6.712, 9.328, 12.06], [0.064, 0.14, 0.21, 0.33, 0.5])),
  smile(Infinity, DV),
  {
    name: 'leave-one-out, upper',
    compute: ({ logProbs }) => lib.leaveOneOutUpperBound(logProbs),
    reference: of([2.158, 4.733, 7.841, 11.64, 16.27], [0.066, 0.15, 0.27, 0.49, 0.84]),
  },
  {
    name: 'CLUB, upper',
    compute: ({ logProbs }) => lib.clubUpperBound(logProbs),
    reference: CLUB,
    expectation: (mutualInfo) => (spread(mutualInfo) * (K - 1)) / K,
  },
  {
    name: 'CLUB without the diagonal, upper',
    compute: ({ logProbs }) => lib.clubUpperBound(logProbs, { includeDiagonal: false }),
    reference: CLUB_OFF_DIAGONAL,
    expectation: spread,
  },
  {
    name: 'variational, upper',
    compute: ({ logConditional, logMarginal }) => lib.variationalUpperBound(logConditional, logMarginal),
    reference: JOINT,
    expectation: identity,
  },
];
