import { labelText } from '../../charts/labelText.ts';
import type { ReportDocument } from './reportDocument.ts';
import { captionOf, moreText, tableTexts, type ReportTable } from './reportTable.ts';
import { tablesOf } from './tablesOf.ts';
import { textTable } from './textTable.ts';

/** Formats a report as text for a terminal. */
export function documentText(report: ReportDocument): string {
  const { sizes, verdict, warnings, notes } = report;
  const title = labelText(report.title, 200);
  return [
    `${title}\n${'═'.repeat([...title].length)}\n${sizes}`,
    ...(verdict ? [`${verdict.headline}: ${labelText(verdict.reason, 300)}.`] : []),
    ...(warnings.length === 0 ? [] : [warnings.map((warning) => `! ${labelText(warning, 300)}`).join('\n')]),
    ...tablesOf(report).map(tableText),
    ...notes.map((note) => labelText(note, 300)),
  ].join('\n\n');
}

/** Formats a table with its caption and the number of omitted rows. */
function tableText(table: ReportTable): string {
  const { heads, rows, isRight } = tableTexts(table);
  return [captionOf(table), textTable(heads, rows, isRight), moreText(table)].filter((part) => part !== '').join('\n');
}
