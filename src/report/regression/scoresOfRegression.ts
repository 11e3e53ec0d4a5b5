import type { ChartedScore } from '../../charts/scoreParts.ts';
import { hasWholeWeights, intervalOfScore } from '../../functional/regression/intervals/regressionInterval.ts';
import type { RegressionPairs } from '../../functional/regression/intervals/regressionPairs.ts';
import { centered, standardized, weightedMean } from '../../functional/regression/intervals/weightedMean.ts';
import type { RegressionScoreName } from '../../functional/regression/intervals/scoreInfluence.ts';
import { ExplainedVariance } from '../../regression/explainedVariance.ts';
import { MeanAbsoluteError } from '../../regression/meanAbsoluteError.ts';
import { MeanAbsolutePercentageError } from '../../regression/meanAbsolutePercentageError.ts';
import { MeanSquaredError } from '../../regression/meanSquaredError.ts';
import { PearsonCorrCoef } from '../../regression/pearsonCorrCoef.ts';
import { R2Score } from '../../regression/r2Score.ts';
import { SpearmanCorrCoef } from '../../regression/spearmanCorrCoef.ts';
import { describeScore, scoreName } from '../scores/describeScore.ts';
import { namedScoreClass, type NamedScoreClass } from '../scores/namedScoreClass.ts';

const RESIDUALS = { range: [-Infinity, Infinity], higherIsBetter: null } as const;

/** Scores of reports on regressions, in display order. */
export const REGRESSION_SCORE_CLASSES: readonly NamedScoreClass[] = [
  namedScoreClass(R2Score, 'R2Score', 'R²'),
  namedScoreClass(ExplainedVariance, 'ExplainedVariance', 'Explained variance'),
  namedScoreClass(MeanSquaredError, 'RootMeanSquaredError', 'Root mean squared error'),
  namedScoreClass(MeanAbsoluteError, 'MeanAbsoluteError', 'Mean absolute error'),
  namedScoreClass(MeanAbsolutePercentageError, 'MeanAbsolutePercentageError', 'Mean absolute percentage error'),
  namedScoreClass(RESIDUALS, 'MeanResidual', 'Mean residual'),
  namedScoreClass(PearsonCorrCoef, 'PearsonCorrCoef', 'Pearson correlation'),
  namedScoreClass(SpearmanCorrCoef, 'SpearmanCorrCoef', 'Spearman correlation'),
];

/** Returns the title of a score of a regression. */
export function regressionTitle(name: string): string {
  return REGRESSION_SCORE_CLASSES.find((each) => scoreName(each) === name)?.title ?? name;
}

/** Computes the scores, with intervals if the weights are integers, beside those of always predicting the mean target. */
export function scoresOfRegression(pairs: RegressionPairs, notes: string[]): ChartedScore[] {
  const hasIntervals = hasWholeWeights(pairs);
  const zeros = pairs.target.filter((value: number) => value === 0).length;
  if (zeros > 0) {
    notes.push(
      `${zeros === 1 ? 'A target is' : `${zeros} targets are`} 0: the mean absolute percentage error is omitted.`,
    );
  }
  const baselines = baselinesOf(pairs);
  const scores = REGRESSION_SCORE_CLASSES.map((of) => ({ of, name: scoreName(of) as RegressionScoreName }))
    .filter(({ name }) => zeros === 0 || name !== 'meanAbsolutePercentageError')
    .map(({ of, name }) => {
      const { value, ...interval } = intervalOfScore(name, pairs, 0.95);
      return describeScore(of, value, hasIntervals ? interval : undefined, baselines[name]);
    });
  if (scores.some(({ interval }) => interval)) {
    notes.unshift('95 % confidence intervals from the influence of each sample on the score, for independent samples.');
  } else if (!hasIntervals) notes.unshift('The weights are not integers: confidence intervals are omitted.');
  return scores;
}

/** Scores of always predicting the mean target. */
function baselinesOf(pairs: RegressionPairs): Partial<Record<RegressionScoreName, number>> {
  const errors = centered(pairs.target, pairs);
  const sizes = errors.map(Math.abs);
  const { rootMeanSquare } = standardized(errors, pairs);
  return {
    ...(rootMeanSquare > 0 ? { r2Score: 0, explainedVariance: 0 } : {}),
    rootMeanSquaredError: rootMeanSquare,
    meanAbsoluteError: weightedMean(sizes, pairs),
    meanAbsolutePercentageError: weightedMean(
      sizes.map((each, i) => Math.abs(each / pairs.target[i]!)),
      pairs,
    ),
    meanResidual: 0,
  };
}
