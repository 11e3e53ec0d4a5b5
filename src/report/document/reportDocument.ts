import type { ChartPart } from '../../charts/vegaLiteSpec.ts';
import type { ReportTable } from './reportTable.ts';

/** Contents of a report of any kind, ready to be formatted as text, Markdown or a page. */
export interface ReportDocument {
  /** Kind of report, such as "Clustering report". */
  readonly kind: string;
  readonly title: string;
  /** Numbers of samples and labels, in words. */
  readonly sizes: string;
  readonly verdict?: Verdict | undefined;
  /** The most important numbers, with their names. */
  readonly keyFacts: readonly (readonly [name: string, value: string])[];
  /** Warnings, as sentences. */
  readonly warnings: readonly string[];
  readonly sections: readonly ReportSection[];
  /** Sentences on how the numbers were computed. */
  readonly notes: readonly string[];
}

/** Overall judgement. */
export interface Verdict {
  readonly headline: string;
  /** The score and the thresholds that the headline is based on. */
  readonly reason: string;
}

/** Part of a report under one heading. */
export interface ReportSection {
  readonly heading: string;
  readonly parts: readonly ReportPart[];
}

/** A table, or a chart, which is shown in pages only. */
export type ReportPart = ReportTable | ReportFigure;

/** A chart with its words. */
export interface ReportFigure {
  /** Creates the chart; its title is shown as the caption. */
  readonly chart: () => ChartPart;
  /** One-sentence description for screen readers. */
  readonly description: string;
}
