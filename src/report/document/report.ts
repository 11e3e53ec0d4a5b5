import type { VegaLiteSpec } from '../../charts/vegaLiteSpec.ts';
import { documentPage } from '../page/documentPage.ts';
import { documentMarkdown } from './documentMarkdown.ts';
import { documentText } from './documentText.ts';
import { MARKDOWN_LIMITS, PAGE_LIMITS, TEXT_LIMITS, type ReportLimits } from './reportLimits.ts';
import type { ReportDocument } from './reportDocument.ts';

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
export abstract class Report {
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
