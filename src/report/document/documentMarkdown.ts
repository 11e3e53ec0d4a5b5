import { labelText } from '../../charts/labelText.ts';
import type { ReportDocument } from './reportDocument.ts';
import { captionOf, moreText, tableTexts, type ReportTable } from './reportTable.ts';
import { tablesOf } from './tablesOf.ts';

/** Formats a report as Markdown. */
export function documentMarkdown(report: ReportDocument): string {
  const { title, sizes, verdict, warnings, notes } = report;
  return (
    [
      `# ${escapeMarkdown(labelText(title, 200))}`,
      sizes,
      ...(verdict
        ? [`**${escapeMarkdown(verdict.headline)}**: ${escapeMarkdown(labelText(verdict.reason, 300))}.`]
        : []),
      ...(warnings.length === 0 ? [] : ['## Warnings', listOf(warnings)]),
      ...tablesOf(report).flatMap(markdownTable),
      ...(notes.length === 0 ? [] : ['## Notes', listOf(notes)]),
    ].join('\n\n') + '\n'
  );
}

function listOf(texts: readonly string[]): string {
  return texts.map((text) => `- ${escapeMarkdown(labelText(text, 300))}`).join('\n');
}

function markdownTable(table: ReportTable): string[] {
  const { heads, rows, isRight } = tableTexts(table);
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  const more = moreText(table);
  return [
    `## ${escapeMarkdown(captionOf(table))}`,
    [
      line(heads),
      `|${heads.map((_, column) => (isRight(column) ? ' ---: |' : ' --- |')).join('')}`,
      ...rows.map(line),
    ].join('\n'),
    ...(more === '' ? [] : [more]),
  ];
}

/** Escapes text so that Markdown shows it literally. */
function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/[\\`*_[\]|#~!$]/g, '\\$&')
      // Mentions and bare URLs, which GitHub turns into links.
      .replace(/@/g, '&#64;')
      .replace(/:\/\//g, ':&#47;&#47;')
      .replace(/(www)\./gi, '$1&#46;')
  );
}
