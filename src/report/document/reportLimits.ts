/** Limits of the length of a report. */
export interface ReportLimits {
  /** Maximum number of rows of a table. */
  readonly rows: number;
  /** Maximum number of labels on each side of a contingency table or confusion matrix. */
  readonly labels: number;
}

/** Limits for a terminal of 80 columns. */
export const TEXT_LIMITS: ReportLimits = { rows: 20, labels: 12 };
export const MARKDOWN_LIMITS: ReportLimits = { rows: 50, labels: 20 };
export const PAGE_LIMITS: ReportLimits = { rows: 200, labels: 50 };
