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
  const textOf = scoreFormats(scores);
  const marks = new Map<ChartedScore, ScaleMarks>();
  for (const { scores: together, domain, isOpen } of scoreScales(scores)) {
    for (const score of together) marks.set(score, scaleMarks(score, domain, isOpen));
  }
  return fillTable<ChartedScore>({ title: 'Scores', baseline: words.key }, scores, [
    { head: 'Score', kind: 'label', cell: ({ name }) => name },
    { head: 'Value', kind: 'number', cell: (score) => textOf(score, 'value')(score.value) },
    { head: 'Scale', kind: 'scale', cell: (score) => ({ scale: marks.get(score)! }) },
    scores.some(({ interval }) => interval) && {
      head: '95 % interval',
      kind: 'number',
      cell: (score) => score.interval?.map(textOf(score, 'interval')).join(' … ') ?? '–',
    },
    scores.some(({ baseline }) => baseline !== undefined) && {
      head: words.head,
      kind: 'number',
      cell: (score) => (score.baseline === undefined ? '–' : textOf(score, 'baseline')(score.baseline)),
    },
    { head: 'Range', kind: 'number', cell: ({ range = UNBOUNDED }) => range.map(boundText).join(' … ') },
    {
      head: 'Better',
      kind: 'text',
      cell: ({ higherIsBetter }) => (higherIsBetter == null ? '–' : higherIsBetter ? 'higher' : 'lower'),
    },
  ]);
}

/**
 * Returns a function that gives the format of a number of a score. Scores with a bounded range have that of their
 * column; others, which are in the unit of the data or large, have one of their own for all of their numbers.
 */
function scoreFormats(
  scores: readonly ChartedScore[],
): (score: ChartedScore, column: 'value' | 'interval' | 'baseline') => (value: number) => string {
  const bounded = scores.filter(isBounded);
  const columns = {
    value: numberFormat(bounded.map(({ value }) => value)),
    baseline: numberFormat(bounded.map(({ baseline }) => baseline)),
  };
  return (score, column) => {
    const { value, interval = [], baseline } = score;
    if (!isBounded(score)) return numberFormat([value, ...interval, baseline]);
    return column === 'interval' ? numberFormat(interval) : columns[column];
  };
}

function isBounded({ range = UNBOUNDED }: ChartedScore): boolean {
  return range.every(Number.isFinite);
}

const UNBOUNDED = [-Infinity, Infinity] as const;

/** Formats a bound exactly if it has at most one decimal. */
function boundText(bound: number): string {
  if (!Number.isFinite(bound)) return bound < 0 ? '−∞' : '∞';
  return Number.isInteger(10 * bound) ? String(bound).replace('-', '−') : numberFormat([bound])(bound);
}
