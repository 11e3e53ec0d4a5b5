import { labelText } from '../charts/labelText.ts';
import { contingencyRows } from './contingencyRows.ts';
import { isRight, moreText, tableTexts, type ReportTable } from './reportTable.ts';
import type { ReportFacts } from './reportFacts.ts';
import { classTable } from './classTable.ts';
import { clusterTable } from './clusterTable.ts';
import { scoreTable } from './scoreTable.ts';
import { sizesText } from './sizesText.ts';
import { textTable } from './textTable.ts';
import { verdictOf } from './verdict.ts';

/** Maximum number of rows of a table. */
const MAX_ROWS = 20;
/** Maximum number of classes and of clusters in the contingency table, for a terminal of 80 columns. */
const MAX_CELLS = 12;

/** Formats a report as text for a terminal. */
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
    tableText(clusterTable(clusters, MAX_ROWS)),
    ...(classes.length === 0 ? [] : [tableText(classTable(classes, MAX_ROWS))]),
    ...(table ? [tableText(contingencyRows(table, MAX_CELLS))] : []),
    ...(facts.notes ?? []).map((note) => labelText(note, 300)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Formats a table with its caption and the number of omitted rows. */
function tableText<Row>(of: ReportTable<Row>): string {
  const { caption, columns, rows } = of;
  if (rows.length === 0) return '';
  const heads = columns.map(({ head }) => head);
  const cells = textTable(heads, tableTexts(of), (column) => isRight(columns[column]!));
  return [caption, cells, moreText(of)].filter((part) => part !== '').join('\n');
}
