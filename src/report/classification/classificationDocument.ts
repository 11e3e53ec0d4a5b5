import { numberFormat } from '../../charts/numberFormat.ts';
import type { ChartedScore } from '../../charts/scoreParts.ts';
import { countText, sizedText } from '../document/countText.ts';
import { heatMapRows } from '../document/heatMapRows.ts';
import { labelName } from '../document/labelNames.ts';
import type { ReportDocument, ReportPart, Verdict } from '../document/reportDocument.ts';
import type { ReportLimits } from '../document/reportLimits.ts';
import { percent } from '../document/reportTable.ts';
import { scoreTable } from '../document/scoreTable.ts';
import { twoDigits } from '../document/twoDigits.ts';
import {
  calibrationChart,
  confusionChart,
  confusionCounts,
  precisionRecallChart,
  rocChart,
} from './classificationChart.ts';
import type { ClassificationFacts } from './classificationFacts.ts';
import { calibrationTable, classScoreTable, confusionsTable, thresholdTable } from './classScoreTable.ts';
import { classificationTitle } from './classificationTitle.ts';
import { majorityOf } from './classificationWarnings.ts';

/** Arranges the contents of a report on a classifier. */
export function classificationDocument(facts: ClassificationFacts, { rows, labels }: ReportLimits): ReportDocument {
  const { title, samples, scores, classes, warnings, notes, table } = facts;
  const named = scores.map((score) => ({ ...score, name: classificationTitle(score.name) }));
  return {
    kind: 'Classification report',
    title,
    sizes: `${sizedText(samples, 'sample')}, ${sizedText(classes.length, 'class', 'classes')}`,
    verdict: verdictOf(facts),
    keyFacts: keyFacts(facts),
    warnings,
    sections: [
      { heading: 'Scores', parts: [scoreTable(named)] },
      {
        heading: 'Confusions',
        parts:
          samples === 0
            ? []
            : [
                {
                  chart: () => confusionChart(facts, labels),
                  description: 'Number of samples of each class that are predicted as each class.',
                },
                confusionsTable(table),
                heatMapRows('True classes (rows) by predicted classes (columns)', confusionCounts(facts, labels)),
              ],
      },
      { heading: 'Classes', parts: [classScoreTable(classes, rows)] },
      { heading: 'Probabilities', parts: probabilityParts(facts) },
    ],
    notes,
  };
}

function probabilityParts(facts: ClassificationFacts): ReportPart[] {
  const { curves, thresholds, calibration } = facts;
  return [
    ...(curves.length === 0
      ? []
      : [
          {
            chart: () => rocChart(facts),
            description: 'True positive rate against false positive rate for all thresholds.',
          },
          { chart: () => precisionRecallChart(facts), description: 'Precision against recall for all thresholds.' },
        ]),
    ...(calibration === undefined || calibration.weight.length === 0
      ? []
      : [
          {
            chart: () => calibrationChart(calibration),
            description: 'Observed shares against predicted probabilities.',
          },
          calibrationTable(calibration),
        ]),
    thresholdTable(thresholds),
  ];
}

/** States the accuracy beside that of predicting the most common class. */
function verdictOf({ scores, classes }: ClassificationFacts): Verdict | undefined {
  const find = (name: string): ChartedScore | undefined => scores.find((score) => score.name === name);
  const accuracy = find('accuracy');
  if (accuracy === undefined || Number.isNaN(accuracy.value)) return undefined;
  const { label, share } = majorityOf(classes);
  const f1 = find('macroF1Score') ?? find('f1Score');
  return {
    headline: `${percent(accuracy.value)} of the samples are classified correctly`,
    reason: [
      ...(accuracy.interval ? [`95 % interval ${accuracy.interval.map(percent).join(' to ')}`] : []),
      `predicting class ${labelName(label)} for all samples gives ${percent(share)}`,
      ...(f1
        ? [
            `${f1.name === 'f1Score' ? 'F1 score' : 'macro F1 score'} ${twoDigits(f1.value)}${f1.interval ? ` (${f1.interval.map(twoDigits).join(' to ')})` : ''}`,
          ]
        : []),
    ].join('; '),
  };
}

function keyFacts({ samples, classes, scores }: ClassificationFacts): [name: string, value: string][] {
  const shown = ['balancedAccuracy', 'f1Score', 'macroF1Score', 'matthewsCorrCoef', 'auroc'];
  const accuracy = scores.find(({ name }) => name === 'accuracy');
  return [
    ['Samples', countText(samples)],
    ['Classes', countText(classes.length)],
    ...(accuracy ? [['Accuracy', percent(accuracy.value)] as [string, string]] : []),
    ...scores
      .filter(({ name, value }) => shown.includes(name) && Number.isFinite(value))
      .map(({ name, value }): [string, string] => [classificationTitle(name), numberFormat([value])(value)]),
  ];
}
