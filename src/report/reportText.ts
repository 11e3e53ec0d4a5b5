import { labelText } from '../charts/labelText.ts';
import { contingencyRows } from './contingencyRows.ts';
import { isRight, moreText, tableTexts, type ReportTable } from './reportTable.ts';
import type { ReportFacts } from './reportFacts.ts';
import { classTable, clusterTable, scoreTable, sizesText } from './reportTables.ts';
import { textTable } from './textTable.ts';
import { verdictOf } from './verdict.ts';

/** So many rows are shown of a table. */
const MOST_ROWS = 20;
/** So many classes and clusters are shown where they meet, for a terminal of 80 columns. */
const MOST_CELLS = 12;

/** A report as text for a terminal. */
export function reportText(facts: ReportFacts): string {
  const { scores, clusters, classes, table } = facts;
  const title = labelText(facts.title, 200);
  const verdict = verdictOf(scores);
  return [
    `${title}\n${'═'.repeat([...title].length)}\n${sizesText(facts)}`,
    ...(verdict ? [`${verdict.headline}: ${verdict.reason}.`] : []),
    ...(facts.warnings.length === 0
      ? []
      : [facts.warnings.map((warning) => `! ${labelText(warning, 300)}`).join('\n')]),
    tableText(scoreTable(scores)),
    tableText(clusterTable(clusters, MOST_ROWS)),
    ...(classes.length === 0 ? [] : [tableText(classTable(classes, MOST_ROWS))]),
    ...(table ? [tableText(contingencyRows(table, MOST_CELLS))] : []),
    ...(facts.notes ?? []).map((note) => labelText(note, 300)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** A table with its caption, and how many rows are left out. */
function tableText<Row>(of: ReportTable<Row>): string {
  const { caption, columns, rows } = of;
  if (rows.length === 0) return '';
  const heads = columns.map(({ head }) => head);
  const cells = textTable(heads, tableTexts(of), (column) => isRight(columns[column]!));
  return [caption, cells, moreText(of)].filter((part) => part !== '').join('\n');
}
