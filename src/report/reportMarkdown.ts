import { labelText } from '../charts/labelText.ts';
import { contingencyRows } from './contingencyRows.ts';
import { isRight, moreText, tableTexts, type ReportTable } from './reportTable.ts';
import type { ReportFacts } from './reportFacts.ts';
import { classTable } from './classTable.ts';
import { clusterTable } from './clusterTable.ts';
import { scoreTable } from './scoreTable.ts';
import { sizesText } from './sizesText.ts';
import { verdictOf } from './verdict.ts';

/** Maximum number of rows of a table. */
const MAX_ROWS = 50;
/** Maximum number of classes and of clusters in the contingency table. */
const MAX_CELLS = 20;

/** Formats a report as Markdown. */
export function reportMarkdown(facts: ReportFacts): string {
  const { scores, clusters, classes, table, warnings, notes = [] } = facts;
  const verdict = verdictOf(scores);
  return (
    [
      `# ${escapeMarkdown(labelText(facts.title, 200))}`,
      sizesText(facts),
      ...(verdict ? [`**${verdict.headline}**: ${verdict.reason}.`] : []),
      ...(warnings.length === 0 ? [] : ['## Warnings', listOf(warnings)]),
      ...markdownTable(scoreTable(scores)),
      ...markdownTable(clusterTable(clusters, MAX_ROWS)),
      ...(classes.length === 0 ? [] : markdownTable(classTable(classes, MAX_ROWS))),
      ...(table ? markdownTable(contingencyRows(table, MAX_CELLS)) : []),
      ...(notes.length === 0 ? [] : ['## Notes', listOf(notes)]),
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  );
}

function listOf(texts: readonly string[]): string {
  return texts.map((text) => `- ${escapeMarkdown(labelText(text, 300))}`).join('\n');
}

function markdownTable<Row>(of: ReportTable<Row>): string[] {
  if (of.rows.length === 0) return [];
  const { caption, columns } = of;
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  const more = moreText(of);
  return [
    `## ${escapeMarkdown(caption)}`,
    [
      line(columns.map(({ head }) => head)),
      `|${columns.map((column) => (isRight(column) ? ' ---: |' : ' --- |')).join('')}`,
      ...tableTexts(of).map(line),
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
