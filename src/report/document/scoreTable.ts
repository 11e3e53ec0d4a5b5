import { numberFormat } from '../../charts/numberFormat.ts';
import { scoreScales, type ChartedScore } from '../../charts/scoreParts.ts';
import { fillTable, type ReportTable } from './reportTable.ts';
import { scaleMarks, type ScaleMarks } from './scaleMarks.ts';

/** Heading of the column of baselines, and what they are. */
interface BaselineWords {
  readonly head: string;
  readonly key: string;
}

/** Table of scores, named as they are shown, with their intervals, baselines and ranges. */
export function scoreTable(
  scores: readonly ChartedScore[],
  words: BaselineWords = { head: 'By chance', key: 'expected by chance' },
): ReportTable {
  const valueText = numberFormat(scores.map(({ value }) => value));
  const baselineText = numberFormat(scores.map(({ baseline }) => baseline));
  const marks = new Map<ChartedScore, ScaleMarks>();
  for (const { scores: together, domain, isOpen } of scoreScales(scores)) {
    for (const score of together) marks.set(score, scaleMarks(score, domain, isOpen));
  }
  return fillTable<ChartedScore>({ title: 'Scores', baseline: words.key }, scores, [
    { head: 'Score', kind: 'label', cell: ({ name }) => name },
    { head: 'Value', kind: 'number', cell: ({ value }) => valueText(value) },
    { head: 'Scale', kind: 'scale', cell: (score) => ({ scale: marks.get(score)! }) },
    scores.some(({ interval }) => interval) && {
      head: '95 % interval',
      kind: 'number',
      cell: ({ interval }) => (interval ? interval.map(numberFormat(interval)).join(' … ') : '–'),
    },
    scores.some(({ baseline }) => baseline !== undefined) && {
      head: words.head,
      kind: 'number',
      cell: ({ baseline }) => (baseline === undefined ? '–' : baselineText(baseline)),
    },
    { head: 'Range', kind: 'number', cell: ({ range = UNBOUNDED }) => range.map(boundText).join(' … ') },
    {
      head: 'Better',
      kind: 'text',
      cell: ({ higherIsBetter }) => (higherIsBetter == null ? '–' : higherIsBetter ? 'higher' : 'lower'),
    },
  ]);
}

const UNBOUNDED = [-Infinity, Infinity] as const;

/** Formats a bound exactly if it has at most one decimal. */
function boundText(bound: number): string {
  if (!Number.isFinite(bound)) return bound < 0 ? '−∞' : '∞';
  return Number.isInteger(10 * bound) ? String(bound).replace('-', '−') : numberFormat([bound])(bound);
}
