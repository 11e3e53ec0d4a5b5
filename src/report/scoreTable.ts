import type { ChartedScore } from '../charts/scoreParts.ts';
import { shortNumber } from '../charts/shortNumber.ts';
import type { ReportTable } from './reportTable.ts';
import { scoreTitle } from './scoreTitle.ts';

/** Table of scores with their intervals, chance baselines and ranges. */
export function scoreTable(scores: readonly ChartedScore[]): ReportTable<ChartedScore> {
  const has = (field: 'interval' | 'baseline'): boolean => scores.some((score) => score[field] !== undefined);
  return {
    caption: 'Scores',
    columns: [
      { head: 'Score', kind: 'label', cell: ({ name }) => scoreTitle(name) },
      { head: 'Value', kind: 'number', cell: ({ value }) => shortNumber(value) },
      ...(has('interval')
        ? [
            {
              head: '95 % interval',
              kind: 'number' as const,
              cell: ({ interval }: ChartedScore) =>
                interval ? `${shortNumber(interval[0])} … ${shortNumber(interval[1])}` : '–',
            },
          ]
        : []),
      ...(has('baseline')
        ? [
            {
              head: 'By chance',
              kind: 'number' as const,
              cell: ({ baseline }: ChartedScore) => (baseline === undefined ? '–' : shortNumber(baseline)),
            },
          ]
        : []),
      { head: 'Range', kind: 'number', cell: rangeText },
      {
        head: 'Better',
        kind: 'text',
        cell: ({ higherIsBetter }) => (higherIsBetter == null ? '–' : higherIsBetter ? 'higher' : 'lower'),
      },
    ],
    rows: scores,
    all: scores.length,
  };
}

function rangeText({ range: [least, greatest] = [-Infinity, Infinity] }: ChartedScore): string {
  const end = (value: number): string =>
    Number.isFinite(value) ? String(value).replace('-', '−') : value < 0 ? '−∞' : '∞';
  return `${end(least)} … ${end(greatest)}`;
}
