import { labelText } from '../charts/labelText.ts';
import { contingencyRows } from './contingencyRows.ts';
import { isRight, moreText, tableTexts, type ReportTable } from './reportTable.ts';
import type { ReportFacts } from './reportFacts.ts';
import { classTable, clusterTable, countText, scoreTable } from './reportTables.ts';
import { verdictOf } from './verdict.ts';

/** So many rows are shown of a table. */
const MOST_ROWS = 20;
/** So many classes and clusters are shown where they meet, for a terminal of 80 columns. */
const MOST_CELLS = 12;

/** A report as text for a terminal. */
export function reportText(facts: ReportFacts): string {
  const { scores, clusters, classes, table, samples } = facts;
  const title = labelText(facts.title, 200);
  const verdict = verdictOf(scores);
  const sizes = [
    `${countText(samples)} samples`,
    `${countText(clusters.length)} clusters`,
    ...(classes.length === 0 ? [] : [`${countText(classes.length)} classes`]),
  ];
  return [
    `${title}\n${'═'.repeat([...title].length)}\n${sizes.join(', ')}`,
    ...(verdict ? [`${verdict.headline}: ${verdict.reason}.`] : []),
    ...(facts.warnings.length === 0 ? [] : [facts.warnings.map((warning) => `! ${labelText(warning, 300)}`).join('\n')]), // prettier-ignore
    textTable(scoreTable(scores)),
    textTable(clusterTable(clusters, MOST_ROWS)),
    ...(classes.length === 0 ? [] : [textTable(classTable(classes, MOST_ROWS))]),
    ...(table ? [textTable(contingencyRows(table, MOST_CELLS))] : []),
    ...(facts.notes ?? []).map((note) => labelText(note, 300)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** A table with its caption, in columns of equal width. */
function textTable<Row>(of: ReportTable<Row>): string {
  if (of.rows.length === 0) return '';
  const { caption, columns } = of;
  const rows = tableTexts(of);
  const widths = columns.map(({ head }, j) =>
    rows.reduce((most, row) => Math.max(most, lengthOf(row[j]!)), lengthOf(head)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, j) => {
        const gap = ' '.repeat(widths[j]! - lengthOf(cell));
        return isRight(columns[j]!) ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd();
  const more = moreText(of);
  return [
    caption,
    line(columns.map(({ head }) => head)),
    line(widths.map((width) => '─'.repeat(width))),
    ...rows.map(line),
    ...(more === '' ? [] : [more]),
  ].join('\n');
}

/** How many characters are seen. */
function lengthOf(text: string): number {
  return [...text].length;
}
