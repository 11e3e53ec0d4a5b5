import { numberFormat } from '../../charts/numberFormat.ts';
import type { ChartedScore } from '../../charts/scoreParts.ts';
import { hasWholeWeights, intervalOfScore } from '../../functional/regression/intervals/regressionInterval.ts';
import type { RegressionPairs } from '../../functional/regression/intervals/regressionPairs.ts';
import { residualsOf } from '../../functional/regression/intervals/scoreInfluence.ts';
import { centered } from '../../functional/regression/intervals/weightedMean.ts';
import { countText, sizedText } from '../document/countText.ts';
import { percent } from '../document/reportTable.ts';
import type { PredictionGroupFacts } from './regressionFacts.ts';
import type { ResidualFacts } from './residualFacts.ts';

/** Minimum number of samples without a warning. */
const MIN_SAMPLES = 30;
/** Confidence level at which a problem is reported, if it is also large enough. */
const CONFIDENCE = 0.99;
/** Mean residual, relative to the root mean squared error, from which on predictions are reported as biased. */
const MIN_BIAS = 0.1;
/** Correlation of absolute residuals with predictions from which on their spread is reported as not constant. */
const MIN_SPREAD_CORRELATION = 0.1;
/** Share of the squared residuals of the worst hundredth of the samples from which on they dominate. */
const DOMINANT = 0.5;
/** Minimum number of samples for that: one of fewer often has half of the sum. */
const MIN_WORST = 10;
/** Share of the variance that a line through the predictions would explain in addition. */
const MIN_GAIN = 0.1;

/** Returns warnings about a regression, as sentences. */
export function regressionWarnings(
  pairs: RegressionPairs,
  scores: readonly ChartedScore[],
  { groups, worstShare }: Pick<ResidualFacts, 'groups' | 'worstShare'>,
): string[] {
  const { preds, target, n } = pairs;
  const find = (name: string): ChartedScore | undefined => scores.find((score) => score.name === name);
  const isConstant = (values: RegressionPairs['preds']): boolean => values.every((value) => value === values[0]);
  const warnings: string[] = [];
  if (n < MIN_SAMPLES) warnings.push(`${fewSamples(n)}, so the scores are uncertain.`);
  if (n < 2) return warnings;
  const isTargetConstant = isConstant(target);
  if (isTargetConstant) {
    warnings.push(
      'All targets are equal, so R² and the explained variance are 0 or 1, and correlations are not defined.',
    );
  }
  if (isConstant(preds)) warnings.push('All predictions are equal.');
  if (!isTargetConstant) {
    warnings.push(...noGain(find('r2Score')), ...wrongScale(pairs, find('explainedVariance'), find('pearsonCorrCoef')));
  }
  return [
    ...warnings,
    ...bias(pairs, find('rootMeanSquaredError')),
    ...spread(pairs, groups),
    ...(worstShare >= DOMINANT && n >= MIN_WORST
      ? [
          `A few samples dominate the root mean squared error: the ${n < 200 ? 'worst one has' : 'worst 1 % have'} ${percent(worstShare)} of the sum of squared residuals.`,
        ]
      : []),
  ];
}

function fewSamples(n: number): string {
  if (!Number.isInteger(n)) return `The weights have a sum of only ${countText(n)}`;
  return `There ${n === 1 ? 'is' : 'are'} only ${sizedText(n, 'sample')}`;
}

/** Compares the predictions with the mean target. */
function noGain(score: ChartedScore | undefined): string[] {
  const { value = NaN, interval } = score ?? {};
  if ((interval?.[1] ?? value) < 0)
    return ['The predictions are worse than always predicting the mean target: R² is below 0.'];
  if ((interval?.[0] ?? value) > 0 || Number.isNaN(value)) return [];
  return [
    interval
      ? 'The predictions are not significantly better than always predicting the mean target: the interval of R² includes 0.'
      : 'The predictions are not better than always predicting the mean target: R² is not above 0.',
  ];
}

/** Compares the explained variance with that of the best linear function of the predictions. */
function wrongScale(
  pairs: RegressionPairs,
  explained: ChartedScore | undefined,
  correlation: ChartedScore | undefined,
): string[] {
  const [now, best] = [explained?.value ?? NaN, (correlation?.value ?? NaN) ** 2];
  if (!(best - now >= MIN_GAIN) || !hasWholeWeights(pairs)) return [];
  const { lower, upper } = intervalOfScore('pearsonCorrCoef', { ...pairs, target: residualsOf(pairs) }, CONFIDENCE);
  if (!(lower > 0 || upper < 0)) return [];
  const [first, second] = [now, best].map(numberFormat([now, best]));
  return [
    `The predictions have the wrong scale: a linear function of them would have an explained variance of ${second} instead of ${first}.`,
  ];
}

function bias(pairs: RegressionPairs, error: ChartedScore | undefined): string[] {
  if (!hasWholeWeights(pairs)) return [];
  const { value, lower, upper } = intervalOfScore('meanResidual', pairs, CONFIDENCE);
  if (!(lower > 0 || upper < 0) || Math.abs(value) < MIN_BIAS * (error?.value ?? NaN)) return [];
  const size = Math.abs(value);
  return [
    `The predictions are biased: they are too ${value > 0 ? 'low' : 'high'} by ${numberFormat([size])(size)} on average.`,
  ];
}

/** Reports residuals whose spread depends on the prediction. */
function spread(pairs: RegressionPairs, groups: readonly PredictionGroupFacts[]): string[] {
  const [lowest, highest] = [groups[0], groups.at(-1)];
  if (!hasWholeWeights(pairs) || lowest === undefined || highest === undefined) return [];
  const sizes = centered(residualsOf(pairs), pairs).map(Math.abs);
  const { lower, upper } = intervalOfScore('spearmanCorrCoef', { ...pairs, target: sizes }, CONFIDENCE);
  if (!(lower > MIN_SPREAD_CORRELATION || upper < -MIN_SPREAD_CORRELATION)) return [];
  const [from, to] = [lowest.absolute, highest.absolute].map(numberFormat([lowest.absolute, highest.absolute]));
  return [
    `The spread of the residuals ${lower > 0 ? 'grows' : 'shrinks'} with the prediction: the mean absolute residual is ${from} for the lowest predictions, and ${to} for the highest.`,
  ];
}
