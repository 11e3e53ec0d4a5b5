import type { ChartedScore } from '../../charts/scoreParts.ts';
import type { VegaLiteSpec } from '../../charts/vegaLiteSpec.ts';
import { documentPage } from '../page/documentPage.ts';
import { MARKDOWN_LIMITS, PAGE_LIMITS, type ReportLimits, TEXT_LIMITS } from './reportLimits.ts';
import type { ReportDocument } from './reportDocument.ts';
import type { ReportFacts } from './reportFacts.ts';
import { labelText } from '../../charts/labelText.ts';
import { captionOf, moreText, type ReportTable, tableTexts } from './reportTable.ts';
import { textTable } from './textTable.ts';

/**
 * Base class of reports: plain data, with conversions to text, Markdown, JSON, charts and HTML.
 *
 * @example
 * ```ts
 * import {
 *   classificationReport,
 *   clusteringReport,
 *   type Report,
 * } from 'tfjs-metrics/report';
 *
 * const reports: Report[] = [
 *   clusteringReport({
 *     preds: [0, 0, 1, 1],
 *     data: [0, 1, 8, 9],
 *     title: 'Clusters',
 *   }),
 *   classificationReport({
 *     preds: [0, 0, 1, 1],
 *     target: [0, 1, 1, 1],
 *     title: 'Classes',
 *   }),
 * ];
 * reports.map((report) => String(report).split('\n', 1)[0]);
 * // => ['Clusters', 'Classes']
 * ```
 */
export abstract class Report implements ReportFacts {
  /** Title of the report. */
  readonly title: string;
  /**
   * Scores with their ranges and, if known, 95 % confidence intervals and values expected by chance; for a regression,
   * those of always predicting the mean target.
   */
  readonly scores: readonly ChartedScore[];
  /** Warnings, as sentences. */
  readonly warnings: readonly string[];
  /** Sentences on how the numbers were computed. */
  readonly notes: readonly string[];

  constructor({ title, scores, warnings, notes }: ReportFacts) {
    this.title = title;
    this.scores = scores;
    this.warnings = warnings;
    this.notes = notes;
  }

  /** Arranges the contents for an output of limited length. */
  protected abstract arrange(limits: ReportLimits): ReportDocument;

  /** Converts the report to plain JSON. */
  abstract toJSON(): object;

  /** Combines all charts, stacked vertically, in one Vega-Lite specification. */
  abstract toVegaLite(): VegaLiteSpec;

  /** Formats the report as aligned text of bounded length, without control characters. */
  toString(): string {
    return documentText(this.arrange(TEXT_LIMITS));
  }

  /** Formats the report as Markdown, with labels escaped. */
  toMarkdown(): string {
    return documentMarkdown(this.arrange(MARKDOWN_LIMITS));
  }

  /**
   * Formats the report as a self-contained HTML page without scripts, with light and dark mode and a print style.
   *
   * @throws Error if the package `vega` or `vega-lite` is not installed.
   */
  toHTML(): Promise<string> {
    return documentPage(this.arrange(PAGE_LIMITS));
  }
}

/** Formats a report as text for a terminal. */
function documentText(report: ReportDocument): string {
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

/** Formats a report as Markdown. */
function documentMarkdown(report: ReportDocument): string {
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

/** Returns the tables of a report that text shows, in order, without empty ones. */
function tablesOf({ sections }: ReportDocument): ReportTable[] {
  return sections
    .flatMap(({ parts }) => parts)
    .filter((part) => 'rows' in part)
    .filter(({ rows, medium }) => rows.length > 0 && medium !== 'page');
}
