import { numberFormat } from '../../charts/numberFormat.ts';
import type { ChartedScore } from '../../charts/scoreParts.ts';
import { countText, sizedText } from '../document/countText.ts';
import type { ReportDocument, ReportPart, Verdict } from '../document/reportDocument.ts';
import type { ReportLimits } from '../document/reportLimits.ts';
import { percent } from '../document/reportTable.ts';
import { scoreTable } from '../document/scoreTable.ts';
import { histogramChart, residualChart } from './regressionChart.ts';
import type { RegressionFacts } from './regressionFacts.ts';
import { regressionTitle } from './scoresOfRegression.ts';
import { groupTable, residualTable, worstTable } from './residualTable.ts';

/** Names of the baselines in the table of scores. */
const MEAN_TARGET = { head: 'Mean target', key: 'always predicting the mean target' } as const;

/** Arranges the contents of a report on a regression. */
export function regressionDocument(facts: RegressionFacts, { rows }: ReportLimits): ReportDocument {
  const { title, samples, scores, warnings, notes, quantiles, groups, worst } = facts;
  const named = scores.map((score) => ({ ...score, name: regressionTitle(score.name) }));
  return {
    kind: 'Regression report',
    title,
    sizes: sizedText(samples, 'sample'),
    verdict: verdictOf(scores),
    keyFacts: keyFacts(facts),
    warnings,
    sections: [
      { heading: 'Scores', parts: [scoreTable(named, MEAN_TARGET)] },
      { heading: 'Residuals', parts: [...figures(facts), residualTable(quantiles), groupTable(groups)] },
      { heading: 'Worst samples', parts: [worstTable(worst, rows)] },
    ],
    notes,
  };
}

function figures(facts: RegressionFacts): ReportPart[] {
  const { histogram } = facts;
  if (histogram === undefined) return [];
  return [
    { chart: () => residualChart(facts), description: 'Residuals of the samples against their predictions.' },
    { chart: () => histogramChart(histogram), description: 'Number of samples by residual.' },
  ];
}

/** States the explained share of the variance, and the error beside that of the mean target. */
function verdictOf(scores: readonly ChartedScore[]): Verdict | undefined {
  const find = (name: string): ChartedScore | undefined => scores.find((score) => score.name === name);
  const [explained, error] = [find('r2Score'), find('rootMeanSquaredError')];
  if (explained === undefined || !error?.baseline || Number.isNaN(explained.value)) return undefined;
  const text = numberFormat([error.value, error.baseline]);
  return {
    headline:
      explained.value > 0
        ? `The predictions explain ${percent(explained.value)} of the variance of the targets`
        : 'The predictions are not better than the mean target',
    reason: [
      ...(explained.interval && explained.value > 0
        ? [`95 % interval ${explained.interval.map(percent).join(' to ').replaceAll('-', '−')}`]
        : []),
      `root mean squared error ${text(error.value)}, and ${text(error.baseline)} for always predicting the mean target`,
    ].join('; '),
  };
}

function keyFacts({ samples, scores }: RegressionFacts): [name: string, value: string][] {
  const shown: Readonly<Record<string, string>> = {
    r2Score: 'R²',
    rootMeanSquaredError: 'RMSE',
    meanAbsoluteError: 'MAE',
    meanResidual: 'Mean residual',
    pearsonCorrCoef: 'Pearson correlation',
  };
  return [
    ['Samples', countText(samples)],
    ...scores
      .filter(({ name, value }) => Object.hasOwn(shown, name) && Number.isFinite(value))
      .map(({ name, value }): [string, string] => [shown[name]!, numberFormat([value])(value)]),
  ];
}
