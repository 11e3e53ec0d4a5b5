import { meanAbsoluteError } from '../losses/meanAbsoluteError.ts';
import { meanAbsolutePercentageError } from '../losses/meanAbsolutePercentageError.ts';
import { explainedVariance } from '../moments/explainedVariance.ts';
import { pearsonCorrCoef } from '../moments/pearsonCorrCoef.ts';
import { r2Score } from '../moments/r2Score.ts';
import { correlationInfluence } from './correlationInfluence.ts';
import type { IntervalScale } from './intervalScale.ts';
import { rankInfluence } from './rankInfluence.ts';
import type { RegressionPairs } from './regressionPairs.ts';
import { centered, squaresOf, standardized, weightedMean } from './weightedMean.ts';

/** Score of a regression whose interval is known. */
export type RegressionScoreName =
  | 'r2Score'
  | 'explainedVariance'
  | 'rootMeanSquaredError'
  | 'meanAbsoluteError'
  | 'meanAbsolutePercentageError'
  | 'meanResidual'
  | 'pearsonCorrCoef'
  | 'spearmanCorrCoef';

/** A score, and the influence of each sample on it: the derivative with respect to the weight of the sample, times n. */
export interface ScoreInfluence {
  readonly value: number;
  /** Influence of each sample; NaN if the values do not determine it, as for constant targets. */
  readonly influence: Float64Array;
  /** Size of the terms from which the score is computed, and to which its rounding errors are relative. */
  readonly size: number;
}

interface InfluencedScore {
  readonly scale: IntervalScale;
  readonly of: (pairs: RegressionPairs) => ScoreInfluence;
}

/** Returns target − prediction for each sample. */
export function residualsOf({ preds, target }: Pick<RegressionPairs, 'preds' | 'target'>): Float64Array {
  const residuals = new Float64Array(target);
  for (let i = 0; i < residuals.length; i++) residuals[i]! -= preds[i]!;
  return residuals;
}

/** A score that is the mean of one number per sample. */
function ofMean(
  terms: (pairs: RegressionPairs) => Float64Array,
  mean: (pairs: RegressionPairs) => number,
): InfluencedScore['of'] {
  return (pairs) => {
    const value = mean(pairs);
    return { value, influence: terms(pairs).map((term) => term - value), size: Math.abs(value) };
  };
}

/** A score 1 − ⟨r²⟩ / Var y, with r the residuals or their differences from their mean. */
function ofExplained(
  value: (pairs: RegressionPairs) => number,
  errors: (pairs: RegressionPairs) => Float64Array,
): InfluencedScore['of'] {
  return (pairs) => {
    const score = value(pairs);
    const y = standardized(centered(pairs.target, pairs), pairs).quotients;
    const r = standardized(errors(pairs), pairs).quotients;
    const influence = y.map((truth, i) => (1 - score) * (truth ** 2 - r[i]! ** 2));
    return { value: score, influence, size: 1 + Math.abs(score) };
  };
}

const weighted = ({ weights }: RegressionPairs): { readonly sampleWeight: Float64Array | undefined } => ({
  sampleWeight: weights,
});

/** Scores of regressions with the influence of each sample. */
export const REGRESSION_SCORES: Readonly<Record<RegressionScoreName, InfluencedScore>> = {
  r2Score: {
    scale: 'unexplained',
    of: ofExplained((of) => r2Score(of.preds, of.target, weighted(of)), residualsOf),
  },
  explainedVariance: {
    scale: 'unexplained',
    of: ofExplained(
      (of) => explainedVariance(of.preds, of.target, weighted(of)),
      (of) => centered(residualsOf(of), of),
    ),
  },
  rootMeanSquaredError: {
    scale: 'log',
    of: (pairs) => {
      const { quotients, rootMeanSquare: value } = standardized(residualsOf(pairs), pairs);
      return { value, influence: quotients.map((quotient) => (value / 2) * (quotient ** 2 - 1)), size: value };
    },
  },
  meanAbsoluteError: {
    scale: 'log',
    of: ofMean(
      (of) => residualsOf(of).map(Math.abs),
      (of) => meanAbsoluteError(of.preds, of.target, weighted(of)),
    ),
  },
  meanAbsolutePercentageError: {
    scale: 'log',
    of: ofMean(
      (of) => residualsOf(of).map((residual, i) => Math.abs(residual / of.target[i]!)),
      (of) => meanAbsolutePercentageError(of.preds, of.target, weighted(of)),
    ),
  },
  meanResidual: { scale: 'linear', of: ofMean(residualsOf, (of) => weightedMean(residualsOf(of), of)) },
  pearsonCorrCoef: {
    scale: 'fisher',
    of: (pairs) => {
      const value = pearsonCorrCoef(pairs.preds, pairs.target, weighted(pairs));
      const [x, y] = [pairs.preds, pairs.target].map(
        (values) => standardized(centered(values, pairs), pairs).quotients,
      ) as [Float64Array, Float64Array];
      return { value, influence: correlationInfluence(value, x, y), size: 1 };
    },
  },
  spearmanCorrCoef: { scale: 'fisher', of: (pairs) => ({ ...rankInfluence(pairs), size: 1 }) },
};

/** Standard errors and differences below this share of the size of a score are rounding errors. */
export const ROUNDING = 1e-14;

/**
 * Returns the standard error of a score, √(Σᵢ ψᵢ² / (n (n − 1))) with ψ the influences of the samples. NaN if it is 0
 * apart from rounding, or undefined: equal samples say nothing about the uncertainty.
 */
export function standardErrorOf(
  { influence, size }: Pick<ScoreInfluence, 'influence' | 'size'>,
  { weights, n }: Pick<RegressionPairs, 'weights' | 'n'>,
): number {
  if (n < 2) return NaN;
  const error = Math.sqrt(weightedMean(squaresOf(centered(influence, { weights, n })), { weights, n }) / (n - 1));
  return error > ROUNDING * size && error < Infinity ? error : NaN;
}
